import path from 'node:path';
import type { ReporterConstructor } from 'mocha';
import { LineReporter } from './reporter';

/** The tests whose titles hold this text are run; build.mjs puts it in. */
declare const ONLY: string;

/** What VS Code calls in the Node extension host (extensionTestsPath): on the desktop and in code-server. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const reporter = LineReporter as unknown as ReporterConstructor;
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, reporter, fgrep: ONLY });
  for (const name of ['suite.js', 'suite.node.js']) mocha.addFile(path.join(__dirname, name));
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
