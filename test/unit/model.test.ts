import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDomain } from '../../server/src/model';
import { readSettings } from '../../server/src/syntax/reading';

/** The result for a text, with the messages as the lines that xl prints. */
function judge(text: string, release = 417) {
  const result = buildDomain(readSettings(text, { release, source: 'f' }), { release, source: 'f' });
  return { ...result, lines: result.messages.map((message) => message.text) };
}

const PV = 'name="g"\nkernel="/k"\n';
const HVM = 'name="g"\ntype="hvm"\n';

test('a small guest of each type is accepted without a word', () => {
  for (const text of [PV, HVM, `${PV}type="pvh"\n`]) {
    const { verdict, lines } = judge(text);
    assert.equal(verdict, 'accepted');
    assert.deepEqual(lines, []);
  }
});

test('what does not parse is refused in the words of libxlutil and xl', () => {
  const { verdict, lines } = judge('name=x\n');
  assert.equal(verdict, 'refused');
  assert.deepEqual(lines, [
    "f:1: config parsing error near `x': syntax error, unexpected IDENT, expecting STRING or NUMBER or '['",
    'Failed to parse config: Invalid argument',
  ]);
});

test('any beginning of a type is that type, the empty text the first', () => {
  assert.equal(judge('name="g"\ntype="h"\n').verdict, 'accepted');
  assert.equal(judge('name="g"\ntype=""\n').verdict, 'accepted');
  assert.deepEqual(judge('name="g"\ntype="HVM"\n').lines, ['Invalid domain type HVM.']);
  assert.deepEqual(judge('name="g"\ntype="pv"\nbuilder="hvm"\n').lines, [
    'Contradicting "builder" and "type" options specified.',
  ]);
});

test('messages stop at the first error; further ones follow apart', () => {
  const { lines, further } = judge('on_crash="x"\nmaxvcpus=1\nvcpus=2\n');
  assert.deepEqual(lines, ['Domain name must be specified.']);
  assert.deepEqual(
    further.map(({ text, key }) => [key, text]),
    [
      ['maxvcpus', 'xl: maxvcpus < vcpus'],
      ['on_crash', 'Unknown on_crash action "x" specified'],
      ['kernel', 'Neither kernel nor bootloader specified'],
    ],
  );
});

test('a message about a spec says which item and which part of it', () => {
  const { verdict, messages } = judge(`${PV}vif=["bridge=b", "mac=00:16:3e:00:00:01,  typ=x"]\n`);
  assert.equal(verdict, 'accepted');
  assert.deepEqual(messages, [
    {
      key: 'vif',
      item: 1,
      part: { start: 24, end: 29 },
      text: "unrecognized argument `typ=x'",
      severity: 'warning',
    },
  ]);
});

test('what xl refuses without a word has a message without text', () => {
  const { verdict, messages } = judge(`${PV}max_grant_frames="many"\n`);
  assert.equal(verdict, 'refused');
  assert.deepEqual(messages, [{ key: 'max_grant_frames', text: '', severity: 'error', fatal: true }]);
});

test('a string where a list is wanted means no device, and a guest', () => {
  const { verdict, lines } = judge(`${PV}disk="/a,raw,xvda,w"\n`);
  assert.equal(verdict, 'accepted');
  assert.deepEqual(lines, ["f:3: warning: parameter `disk' is a single value but should be a list"]);
});

test('p9 entries inherit from those before them until 4.17', () => {
  const text = `${PV}p9=["tag=a,path=/a,security_model=none", "tag=b"]\n`;
  assert.equal(judge(text, 417).verdict, 'accepted');
  assert.deepEqual(judge(text, 418).lines, ['9pfs spec missing required field!']);
});

test('cpuid only warns, each time with two lines', () => {
  assert.deepEqual(judge(`${PV}cpuid="host,nosuch=1,tm"\n`).lines, [
    'while parsing CPUID flag: "nosuch=1":\n  error #2: unknown CPUID flag name',
    'while parsing CPUID flag: "tm":\n  error #1: missing "=" in key=value',
  ]);
});

test('a map of CPUs on nodes is only as wide as one of nodes', () => {
  assert.equal(judge(`${PV}vcpus=1\ncpus="nodes:0"\n`).verdict, 'accepted');
  assert.deepEqual(judge(`${PV}vcpus=1\ncpus="nodes:1"\n`).lines, ['vcpu hard affinity map is empty']);
});

test('Arm has no cpuid: only the first word is looked at', () => {
  const host = { cpus: 8, nodes: 1, memory: 1024, arch: 'arm' } as const;
  const said = (cpuid: string) => {
    const reading = readSettings(`${PV}cpuid="${cpuid}"\n`, { release: 417 });
    return buildDomain(reading, { release: 417, host }).messages.map((message) => message.text);
  };
  assert.deepEqual(said('host,nosuch=1'), []);
  assert.deepEqual(said('nosuch=1'), ['while parsing CPUID string: "nosuch=1":\n  error: first word must be "host"']);
});
