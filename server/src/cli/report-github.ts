import type { Severity } from '../service';
import type { Reporter } from './reporter';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** The findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request. */
export function githubReporter(): Reporter {
  return {
    begin: () => '',
    file: ({ path, error, findings }) => {
      const failed = error === undefined ? '' : command('error', { file: path, title: 'xencfg' }, error);
      const rest = findings.map(({ code, severity, message, range: { start, end } }) => {
        // GitHub wants no columns for a finding of several lines
        const columns =
          start.line === end.line
            ? { col: String(start.character + 1), endColumn: String(Math.max(end.character, start.character + 1)) }
            : {};
        const lines = { line: String(start.line + 1), endLine: String(end.line + 1) };
        return command(LEVELS[severity], { file: path, ...lines, ...columns, title: `xencfg ${code}` }, message);
      });
      return failed + rest.join('');
    },
    end: () => '',
  };
}

function command(level: string, properties: Readonly<Record<string, string>>, message: string): string {
  const words = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${level} ${words.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
