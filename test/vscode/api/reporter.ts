import type { Runner, Test } from 'mocha';

/** How one test went, as the harness outside of VS Code gets it. */
interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
}

/**
 * Reports in plain lines, each one string: VS Code forwards a console line without applying mocha's "%s" formats. The
 * last line is "##tests " and a JSON array of Outcome.
 */
export class LineReporter {
  constructor(runner: Runner) {
    const outcomes: Outcome[] = [];
    runner.on('pass', (test: Test) => {
      console.log(`  ok   ${test.fullTitle()} (${test.duration} ms)`);
      outcomes.push({ title: test.fullTitle(), state: 'passed' });
    });
    runner.on('pending', (test: Test) => {
      console.log(`  skip ${test.fullTitle()}`);
      outcomes.push({ title: test.fullTitle(), state: 'skipped' });
    });
    runner.on('fail', (test: Test, error: Error) => {
      const text = String(error?.stack ?? error);
      console.error(`  FAIL ${test.fullTitle()}\n${text}`);
      outcomes.push({ title: test.fullTitle(), state: 'failed' });
    });
    runner.on('end', () => console.log(`##tests ${JSON.stringify(outcomes)}`));
  }
}
