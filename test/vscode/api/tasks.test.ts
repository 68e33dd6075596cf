import * as vscode from 'vscode';
import { equal } from './expect';
import { closeAll, codeOf, open, root, until } from './guests';

/** A sample with findings that no test opens: the task's problems are those of files that are not open. */
const FILE = 'problems/monitoring.cfg';

/** The oldest VS Code of the tests holds nothing that has to be compiled, and so it has no terminals to run tasks in. */
const IS_OLDEST = /\b1\.93\./.test(vscode.version);

suite('tasks', () => {
  // the server starts when there is something for it
  setup(() => open('router.cfg'));
  teardown(closeAll);

  async function task(name: string): Promise<vscode.Task> {
    const tasks = await vscode.tasks.fetchTasks({ type: 'xencfg' });
    equal(
      tasks
        .map((task) => task.name)
        .sort()
        .join(' '),
      'check fix',
    );
    return tasks.find((task) => task.name === name)!;
  }

  if (IS_OLDEST) {
    test('are offered with the words of the command line', async () => {
      for (const name of ['check', 'fix']) {
        const { execution, definition } = await task(name);
        equal(definition.command, name);
        equal(execution instanceof vscode.ShellExecution || execution instanceof vscode.ProcessExecution, true);
      }
    });
    return;
  }

  /** Runs a task to its end. @returns its exit code */
  async function run(task: vscode.Task): Promise<number | undefined> {
    const ended = new Promise<number | undefined>((resolve) => {
      const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== task.name) return;
        listener.dispose();
        resolve(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    return ended;
  }

  const problems = () => vscode.languages.getDiagnostics(root(FILE));
  const placeOf = (one: vscode.Diagnostic) => `${one.range.start.line}:${one.range.start.character} ${codeOf(one)}`;
  const places = (found: readonly vscode.Diagnostic[]) => found.map(placeOf).sort().join(', ');

  test('check runs the command line; what the server lists by itself is not listed twice', async () => {
    const own = places(await until('the problems of the server', () => problems().length > 0 && problems()));
    equal(await run(await task('check')), 1);
    equal(places(problems()), own);
  });

  test('a task of tasks.json runs with the words that it gives', async () => {
    const settings = vscode.workspace.getConfiguration('tasks');
    const mine = { label: 'mine', type: 'xencfg', command: 'check', args: ['--quiet', FILE], problemMatcher: [] };
    await settings.update('version', '2.0.0', vscode.ConfigurationTarget.Workspace);
    await settings.update('tasks', [mine], vscode.ConfigurationTarget.Workspace);
    try {
      const found = await until('the task', async () =>
        (await vscode.tasks.fetchTasks()).find(({ name }) => name === mine.label),
      );
      equal(await run(found), 1);
    } finally {
      for (const name of ['tasks', 'version'])
        await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
