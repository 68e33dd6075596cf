import { type AnalyseOptions, type Analysis, fixAll } from '../service';
import { GuestIndex } from '../workspace/guests';
import { analyseFile, wasRead } from './analyse-file';
import { encode } from './bytes';
import { type InputFile, readInputs, writeWhole } from './files';
import { hostOption, readWords, releaseOption } from './options';
import { jsonReport, type Outcome } from './report-json';
import { textReport } from './report-text';
import { UsageError } from './usage';

/** `xencfg check`: prints the findings of every file. Gives the exit code. */
export async function check(words: readonly string[]): Promise<number> {
  const { values, positionals } = readWords(words, {
    xen: { type: 'string' },
    host: { type: 'string' },
    format: { type: 'string', default: 'text' },
    fix: { type: 'boolean', default: false },
  });
  if (positionals.length === 0) throw new UsageError('check: name a file, a folder, or - for standard input');
  if (values.format !== 'text' && values.format !== 'json')
    throw new UsageError(`--format ${values.format}: text or json`);
  const release = releaseOption(values.xen);
  const host = hostOption(values.host);

  const skip = (path: string, why: string) => process.stderr.write(`${path}: skipped: ${why}\n`);
  const files = [...readInputs(positionals, skip)];
  const guests = new GuestIndex();
  for (const file of files) if (wasRead(file) && file.kind === 'guest') guests.update(file.path, file.text, release);

  const outcomes: Outcome[] = [];
  for (const file of files) {
    const options: AnalyseOptions = {
      release,
      sameName: (name) => guests.sameName(file.path, name),
      ...(host && { host }),
    };
    outcomes.push(await judge(file, options, values.fix));
  }
  process.stdout.write(values.format === 'json' ? jsonReport(outcomes) : textReport(outcomes));
  if (outcomes.some(({ error }) => error !== undefined)) return 2;
  return outcomes.some(({ analysis }) => analysis?.findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

async function judge(file: InputFile, options: AnalyseOptions, fix: boolean): Promise<Outcome> {
  const { path, kind } = file;
  if (!wasRead(file)) return { path, kind, error: file.error ?? 'cannot be read' };
  if (kind !== 'guest') return { path, kind };
  let analysis: Analysis = await analyseFile(file, options);
  if (fix) {
    const { text } = fixAll(analysis);
    if (text !== file.text) {
      if (path === '-') process.stdout.write(encode(text));
      else {
        try {
          writeWhole(path, encode(text));
        } catch (error) {
          return { path, kind, error: (error as Error).message };
        }
      }
      analysis = await analyseFile({ ...file, text }, options);
    }
  }
  return { path, kind, analysis };
}
