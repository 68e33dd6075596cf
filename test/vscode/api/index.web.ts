import { LineReporter } from './reporter';

/** The tests whose titles hold this text are run; build.mjs puts it in. */
declare const ONLY: string;

/** mocha's browser build; the bundler knows it by this name, see build.mjs. */
interface BrowserMocha {
  setup(options: object): void;
  run(done: (failures: number) => void): void;
}

/** What VS Code calls in the web extension host (extensionTestsPath). */
export async function run(): Promise<void> {
  const mocha = require('mocha-browser') as BrowserMocha;
  mocha.setup({ ui: 'tdd', timeout: 30_000, reporter: LineReporter, fgrep: ONLY });
  require('./suite'); // after setup(), which makes suite() and test() global
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
