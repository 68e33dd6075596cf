import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lenses } from '../../../server/src/service/index';
import { analysed } from './marked';

async function titles(text: string): Promise<string[]> {
  return lenses(await analysed(text, 417)).map(({ title }) => title);
}

test('dialect, release, verdict and counts; a preview where there is something to convert', async () => {
  assert.deepEqual(await titles('name = "a"\nkernel = "/boot/vmlinuz"\n'), ['xl file, Xen 4.17', 'accepted by xl']);
  const xm = await titles("name = 'a'\nbuilder = 'linux'\nmemory = 128 * 4\n");
  assert.equal(xm[0], 'xm file, Xen 4.17');
  assert.match(xm[1]!, /^refused by xl: \d errors?/);
  assert.equal(xm[2], 'Preview as xl');
});
