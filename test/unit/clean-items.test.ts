import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { inspect } from '../../server/src/rules/inspect';
import { RuleMemory } from '../../server/src/rules/rule-memory';
import { RELEASES } from '../../server/src/syntax/release';
import { Random } from '../conformance/generate/random';

const ROOT = path.join(process.cwd(), 'test/fixtures');

/** Texts with devices in them: those that have no finding, and one with everything wrong. */
const TEXTS = [
  ...readdirSync(path.join(ROOT, 'clean')).map((name) => readFileSync(path.join(ROOT, 'clean', name), 'utf8')),
  `name = "g"
type = "hvm"
disk = [ 'tap:aio:/srv/a.img,xvda,w!', 'phy:vg/b,/dev/xvdb,w', '/c.iso,raw,hdc,r', '/c,raw,xvda,rw,brige=1' ]
vif = [ 'mac=01:16:3e:00:00:01,brige=x', 'mac=00:16:3e:00:00:01', 'mac=00:16:3e:00:00:01,rate=1', ' mac = 1' ]
pci = [ '03:00.0,permisive=1', '03:00' ]
vfb = [ 'type=vnc,vncpasswd=secret' ]
`,
];

/** What people type, and what breaks or changes things elsewhere in a file. */
const TYPED = ['1', 'x', ',', '"', "'", ' ', '\n', '=', '[', ']', '#', 'mac=', 'rw', 'ro', 'pvh', '\\', '+='];

/** A text after a random edit. */
function edited(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const end = random.below(3) === 0 ? Math.min(text.length, at + random.below(12)) : at;
  return text.slice(0, at) + (random.below(4) === 0 ? '' : random.pick(TYPED)) + text.slice(end);
}

test('a text that is read again and again has the findings that it has when it is read for the first time', () => {
  const random = new Random('clean items');
  const findings = new RuleMemory();
  for (const start of TEXTS) {
    let text = start;
    for (let i = 0; i < 24; i++) {
      const release = random.below(10) === 0 ? random.pick(RELEASES) : 422;
      const severities = random.below(10) === 0 ? ({ 'mac-prefix': 'off', 'redundant-default': 'hint' } as const) : {};
      const again = inspect(text, { release, severities, findings });
      const once = inspect(text, { release, severities });
      assert.deepEqual(again.findings, once.findings, text);
      assert.equal(again.verdict, once.verdict);
      text = edited(random, text);
      // back to something sound now and then, or all of it is broken
      if (i % 8 === 7) text = start;
    }
  }
});
