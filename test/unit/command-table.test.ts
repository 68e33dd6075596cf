import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMAND_ROWS, COMMANDS, type CommandName, SHELLS } from '../../server/src/cli/command-table';
import { completionScript } from '../../server/src/cli/completion';
import { commandHelp, overview } from '../../server/src/cli/help';
import { manPage } from '../../server/src/cli/man-page';
import { readWords } from '../../server/src/cli/words';
import { RULES } from '../../server/src/rules/registry';
import { RELEASES, releaseName } from '../../server/src/syntax/release';

const { version, man } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; man: string };
const commands = Object.entries(COMMAND_ROWS);

test('the man page in the repository is made of the table', () => {
  assert.equal(readFileSync(man, 'utf8'), manPage(version), 'node scripts/man.mjs');
});

test('--help, the man page and every completion name each command and option', () => {
  const page = manPage(version).replace(/\\-/g, '-');
  const scripts = SHELLS.map((shell) => completionScript(shell));
  for (const [name, row] of commands) {
    const help = commandHelp(name, row);
    assert.ok(overview().includes(`xencfg ${name}`), name);
    for (const text of [page, ...scripts]) assert.ok(text.includes(name), name);
    for (const [option, { help: sentence }] of Object.entries(row.options)) {
      assert.ok(help.includes(`--${option}`), `${name} --${option} in --help`);
      assert.ok(page.includes(`--${option}`), `${name} --${option} in the man page`);
      for (const script of scripts) assert.match(script, new RegExp(`-(-|l )${option}\\b`), `${name} --${option}`);
      assert.match(sentence, /^[\w"(][\s\S]*\.$/, `${name} --${option}: a sentence`);
    }
    for (const [code, text] of row.exits) assert.match(help, new RegExp(`^ {2}${code} +\\S`, 'm'), `${name}: ${text}`);
  }
  for (const line of commands
    .map(([name, row]) => commandHelp(name, row))
    .join('')
    .split('\n')) {
    assert.ok(line.length <= 92 || !line.includes(' ', 40), line);
  }
});

test('the parser knows each option of the table and no other', () => {
  for (const [name, row] of commands) {
    for (const [option, { value, words, open, several, more }] of Object.entries(row.options)) {
      const word = value === undefined ? undefined : words && !open ? words()[0]! : 'x';
      const args = word === undefined ? [`--${option}`] : [`--${option}`, word];
      const { values } = readWords(name as CommandName, args) as { values: Record<string, unknown> };
      assert.deepEqual(values[option], word === undefined ? true : several ? [word] : word, `${name} --${option}`);
      if (words && !open) assert.throws(() => readWords(name as CommandName, [`--${option}`, 'no-such-word']));
      if (more !== undefined) {
        const other = readWords(name as CommandName, [`--${option}=${more}`]) as { values: Record<string, unknown> };
        assert.equal(other.values[option], more);
      }
    }
    assert.throws(() => readWords(name as CommandName, ['--no-such-option']), /no-such-option/);
  }
  assert.equal(readWords('check', ['-q', 'a']).values.quiet, true);
  assert.deepEqual(readWords('check', ['--', '--fix']).positionals, ['--fix']);
  assert.ok(!('fix' in COMMANDS.fix.options));
});

test('bash completes commands, options, releases and rule codes', () => {
  const complete = (...words: string[]) => {
    const line = words.map((word) => `'${word}'`).join(' ');
    const script = `${completionScript('bash')}\nCOMP_WORDS=(${line}) COMP_CWORD=${words.length - 1}\n_xencfg 2>/dev/null\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, status } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
    assert.equal(status, 0);
    return stdout.split('\n').filter(Boolean);
  };
  assert.deepEqual(complete('xencfg', 'c'), ['check', 'convert', 'completion']);
  assert.deepEqual(complete('xencfg', 'check', '--stat'), ['--statistics']);
  assert.deepEqual(complete('xencfg', 'check', '--xen', ''), RELEASES.map(releaseName));
  assert.deepEqual(complete('xencfg', 'check', '--xen', '=', '4.2'), ['4.2', '4.20', '4.21', '4.22']);
  assert.deepEqual(
    complete('xencfg', 'rule', 'xm-disk-'),
    RULES.map(({ code }) => code).filter((code) => code.startsWith('xm-disk-')),
  );
  assert.deepEqual(complete('xencfg', 'completion', ''), [...SHELLS]);
  assert.ok(complete('xencfg', 'check', '--rule', 'mac-prefix=').includes('mac-prefix=off'));
});
