import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { CleanFiles } from '../../server/src/rules/clean-files';
import { FileContext } from '../../server/src/rules/context';
import { type InspectOptions, inspect, readInput } from '../../server/src/rules/inspect';
import { likenessOf } from '../../server/src/rules/likeness';
import { RELEASES } from '../../server/src/syntax/release';
import { Random } from '../conformance/generate/random';
import { readRuleCases } from './rule-cases';

const CLEAN = path.join(process.cwd(), 'test/fixtures/clean');

/** Everything that stands in a place which guests of one template differ in, and much that nearly does. */
const KINDS = [
  `name = "web17"
uuid = '6b0a3f0e-5d0f-4a57-9a0c-6a4d00001055'
kernel = "/boot/vmlinuz-6.1"
disk = [ "/dev/vg1/web17-root,raw,xvda1,rw", "format=raw,vdev=xvdb2,access=rw,target=/srv/17/web17.img" ]
vif = [ "mac=00:16:3e:00:10:55,bridge=xenbr0,vifname=v17.0", "bridge=br1,mac=02:16:3e:17:10:55" ]
`,
  `name = 'Domain-0'
type = "hvm"
disk = [ '/dev/xvda1,xvda1,w', '/dev/sda1,,/dev/hda1,r', 'phy:/dev/vg0/17,sda2,w', '/iso/12.iso,raw,hdc,r,cdrom' ]
vif = [ 'mac=00:00:00:00:00:00', 'mac=00:16:3E:00:00:01', 'mac=00:16:3e:00:00:01', 'mac=00:0c:29:11:22:33,ip=10.0.0.1' ]
uuid = "00000000-0000-0000-0000-000000000000"
`,
  `name = "g1" # guest 12
extra = "root=/dev/xvda1 ip=10.0.0.12"
memory = 512; vcpus = 2
disk = [ '/a,b/1,raw,xvda,rw', "/it's/2,raw,xvdb", '/srv/3=4,raw,xvdc', '/srv/long12345678901/5,qcow2,xvdd,ro,target=/6' ]
vif = [ 'mac=00:16:3e:1:2:3', 'mac=00163e000001', 'vifname=abcdefghijklmn17,mac=ff:ff:ff:ff:ff:ff', 'vifname=17' ]
pci = [ '01:00.0', '0000:02:10.1' ]
vncdisplay = 17
`,
];

const TEXTS = [
  ...KINDS,
  ...readdirSync(CLEAN).map((name) => readFileSync(path.join(CLEAN, name), 'utf8')),
  ...[...readRuleCases(path.join(process.cwd(), 'test/fixtures/rules')).values()].flatMap(({ report, quiet }) =>
    [...report, ...quiet].map(({ text }) => text),
  ),
];

/** The text with other digits in a few places: each one by itself, or a run of them wherever it stands. */
function varied(random: Random, text: string): string {
  let result = text;
  for (let i = random.below(3); i >= 0; i--) {
    const runs = [...result.matchAll(random.below(2) === 0 ? /\d+/g : /[\da-f]{2}/gi)];
    if (runs.length === 0) return result;
    const { 0: run, index } = random.pick(runs);
    const other = run.replace(/./g, (digit) =>
      /\d/.test(digit) ? String(random.below(10)) : random.pick([...'abcdef']),
    );
    if (random.below(2) === 0) result = result.replaceAll(run, other);
    else result = result.slice(0, index) + other + result.slice(index + run.length);
  }
  return result;
}

function likeness(text: string, options: InspectOptions): string | undefined {
  return likenessOf(new FileContext(readInput(text, options)));
}

test('xl and the rules say the same of files that are alike', () => {
  const random = new Random('likeness');
  let pairs = 0;
  for (const text of TEXTS) {
    for (let i = 0; i < 12; i++) {
      const other = varied(random, text);
      const options: InspectOptions = {
        release: random.below(3) === 0 ? random.pick(RELEASES) : 422,
        fileName: 'a.cfg',
      };
      const alike = likeness(text, options);
      if (other === text || alike === undefined || alike !== likeness(other, options)) continue;
      pairs++;
      const said = (of: string) => {
        const { verdict, dialect, findings } = inspect(of, options);
        return { verdict, dialect, findings: findings.map(({ code, severity, span }) => ({ code, severity, span })) };
      };
      assert.deepEqual(said(other), said(text), `${text}\n${other}`);
    }
  }
  assert.ok(pairs > 200, `${pairs} pairs`);
});

test('what a template changes from guest to guest makes no file another one', () => {
  const guest = (name: string, mac: string, note: string) => `# ${note}
name = "${name}"
uuid = "6b0a3f0e-5d0f-4a57-9a0c-0000${mac.replaceAll(':', '')}${name.slice(-2)}"
disk = [ "/dev/vg0/${name}-root,raw,xvda,rw", "format=qcow2,vdev=xvdc,target=/srv/${name}.qcow2" ]
vif = [ "mac=00:16:3e:${mac},bridge=xenbr0,vifname=v${name.slice(-2)}.0" ]
`;
  const one = likeness(guest('web10', 'a0:00:01', 'the first'), {});
  assert.ok(one);
  assert.equal(likeness(guest('web23', 'ff:fe:1d', 'another, with 7 words'), {}), one);
});

test('files differ by everything else', () => {
  const text = KINDS[0]!;
  const one = likeness(text, {});
  const changes: [string, string][] = [
    ['name = "web17"', 'name = "web1"'],
    ['name = "web17"', 'name = "web00"'],
    ['name = "web17"', 'name = "web18"'],
    ['"web17"', '"wep17"'],
    ['6b0a3f0e', '6b0a3f0'],
    ['6b0a3f0e-5d0f-4a57-9a0c-6a4d00001055', '00000000-0000-0000-0000-000000000000'],
    ['vmlinuz-6.1', 'vmlinuz-6.2'],
    ['xvda1,', 'xvda2,'],
    ['00:16:3e:00:10:55', '01:16:3e:00:10:55'],
    ['00:16:3e:00:10:55', '00:16:3e:00:00:00'],
    ['00:16:3e:00:10:55', '00:16:3e:17:10:55'],
    ['vifname=v17.0', 'vifname=v017.0'],
    ['vif =', 'vif='],
  ];
  for (const [from, to] of changes) assert.notEqual(likeness(text.replace(from, to), {}), one, `${from} -> ${to}`);
  for (const odd of ['# xencfg: ignore mac-prefix\n', 'extra = "{X}"\n', 'x = "@@Y@@"\n', 'memory = \n', 'x = "\\n"\n'])
    assert.equal(likeness(text + odd, {}), undefined, odd);
});

test('a file like one without findings is not judged again, under the same circumstances', () => {
  const cleanFiles = new CleanFiles();
  const other = TEXTS.find((text) => inspect(text).findings.length > 0 && likeness(text, {}) !== undefined)!;
  const keyOf = (text: string, options: InspectOptions = {}) =>
    cleanFiles.keyOf(new FileContext(readInput(text, options)), options)!;
  const text = KINDS[0]!;
  assert.deepEqual(inspect(text, { cleanFiles }).findings, []);
  inspect(other, { cleanFiles });
  assert.ok(cleanFiles.has(keyOf(text.replaceAll('17', '42'))));
  assert.ok(!cleanFiles.has(keyOf(other)));
  assert.ok(!cleanFiles.has(keyOf(text, { release: 413 })));
  assert.ok(!cleanFiles.has(keyOf(text, { severities: { 'mac-prefix': 'off' } })));
  assert.ok(!cleanFiles.has(keyOf(text, { knownKeys: ['site'] })));
  assert.ok(!cleanFiles.has(keyOf(text, { host: { cpus: 4, nodes: 1, memory: 1024, arch: 'x86' } })));
  const again = inspect(text.replaceAll('17', '42'), { cleanFiles });
  assert.equal(again.verdict, 'accepted');
  assert.deepEqual(again.findings, []);
});

test('kinds of files that are not met any more are forgotten', () => {
  const cleanFiles = new CleanFiles();
  cleanFiles.add('first');
  cleanFiles.add('often');
  for (let i = 0; i < 5000; i++) {
    cleanFiles.add(`kind ${i}`);
    assert.ok(cleanFiles.has('often'));
  }
  assert.ok(!cleanFiles.has('first'));
});
