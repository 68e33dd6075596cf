import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeDomain, domainJson } from '../../server/src/model';
import type { Finding } from '../../server/src/rules/finding';
import { inspect } from '../../server/src/rules/inspect';
import { RuleMemory } from '../../server/src/rules/rule-memory';
import { RELEASES } from '../../server/src/syntax/release';
import { TextMemory } from '../../server/src/syntax/text-memory';
import { acrossFindings } from '../../server/src/workspace/across';
import { ClaimMemory } from '../../server/src/workspace/claim-memory';
import { GuestIndex } from '../../server/src/workspace/guests';
import { plainRecord, readRecord, recordOf } from '../../server/src/workspace/record';
import { Random } from '../conformance/generate/random';

/** Change it to try other edits. */
const SEED = 'edited files';
const FILES = 20;
const EDITS = 24;

const DISKS = [
  (n: number) => `'/dev/vg/d${n},raw,xvd${String.fromCharCode(97 + (n % 26))}${n > 25 ? n : ''},rw'`,
  (n: number) => `'format=qcow2,vdev=hd${'abcdefgh'[n % 8]}${n},target=/srv/d${n}.img'`,
  (n: number) => `'phy:vg/d${n},xvd${n},w!'`,
  (n: number) => `"tap:aio:/srv/d${n}.img,/dev/sd${'abcxyz'[n % 6]},r"`,
  () => `'/c.iso,raw,hdc,r,devtype=cdrom'`,
  () => `'/x,raw,xvda,rw,brige=1'`,
  (n: number) => `'script=block-nbd,backend=store${n % 3},vdev=xvdq${n},target=n${n}'`,
];
const VIFS = [
  (n: number) => `'mac=00:16:3e:00:00:${(n % 200).toString(16).padStart(2, '0')},bridge=br${n % 3}'`,
  (n: number) => `'mac=01:16:3e:00:00:0${n % 8},brdge=x'`,
  (n: number) => `'bridge=xenbr0,script=vif-${n % 2},backend=net,rate=${n}Mb/s'`,
  (n: number) => `'mac=00:16:3e:00:00:0${n % 9},policy=x'`,
  () => `''`,
  (n: number) => `'mac=${n}'`,
];
const PCIS = [(n: number) => `'0${n % 4}:00.${n % 8}'`, () => `'03:00.0,permisive=1'`, () => `'[01:00.0]x'`];
const TYPED = [
  '1',
  'x',
  ',',
  '"',
  "'",
  ' ',
  '\n',
  '=',
  '[',
  ']',
  '#',
  'rw',
  '\\',
  "'a',",
  '# xencfg: ignore bad-mac\n',
];

/** A guest with lists that are long enough to be remembered. */
function longGuest(random: Random): string {
  const list = (name: string, items: readonly ((n: number) => string)[]) => {
    // most files are what xl accepts
    const isSound = !random.oneIn(3);
    const usual = isSound ? items[0]! : random.pick(items);
    const odd = isSound ? 100 : 8;
    const all = Array.from({ length: 28 + random.below(40) }, (_, n) =>
      (random.oneIn(odd) ? random.pick(items) : usual)(n),
    );
    return `${name} = [\n${all.map((item) => `  ${item},\n`).join('')}]\n`;
  };
  const settings = [
    `name = "guest${random.below(3)}"\n`,
    random.oneIn(2) ? 'type = "hvm"\nboot = "dnc"\n' : 'kernel = "/k"\n',
    'memory = 512\n',
    list('disk', DISKS),
    list('vif', VIFS),
    ...(random.oneIn(2) ? [list('pci', PCIS)] : []),
    'vcpus = 2\n',
  ];
  return settings.join('');
}

function edited(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const end = random.oneIn(3) ? Math.min(text.length, at + random.below(random.oneIn(4) ? 200 : 12)) : at;
  return text.slice(0, at) + (random.oneIn(4) ? '' : random.pick(TYPED)) + text.slice(end);
}

/** Findings, and some of their fixes: to work all of them out takes long. */
function worked(findings: readonly Finding[]): unknown {
  return findings.map((finding, index) => {
    const { code, severity, message, span, related } = finding;
    return [code, severity, message, { ...span }, related, index % 10 === 0 ? finding.fixes : undefined];
  });
}

test(`an edited file with long lists is judged as one that nobody knows (seed ${SEED})`, () => {
  const random = new Random(SEED);
  const findings = new RuleMemory();
  const others = [longGuest(random), longGuest(random)];
  let accepted = 0;
  let across = 0;
  for (let file = 0; file < FILES; file++) {
    const memory = new TextMemory();
    const claims = new ClaimMemory();
    const index = new GuestIndex();
    for (const [i, other] of others.entries()) index.set(`other${i}`, readRecord(other, { release: 422 }));
    let text = longGuest(random);
    const start = text;
    const release = random.oneIn(4) ? random.pick(RELEASES) : 422;
    for (let edit = 0; edit < EDITS; edit++) {
      const again = inspect(text, { release, findings, memory });
      const once = inspect(text, { release });
      assert.deepEqual(worked(again.findings), worked(once.findings), text);
      assert.deepEqual(
        [again.verdict, again.input.domain.messages, again.input.domain.further],
        [once.verdict, once.input.domain.messages, once.input.domain.further],
      );
      const { domain } = again.input.domain;
      if (domain) {
        accepted++;
        const fresh = once.input.domain.domain!;
        assert.equal(JSON.stringify(domainJson(domain)), JSON.stringify(domainJson(fresh)));
        assert.deepEqual(completeDomain(domain).messages, completeDomain(fresh).messages);
      }
      const record = recordOf(again.file, again.isOther, {}, claims);
      const plain = readRecord(text, { release });
      // bridges and scripts are in any order
      const sorted = ({ network, ...rest }: typeof plain) => ({
        ...rest,
        network: [network?.bridges.toSorted(), network?.scripts.toSorted()],
      });
      assert.deepEqual(sorted(plainRecord(record)), sorted(plain), text);
      const touched = new Set<string>();
      index.set('this', record, 'this', touched);
      const fresh = new GuestIndex();
      for (const [i, other] of others.entries()) fresh.set(`other${i}`, readRecord(other, { release: 422 }));
      fresh.set('this', plain);
      for (const path of ['this', 'other0', 'other1']) {
        const said = acrossFindings(index, path);
        across += said.length;
        assert.deepEqual(worked(said), worked(acrossFindings(fresh, path)));
      }
      const next = edited(random, text);
      // back to something sound now and then, or all of it is broken
      text =
        edit % 6 === 5 ? start : inspect(next, { release }).verdict === 'accepted' || random.oneIn(2) ? next : text;
    }
  }
  assert.ok(accepted > (FILES * EDITS) / 4, `${accepted} accepted`);
  assert.ok(across > (FILES * EDITS) / 4, `${across} findings across files`);
});
