import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlays } from '../../../server/src/service/index';
import { analysed } from './marked';

/** The text with each note in ⟦ ⟧ where it is shown. */
async function noted(text: string, within = { start: 0, end: text.length }): Promise<string> {
  const notes = inlays(await analysed(text), within);
  return notes.reduceRight((done, { offset, text }) => `${done.slice(0, offset)}⟦${text}⟧${done.slice(offset)}`, text);
}

test('amounts with a unit, where there is more to say than the number', async () => {
  assert.equal(
    await noted('memory = 2048\nmaxmem = "4096"\nvideoram = 16\nvcpus = 4\ncap = 150\n'),
    'memory = 2048⟦2 GiB⟧\nmaxmem = "4096"⟦4 GiB⟧\nvideoram = 16\nvcpus = 4\ncap = 150⟦1.5 CPUs⟧\n',
  );
  assert.equal(
    await noted('p9 = [ "tag=a,path=/b,max-space=2048" ]'),
    'p9 = [ "tag=a,path=/b,max-space=2048⟦2 GiB⟧" ]',
  );
});

test('the value of what Python computes', async () => {
  assert.equal(
    await noted('vmid = 7\nname = "vm%d" % vmid\nmemory = 256 * 4\nx = unknown()\nlist = [1]\n'),
    'vmid = 7\nname = "vm%d" % vmid⟦= \'vm7\'⟧\nmemory = 256 * 4⟦= 1024⟧\nx = unknown()\nlist = [1]\n',
  );
});

test('of the part that is asked for alone', async () => {
  const text = 'memory = 2048\nmaxmem = 4096\n';
  assert.equal(await noted(text, { start: 14, end: text.length }), 'memory = 2048\nmaxmem = 4096⟦4 GiB⟧\n');
});
