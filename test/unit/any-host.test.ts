import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Host } from '../../server/src/model';
import { inspect } from '../../server/src/rules/inspect';

const HOST: Host = { cpus: 16, nodes: 2, memory: 65536, arch: 'x86' };

/** Verdict, and severities with codes, of an HVM guest with two vCPUs and one more line. */
function judged(line: string, host?: Host) {
  const text = `name = "g"\ntype = "hvm"\nvcpus = 2\n${line}\n`;
  const { verdict, findings } = inspect(text, { release: 417, ...(host && { host }) });
  return {
    verdict,
    findings: findings.map(({ severity, code, span }) => [severity, code, text.slice(span.start, span.end)]),
  };
}

const NODES = (pnode: number) =>
  `vnuma = [ [ "pnode=${pnode}", "size=256", "vcpus=0-1", "vdistances=10" ] ]\nmaxmem = 256`;

test('what only a bigger host has refuses no file while nobody says how big the host is', () => {
  for (const [line, place] of [
    ['cpus = "20-23"', '"20-23"'],
    ['cpus = [ "3", "20" ]', '20'],
    ['cpus = "nodes:1"', '"nodes:1"'],
    [NODES(2), '[ "pnode=2", "size=256", "vcpus=0-1", "vdistances=10" ]'],
  ] as const) {
    const open = judged(line);
    assert.equal(open.verdict, 'accepted', line);
    assert.deepEqual(
      open.findings.map(([severity]) => severity),
      ['warning'],
      line,
    );
    assert.equal(open.findings[0]![2]!.replaceAll('"', ''), place.replaceAll('"', ''), line);
    assert.equal(judged(line, HOST).verdict, 'refused', line);
    assert.equal(judged(line, HOST).findings[0]![0], 'error', line);
  }
  assert.equal(judged('cpus = "20-23"', { ...HOST, cpus: 32 }).findings.length, 0);
});

test('what no host has refuses the file', () => {
  assert.equal(judged('cpus = "3,^3"').verdict, 'refused');
  assert.equal(judged('cpus = [ "3,^3", "20" ]').verdict, 'refused');
});

test('a doubt about the host hides no other refusal', () => {
  const { verdict, findings } = judged('cpus = "20"\nbios = "efi"');
  assert.equal(verdict, 'refused');
  assert.deepEqual(
    findings.map(([severity, , place]) => [severity, place]),
    [
      ['warning', '"20"'],
      ['error', '"efi"'],
    ],
  );
});
