import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { playground, program, XL } from './command-line-runs';

// What other programs run: the hooks of pre-commit, the action of GitHub, the problem matcher of VS Code.

const { xencfg, put, get, at } = playground();

const REFUSED = `${XL}on_crash = "reboot"\n`;
const FIXABLE = `${XL}vcpus = 2\nvcpu_avail = 3\nsdl = 0\n`;
const here = (name: string) => readFileSync(path.resolve(name), 'utf8');

/** Runs a script of bash in the playground, with `xencfg` on the PATH. */
function bash(script: string, env: Record<string, string> = {}, args: readonly string[] = []) {
  put('bin/xencfg', `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(at('bin/xencfg'), 0o755);
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script, 'bash', ...args], {
    cwd: at('.'),
    encoding: 'utf8',
    env: { ...process.env, PATH: `${at('bin')}:${path.dirname(process.execPath)}:${process.env.PATH}`, ...env },
  });
  return { status, stdout, stderr };
}

/** The hooks of the definition: what each runs, and for which files. */
function hooks(): Map<string, { readonly entry: string; readonly files: RegExp }> {
  const blocks = here('.pre-commit-hooks.yaml')
    .split(/^- id: /m)
    .slice(1);
  const field = (block: string, name: string) => new RegExp(`^ {2}${name}: (.*)$`, 'm').exec(block)![1]!;
  return new Map(
    blocks.map((block) => [
      block.split('\n')[0]!,
      { entry: field(block, 'entry'), files: new RegExp(field(block, 'files')) },
    ]),
  );
}

/** Runs a hook as pre-commit does: its entry, split into words, before the staged files that the pattern takes. */
function runHook(id: string) {
  const { entry, files } = hooks().get(id)!;
  const staged = bash('git diff --cached --name-only --diff-filter=ACMR -z').stdout.split('\0').filter(Boolean);
  const taken = staged.filter((file) => files.test(file));
  return { taken, ...bash(`${entry} "$@"`, {}, taken) };
}

test('pre-commit: the check stops a commit that xl would refuse, and leaves other files alone', () => {
  put('xen/bad.cfg', REFUSED);
  put('xen/-odd.cfg', XL.replace("'web'", "'odd'"));
  put('guest.xl', XL.replace("'web'", "'third'"));
  put('setup.cfg', '[metadata]\nname = x\n');
  bash('git init -q . && git add xen guest.xl setup.cfg');
  const { taken, status, stdout } = runHook('xencfg-check');
  assert.deepEqual(taken, ['guest.xl', 'xen/-odd.cfg', 'xen/bad.cfg']);
  assert.equal(status, 1, stdout);
  assert.match(stdout, /^xen\/bad\.cfg:4:12: error\[unknown-value\]: /);
  assert.doesNotMatch(stdout, /checked|setup|odd|guest/);
  put('xen/bad.cfg', XL);
  bash('git add xen');
  assert.equal(runHook('xencfg-check').status, 0);
});

test('pre-commit: the fix changes files, of which pre-commit itself takes notice', () => {
  put('xen/old.cfg', FIXABLE);
  bash('git init -q . && git add xen');
  runHook('xencfg-fix');
  assert.notEqual(get('xen/old.cfg'), FIXABLE);
  assert.match(bash('git diff --name-only').stdout, /^xen\/old\.cfg$/m);
});

test('GitHub: the step of the action checks what its inputs say, and annotates', () => {
  const step = here('action.yml')
    .split(/^ {6}run: \|\n/m)[1]!
    .replace(/^ {8}/gm, '');
  put('guests/xen/bad.cfg', REFUSED);
  put('guests/xen/good.cfg', XL.replace("'web'", "'other'"));
  const run = (paths: string, release = '', args = '') =>
    bash(step, { XENCFG: program, XENCFG_PATHS: paths, XENCFG_RELEASE: release, XENCFG_ARGS: args });
  const all = run('.');
  assert.equal(all.status, 1, all.stderr);
  assert.match(all.stdout, /^::error file=\.?\/?guests\/xen\/bad\.cfg,line=4,/m);
  assert.equal(run('guests/xen/good.cfg').status, 0);
  // a pattern is xencfg's to read, not the shell's; options reach it as they are
  const some = run('guests/**/b*.cfg guests/xen/good.cfg', '4.17', '--rule unknown-value=warning --error-on-warnings');
  assert.equal(some.status, 1, some.stderr);
  assert.match(some.stdout, /^::warning file=guests\/xen\/bad\.cfg,/m);
  assert.equal(run('.', '9').status, 2);
});

test('VS Code: the problem matcher reads each finding once, and nothing else', () => {
  const { problemMatchers } = JSON.parse(here('package.json')).contributes;
  const { regexp, file, line, column, severity, code, message } = problemMatchers[0].pattern;
  put('etc/a b:1.cfg', `${REFUSED}vcpu = "a:1:2: error[x]: y"\nname = "ä"\n`);
  put('etc/c.cfg', XL);
  const words = ['check', 'etc', '--rule', 'redundant-default=hint', '--rule', 'unknown-key=information'];
  const matched = xencfg(words)
    .stdout.split('\n')
    .map((text) => new RegExp(regexp).exec(text))
    .filter((match) => match !== null)
    .map((match) => [file, line, column, severity, code, message].map((group: number) => match[group]));
  const { files } = JSON.parse(xencfg([...words, '--format', 'json']).stdout);
  const found = files.flatMap((one: { path: string; findings: Record<string, never>[] }) =>
    one.findings.map((finding) => {
      const { start } = (finding as unknown as { range: { start: { line: number; character: number } } }).range;
      const place = [one.path, `${start.line + 1}`, `${start.character + 1}`];
      return [...place, finding.severity, finding.code, finding.message];
    }),
  );
  assert.deepEqual(matched, found);
  assert.ok(new Set(matched.map(([, , , severity]) => severity)).size >= 3);
});
