import { type AnalyseOptions, type Analysis, fixAll } from '../service';
import { AcrossFiles } from './across';
import { analyseFile, wasRead } from './analyse-file';
import { encode } from './bytes';
import { type InputFile, identity, readInputs, saySkipped } from './files';
import { hostOption, readWords, releaseOption } from './options';
import { jsonReport, type Outcome } from './report-json';
import { textReport } from './report-text';
import { UsageError } from './usage';
import { writeWhole } from './write-file';

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
  if (values.fix && values.format === 'json' && positionals.includes('-')) {
    throw new UsageError('check: --fix - writes the text to standard output, which --format json wants for itself');
  }
  const release = releaseOption(values.xen);
  const host = hostOption(values.host);

  const files = [...readInputs(positionals, saySkipped)].map((file) => ({ file, real: identity(file) }));
  const wholeFolder = files.some(({ file }) => file.found);
  const across = new AcrossFiles(host, wholeFolder);
  const judged: Outcome[] = [];
  for (const { file, real } of files) {
    const outcome = await judge(file, { release, ...(host && { host }) }, values.fix);
    if (outcome.analysis) across.add(real, file.path, outcome.analysis);
    judged.push(outcome);
  }
  const outcomes = judged.map((outcome, i) => across.complete(files[i]!.real, outcome));
  if (values.format === 'json') process.stdout.write(jsonReport(outcomes));
  // beside the mended text of standard input, the report is for people
  else (values.fix && positionals.includes('-') ? process.stderr : process.stdout).write(textReport(outcomes));
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
    if (path === '-') process.stdout.write(encode(text));
    if (text !== file.text) {
      if (path !== '-') {
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
