import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureAt } from '../../../server/src/service/index';
import { cursor } from './marked';

/** The label, with the parameter that the cursor is in between ⟦ ⟧; empty when there is no help. */
async function help(marked: string, release?: number): Promise<string> {
  const { analysis, offset } = await cursor(marked, release);
  const signature = signatureAt(analysis, offset);
  if (!signature) return '';
  const { label, parameters, active } = signature;
  if (active === undefined) return label;
  const [start, end] = parameters[active]!.label;
  return `${label.slice(0, start)}⟦${label.slice(start, end)}⟧${label.slice(end)}`;
}

test('disk, positional: which parameter the cursor is in', async () => {
  assert.match(await help('disk = [ "|" ]'), /^disk: ⟦target⟧, format, vdev, access, /);
  assert.match(await help('disk = [ "/dev/x|" ]'), /^disk: ⟦target⟧, format, vdev, access, /);
  assert.match(await help('disk = [ "/dev/x,|" ]'), /^disk: target, ⟦format⟧, vdev, access, /);
  assert.match(await help('disk = [ "/dev/x,raw,|" ]'), /^disk: target, format, ⟦vdev⟧, access, /);
  assert.match(await help('disk = [ "/dev/x,raw,xv|da,rw" ]'), /^disk: target, format, ⟦vdev⟧, access, /);
  assert.match(await help('disk = [ "/dev/x,raw,xvda,|" ]'), /^disk: target, format, vdev, ⟦access⟧, /);
});

test('disk, named: what is left, with the one that is being written', async () => {
  const label = await help('disk = [ "vdev=xvda,format=ra|w" ]');
  assert.match(label, /⟦format=…⟧/);
  assert.match(label, /target=…/);
  assert.doesNotMatch(label, /vdev/);
});

test('flags that exclude one another are not left over', async () => {
  assert.doesNotMatch(await help('disk = [ "/dev/x,raw,xvda,rw,discard,|" ]'), /no-discard/);
});

test('vif and others: what is left of their options', async () => {
  const label = await help('vif = [ "bridge=xenbr0,ma|c=00:16:3e:00:00:01" ]');
  assert.match(label, /⟦mac=…⟧/);
  assert.match(label, /script=…/);
  assert.doesNotMatch(label, /bridge/);
  assert.doesNotMatch(label, /colo_/, 'nothing that no manual names, unless it is being written');
  assert.match(await help('vif = [ "bridge=xenbr0,colo_compare_out=a|" ]'), /⟦colo_compare_out=…⟧$/);
  assert.match(await help('p9 = [ "|" ]'), /^p9: .*path=…, tag=…/);
  assert.match(await help('vfb = [ "vnc=1,|" ]'), /vnclisten=…/);
});

test('options of the release alone', async () => {
  assert.match(await help('disk = [ "/dev/x,raw,xvda,rw,|" ]', 422), /trusted/);
  assert.doesNotMatch(await help('disk = [ "/dev/x,raw,xvda,rw,|" ]', 410), /trusted/);
});

test('texts without parameters show what they look like; other places show nothing', async () => {
  assert.equal(await help('cpus = "|"'), 'cpus: 0-3');
  assert.equal(await help('name = "|"'), '');
  assert.equal(await help('# disk = [ "|" ]'), '');
  assert.equal(await help('memory = 5|'), '');
  assert.equal(await help('disk = |'), '');
});
