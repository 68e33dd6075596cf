import type { FileReport, ReportedFinding } from './file-report';
import type { Reporter } from './reporter';

/**
 * The findings as JUnit's XML: a suite for each file, a case for each finding. Errors and warnings are failures, the
 * others passed cases with what was found as their output; a file that nothing is said of is one passed case.
 */
export function junitReporter(): Reporter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="xencfg">\n',
    file: (report) => {
      const { path, error, findings } = report;
      const failures = findings.filter(isFailure).length;
      const cases = casesOf(report);
      const counts = `tests="${cases.length}" failures="${failures}" errors="${error === undefined ? 0 : 1}"`;
      return `  <testsuite name="${attribute(path)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
    },
    end: () => '</testsuites>\n',
  };
}

function casesOf({ path, error, findings }: FileReport): string[] {
  const testcase = (name: string, inner: string) =>
    `    <testcase name="${attribute(name)}" classname="${attribute(path)}">${inner}</testcase>\n`;
  if (error !== undefined) return [testcase('file', `<error message="${attribute(error)}"></error>`)];
  if (findings.length === 0) return [testcase('file', '')];
  return findings.map((finding) => {
    const { code, severity, message, range, line } = finding;
    const place = `${range.start.line + 1}:${range.start.character + 1}`;
    const text = content(`${path}:${place}: ${message}\n${line}`);
    return testcase(
      `${code} ${place}`,
      isFailure(finding)
        ? `<failure type="${severity}" message="${attribute(message)}">${text}</failure>`
        : `<system-out>${text}</system-out>`,
    );
  });
}

function isFailure({ severity }: ReportedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Text between tags. What XML 1.0 has no way to write becomes U+FFFD. */
function content(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** Text in a quoted attribute, in which line ends and tabs have to be written as numbers to last. */
function attribute(text: string): string {
  return content(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
