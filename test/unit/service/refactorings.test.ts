import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDomain, domainJson } from '../../../server/src/model';
import { type Analysis, analyse, refactorings } from '../../../server/src/service/index';
import { RELEASES } from '../../../server/src/syntax/release';
import { applyEdits } from '../../../server/src/syntax/span';
import { fromBytes } from '../../../server/src/syntax/specs/bytes';
import { readCorpus } from '../../conformance/generate/corpus';
import { DEVICE_KINDS } from '../../conformance/generate/devices';
import { Random } from '../../conformance/generate/random';
import { schemaGuest } from '../../conformance/generate/schema-guests';
import { TEXT_KINDS } from '../../conformance/generate/texts';
import { cursor } from './marked';

const NAMED = 'Write the disk with named options';
const PLACES = 'Write the disk without names';
const LINES = 'Write one entry per line';
const LINE = 'Write all entries on one line';

/** The text after that refactoring at the cursor; undefined when it is not offered. */
async function refactored(marked: string, title: string, release?: number): Promise<string | undefined> {
  const { analysis, offset } = await cursor(marked, release);
  const found = refactorings(analysis, offset).find((one) => one.title === title);
  return found && applyEdits(analysis.text, found.edits);
}

test('a disk with places becomes one with names, and back', async () => {
  assert.equal(
    await refactored('disk = [ "/dev/vg/web,raw,x|vda,rw,discard" ]', NAMED),
    'disk = [ "format=raw,vdev=xvda,access=rw,discard,target=/dev/vg/web" ]',
  );
  assert.equal(
    await refactored('disk = [ "format=raw,vdev=xvda|,access=rw,discard,target=/dev/vg/web" ]', PLACES),
    'disk = [ "/dev/vg/web,raw,xvda,rw,discard" ]',
  );
  assert.equal(
    await refactored('disk = [ ",raw,hdc,,cdr|om" ]', NAMED),
    'disk = [ "format=raw,vdev=hdc,cdrom,target=" ]',
  );
  assert.equal(await refactored('disk = [ "vdev=hdc,format=empty,target=,cdr|om" ]', PLACES), undefined);
  assert.equal(
    await refactored('disk = [ "vdev=hdc,format=raw,cdr|om,target=/a" ]', PLACES),
    'disk = [ "/a,raw,hdc,,cdrom" ]',
  );
});

test('a disk that has no other form, or a mistake, stays', async () => {
  assert.equal(await refactored('disk = [ "vdev=xvda,target=/a,|b" ]', PLACES), undefined);
  assert.equal(await refactored('disk = [ "phy:/dev/x,xv|da,w" ]', NAMED), undefined);
  assert.equal(await refactored('disk = [ "/dev/x,raw,xv|da,w!" ]', NAMED), undefined);
  assert.equal(await refactored('disk = [ "vdev=xv|da,target=/a" ]', NAMED), undefined);
  assert.equal(await refactored('vif = [ "bridge=x|" ]', NAMED), undefined);
  assert.equal(await refactored('disk = [ "/dev/x,raw,xv|da,w" ]', NAMED, 401), undefined);
});

test('a list: an entry a line, and back', async () => {
  assert.equal(await refactored('vif = [ "a",| "b" ] # c\n', LINES), 'vif = [\n    "a",\n    "b"\n] # c\n');
  assert.equal(await refactored('vif = [\n  "a"|,\n  "b",\n]\n', LINE), 'vif = [ "a", "b" ]\n');
  assert.equal(await refactored('vnuma = [ [ "a|", "b" ],\n [ "c" ] ]\n', LINE), 'vnuma = [ [ "a", "b" ], [ "c" ] ]\n');
  assert.equal(await refactored('vif = [\n  "a"|, # x\n  "b",\n]\n', LINE), undefined);
  assert.equal(await refactored('vif = [|]\n', LINES), undefined);
  assert.equal(await refactored('vif = [ "a"| "b" ]\n', LINES), undefined);
});

test('root and extra become cmdline', async () => {
  const title = 'Write root and extra as cmdline';
  assert.equal(
    await refactored('root = "/dev/xvda1"\nmemory = 5\nex|tra = \'ro "quiet"\' # c\n', title),
    'cmdline = "root=/dev/xvda1 ro \\"quiet\\""\nmemory = 5\n# extra is in cmdline now\n#extra = \'ro "quiet"\' # c\n',
  );
  assert.equal(await refactored("ro|ot = '/dev/xvda1'\n", 'Write root as cmdline'), "cmdline = 'root=/dev/xvda1'\n");
  assert.equal(await refactored('ex|tra = "ro"\n', 'Write extra as cmdline'), 'cmdline = "ro"\n');
  assert.equal(await refactored('root = "a"\ncmdline = "b"\nextra| = "c"\n', title), undefined);
  assert.equal(await refactored('root| = "a"\nextra = "b"\n', title, 404), undefined);
  assert.equal(await refactored('root = "a"\nroot| = "b"\nextra = "c"\n', title), undefined);
});

function domainOf({ inspection: { input }, release }: Analysis): string {
  const { domain, verdict } = buildDomain(input.reading, { release });
  return domain ? domainJson(domain) : verdict;
}

const corpus = readCorpus(process.cwd());
const SOURCES: Readonly<Record<string, (random: Random) => string>> = {
  files: (random) => TEXT_KINDS.file!.generate(random, corpus),
  guests: (random) => schemaGuest(random, corpus),
  disks: (random) => {
    const spec = fromBytes(DEVICE_KINDS.disk.made.generate(random)).replace(/["\\\n\0]/g, '');
    return `name = "a"\nkernel = "/b"\ndisk = [ "${spec}", "/dev/x,raw,xvdz,rw" ]\nroot = "/dev/xvda"\nextra = "ro  q"\n`;
  },
};

for (const [kind, generate] of Object.entries(SOURCES)) {
  test(`generated texts (${kind}): the domain stays the same`, () => {
    const random = new Random(`refactor ${kind}`);
    let done = 0;
    for (let n = 0; n < 250; n++) {
      const text = fromBytes(generate(random));
      const release = random.oneIn(3) ? random.pick(RELEASES) : 422;
      const before = analyse(text, { release });
      for (const { span, value } of before.tree.settings.slice(0, 30)) {
        for (const offset of new Set([span.start + 1, value.span.start + 3])) {
          for (const { title, edits } of refactorings(before, offset)) {
            done++;
            const after = analyse(applyEdits(text, edits), { release });
            assert.equal(domainOf(after), domainOf(before), `${title} in ${JSON.stringify(text)}`);
          }
        }
      }
    }
    assert.ok(done > 50, `${done} refactorings`);
  });
}
