import { readSettings } from '../syntax/reading';
import { readInputs } from './files';
import { readWords, releaseOption } from './options';
import { UsageError } from './usage';

/** `xencfg show`: prints what a file comes to, as JSON. Gives the exit code. */
export async function show(words: readonly string[]): Promise<number> {
  const { values, positionals } = readWords(words, { as: { type: 'string' }, xen: { type: 'string' } });
  if (values.as !== 'settings')
    throw new UsageError(values.as === undefined ? 'show: --as settings is wanted' : `--as ${values.as}: settings`);
  if (positionals.length !== 1) throw new UsageError('show: name one file');
  const [file] = [...readInputs(positionals, () => {})];
  if (!file || file.text === undefined)
    throw new UsageError(`${positionals[0]}: ${file?.error ?? 'is a folder without a guest file'}`);
  const { ok, messages, settings } = readSettings(file.text, { release: releaseOption(values.xen), source: file.path });
  process.stdout.write(`${JSON.stringify({ ok, messages, settings })}\n`);
  return ok ? 0 : 1;
}
