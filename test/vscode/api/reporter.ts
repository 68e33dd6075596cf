import type { Runner, Test } from 'mocha';

/** How one test went, as the harness outside of VS Code gets it. */
interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
}

/**
 * Reports in plain lines, each one string: VS Code forwards a console line without applying mocha's "%s" formats. For
 * each test, one line for people, and one that is "##test " and an Outcome as JSON.
 */
export class LineReporter {
  constructor(runner: Runner) {
    const report = (test: Test, state: Outcome['state'], line: string) => {
      console.log(`  ${line}`);
      console.log(`##test ${JSON.stringify({ title: test.fullTitle(), state } satisfies Outcome)}`);
    };
    runner.on('pass', (test: Test) => report(test, 'passed', `ok   ${test.fullTitle()} (${test.duration} ms)`));
    runner.on('pending', (test: Test) => report(test, 'skipped', `skip ${test.fullTitle()}`));
    runner.on('fail', (test: Test, error: Error) =>
      report(test, 'failed', `FAIL ${test.fullTitle()}\n${error?.stack ?? error}`),
    );
  }
}
