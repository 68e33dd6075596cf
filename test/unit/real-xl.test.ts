import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { compare } from '../../client/src/real-xl/compare';
import { reportOf } from '../../client/src/real-xl/report';
import { runXl, withTextAsFile } from '../../client/src/real-xl/run';
import type { JudgeResult } from '../../server/src/lsp/protocol';

const FILE = '/etc/xen/web:1.cfg';
const EXPECTED: JudgeResult = {
  version: 1,
  release: '4.17',
  verdict: 'refused',
  messages: [
    { text: ":2: warning: parameter `memory' is not a valid number", line: 1 },
    { text: 'Neither kernel nor bootloader specified', line: 0 },
    { text: 'No disk', line: 4 },
  ],
};
/** As xl 4.17 prints it. */
const OUTPUT = `Parsing config from ${FILE}
${FILE}:2: warning: parameter \`memory' is not a valid number
Neither kernel nor bootloader specified
`;

test('what xl says stands at the lines that it names, without the name of the file', () => {
  const comparison = compare({ status: 1, output: OUTPUT }, FILE, EXPECTED);
  assert.deepEqual(comparison.said, [
    { text: "warning: parameter `memory' is not a valid number", line: 1 },
    { text: 'Neither kernel nor bootloader specified', line: 0 },
  ]);
});

test('a message without a line stands where ours does', () => {
  const { said, differs, onlyReal } = compare({ status: 1, output: `${OUTPUT}No disk\n` }, FILE, EXPECTED);
  assert.deepEqual(said[2], { text: 'No disk', line: 4 });
  assert.equal(differs, false);
  assert.deepEqual(onlyReal, []);
});

test('missing and additional messages and another verdict are differences', () => {
  const less = compare({ status: 1, output: OUTPUT }, FILE, EXPECTED);
  assert.deepEqual([less.differs, less.onlyExpected, less.onlyReal], [true, ['No disk'], []]);
  const more = compare({ status: 1, output: `${OUTPUT}No disk\nNo disk\n` }, FILE, EXPECTED);
  assert.deepEqual([more.differs, more.onlyExpected, more.onlyReal], [true, [], ['No disk']]);
  assert.equal(compare({ status: 0, output: `${OUTPUT}No disk\n` }, FILE, EXPECTED).differs, true);
});

test('a report names both verdicts, and no line of the file can end its fence', () => {
  const odd = compare({ status: 0, output: 'a ```` b\n' }, FILE, EXPECTED);
  const page = reportOf('web.cfg', odd, EXPECTED, '1.2.3');
  assert.match(page, /\| xl on this host \| accepted \|\n\| Xencfg 1\.2\.3, for Xen 4\.17 \| refused \|/);
  assert.match(page, /\n`````\na ```` b\n`````\n/);
});

test('an xl that cannot reach the hypervisor says nothing about the file', () => {
  const output = 'xencall: error: Could not obtain handle on privileged command interface: No such file or directory\n';
  assert.equal(compare({ status: 1, output }, FILE, EXPECTED).powerless, true);
  assert.equal(compare({ status: 1, output: OUTPUT }, FILE, EXPECTED).powerless, false);
});

test('xl is run without a shell, with a limit, and can be stopped', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-xl-'));
  const script = (name: string, body: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  try {
    const { signal } = new AbortController();
    const echo = script('echo', 'for word in "$@"; do echo "[$word]" >&2; done; exit 3');
    assert.deepEqual(await runXl([echo, '$(id)'], 'a b.cfg', 5, signal), {
      status: 3,
      output: '[$(id)]\n[-N]\n[create]\n[a b.cfg]\n',
    });
    const slow = script('slow', 'exec sleep 60');
    const late = await runXl([slow], 'x', 0.2, signal);
    assert.deepEqual([late.status, late.failure], [undefined, { kind: 'late', seconds: 0.2 }]);
    assert.equal((await runXl([path.join(folder, 'none')], 'x', 5, signal)).missing, true);
    const abort = new AbortController();
    const stopped = runXl([slow], 'x', 60, abort.signal);
    abort.abort();
    assert.equal((await stopped).status, undefined);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a text that is in no file gets one of its own, which goes afterwards', async () => {
  const { signal } = new AbortController();
  let name = '';
  const { output } = await withTextAsFile('name = "x"\n', 'web.cfg', (file) => {
    name = file;
    return runXl(['sh', '-c', 'cat "$3" >&2', 'sh'], file, 5, signal);
  });
  assert.equal(output, 'name = "x"\n');
  assert.equal(path.basename(name), 'web.cfg');
  await assert.rejects(async () => rmSync(name));
});
