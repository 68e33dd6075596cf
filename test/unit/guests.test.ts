import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/rules/finding';
import { acrossFindings } from '../../server/src/workspace/across';
import { GuestIndex } from '../../server/src/workspace/guests';
import { readRecord } from '../../server/src/workspace/record';

const HOST = { cpus: 8, memory: 2048 };
const AROUND = { host: HOST, complete: true };

/** A source of numbers that is the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Guests of a small world, in which everything is soon there twice. */
function someGuest(below: (most: number) => number): string {
  const lines = [
    `name = "guest${below(6)}"`,
    ...(below(2) ? ['type = "hvm"', `vncdisplay = ${1 + below(3)}`] : []),
    ...(below(2) ? [`uuid = "2a1c7c36-6c0e-4b39-a0f6-8fd0e2f11c5${below(3)}"`] : []),
    `vif = [ 'mac=00:16:3e:00:00:0${below(4)},backend=guest${below(8)}' ]`,
    `disk = [ '/dev/vg0/d${below(5)},raw,xvda,${below(2) ? 'w' : 'r'}' ]`,
    ...(below(3) ? [] : [`pci = [ '01:00.${below(2) ? '*' : below(3)}' ]`]),
    `memory = ${128 * (1 + below(8))}`,
    `vcpus = ${1 + below(4)}`,
    ...(below(6) ? [] : ['# xencfg: ignore-file shared-disk -- clustered']),
  ];
  const rotated = below(lines.length);
  return `${[...lines.slice(rotated), ...lines.slice(0, rotated)].join('\n')}\n`;
}

function build(files: ReadonlyMap<string, string>): GuestIndex {
  const index = new GuestIndex();
  for (const [path, text] of files) index.set(path, readRecord(text, {}));
  return index;
}

function allFindings(index: GuestIndex): Map<string, Finding[]> {
  return new Map([...index.paths()].sort().map((path) => [path, acrossFindings(index, path, {}, AROUND)]));
}

/** A finding without its fixes, which are made when somebody asks for them. */
function shown({ fixes, ...rest }: Finding): Omit<Finding, 'fixes'> {
  return rest;
}

test('after any changes the index says what a fresh one says, and tells which files they concern', (t) => {
  let changes = 0;
  let findings = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const below = numbers(seed);
    const files = new Map<string, string>();
    const index = new GuestIndex();
    let before = allFindings(index);
    for (let step = 0; step < 40; step++) {
      const path = `${below(12)}.cfg`;
      const touched = new Set([path]);
      const add = (paths: Iterable<string>) => {
        for (const one of paths) touched.add(one);
      };
      const kind = below(4);
      if (kind === 0) {
        files.delete(path);
        index.delete(path, touched);
      } else if (kind === 1 && files.has(path)) {
        const to = `${below(12)}.cfg`;
        const text = files.get(path)!;
        files.delete(path);
        index.delete(path, touched);
        files.set(to, text);
        index.set(to, readRecord(text, {}), to, touched);
        add([path, to]);
      } else {
        const copied = below(5) === 0 ? [...files.values()][0] : undefined;
        const text = copied ?? someGuest(below);
        files.set(path, text);
        index.set(path, readRecord(text, {}), path, touched);
        add([path]);
      }
      add(index.totalsAt());
      const after = allFindings(index);
      assert.deepEqual(after, allFindings(build(files)), `seed ${seed}, step ${step}`);
      for (const [other, found] of after) {
        if (!touched.has(other))
          assert.deepEqual(found.map(shown), before.get(other)?.map(shown), `seed ${seed}, step ${step}: ${other}`);
        findings += found.length;
      }
      before = after;
      changes++;
    }
  }
  t.diagnostic(`${changes} changes, ${findings} findings compared`);
  assert.ok(findings > changes);
});

test('an edit that says nothing new concerns no other file', () => {
  const index = build(
    new Map([
      ['a', 'name = "web"\nmemory = 1\n'],
      ['b', 'name = "web"\nmemory = 2\n'],
      ['c', 'name = "db"\n'],
    ]),
  );
  const concerned = (text: string) => {
    const touched = new Set<string>();
    index.set('a', readRecord(text, {}), 'a', touched);
    touched.delete('a');
    return [...touched].sort();
  };
  assert.deepEqual(concerned('name = "web"\nmemory = 3\n'), []);
  assert.deepEqual(concerned('\nname = "web"\nmemory = 3\n'), ['b']);
  assert.deepEqual(concerned('name = "db"\n'), ['b', 'c']);
});

test('fifty guests of one name: one finding each, that names few others', () => {
  const names = Array.from({ length: 50 }, (_, i) => `${i}.cfg`);
  const index = build(new Map(names.map((name, i) => [name, `name = "web"\nmemory = ${i}\n`])));
  for (const name of names) {
    const findings = acrossFindings(index, name, {}, {});
    assert.equal(findings.length, 1, name);
    assert.match(findings[0]!.message, /and 48 more/);
    assert.ok(findings[0]!.related!.length <= 5);
    assert.ok(findings[0]!.related!.every(({ path }) => path !== name));
  }
});

test('a file and its copy are one finding; a third file conflicts with both', () => {
  const text = `name = "web"\nuuid = "2a1c7c36-6c0e-4b39-a0f6-8fd0e2f11c5a"\nvif = [ 'mac=00:16:3e:00:00:01' ]\n`;
  const index = build(
    new Map([
      ['web.cfg', text],
      ['web-copy.cfg', text],
    ]),
  );
  const codes = (path: string) => acrossFindings(index, path, {}, {}).map(({ code }) => code);
  assert.deepEqual(codes('web.cfg'), ['duplicate-name']);
  assert.deepEqual(codes('web-copy.cfg'), ['duplicate-name']);
  index.set('db.cfg', readRecord(text.replace('web', 'db'), {}));
  assert.deepEqual(codes('web.cfg'), ['duplicate-name', 'shared-uuid', 'shared-mac']);
  assert.deepEqual(codes('db.cfg'), ['shared-uuid', 'shared-mac']);
});

test('one image under two paths, where the file system can say so', () => {
  const canonical = (path: string) => path.replace(/^\/srv\/link\//, '/srv/real/');
  const index = new GuestIndex();
  const disk = (name: string, target: string) => `name = "${name}"\ndisk = [ '${target},raw,xvda,rw' ]\n`;
  index.set('a', readRecord(disk('a', '/srv/link/x.img'), { canonical }));
  index.set('b', readRecord(disk('b', '/srv/real/x.img'), { canonical }));
  index.set('c', readRecord(disk('c', 'x.img'), { canonical, folder: '/srv/link' }));
  index.set('d', readRecord(disk('d', 'x.img'), { canonical, folder: '/elsewhere' }));
  const others = (path: string) =>
    acrossFindings(index, path, {}, {}).flatMap(({ related }) => related!.map((r) => r.path));
  assert.deepEqual(others('a'), ['b', 'c']);
  assert.deepEqual(others('c'), ['a', 'b']);
  assert.deepEqual(others('d'), []);
});

test('severities hold, and what is offered is free and depends on the seed alone', () => {
  const text = (name: string) => `name = "${name}"\nvif = [ 'mac=00:16:3e:00:00:01' ]\n`;
  const index = build(
    new Map([
      ['a', text('a')],
      ['b', text('b')],
    ]),
  );
  assert.deepEqual(acrossFindings(index, 'a', { 'shared-mac': 'off' }, {}), []);
  assert.equal(acrossFindings(index, 'a', { 'shared-mac': 'hint' }, {})[0]!.severity, 'hint');
  const fresh = (path: string, seed?: string) => {
    const [finding] = acrossFindings(index, path, {}, seed === undefined ? {} : { seed });
    return finding!.fixes[0]!.edits[0]!.newText;
  };
  assert.match(fresh('a'), /^00:16:3e(:[\da-f]{2}){3}$/);
  assert.equal(fresh('a'), fresh('a'));
  assert.notEqual(fresh('a'), fresh('b'));
  assert.notEqual(fresh('a'), fresh('a', 'another'));
  const taken = fresh('a');
  index.set('c', readRecord(`name = "c"\nvif = [ 'mac=${taken}' ]\n`, {}));
  assert.notEqual(fresh('a'), taken);
});

test('what nobody wrote counts as xl has it: one virtual CPU, a USB device of the host', () => {
  const index = build(
    new Map([
      ['a.cfg', 'name = "a"\nvcpus = 8\nusbdev = [ "hostbus=1,hostaddr=3" ]\n'],
      ['b.cfg', 'name = "b"\nusbdev = [ "type=hostdev,hostaddr=0x3,hostbus=0x1" ]\n'],
    ]),
  );
  const messages = acrossFindings(index, 'a.cfg', {}, AROUND).map(({ code, message }) => [code, message.split(':')[0]]);
  assert.deepEqual(messages, [
    ['host-vcpus', 'The 2 guests have 9 virtual CPUs together, and the host has 8'],
    ['shared-usb', messages[1]?.[1]],
  ]);
});

test('a disk names those who write to it, not those who read it too', () => {
  const disk = (mode: string) => `disk = [ "/dev/vg0/d,raw,xvda,${mode}" ]\n`;
  const index = build(
    new Map(['w', 'w', 'r', 'r'].map((mode, i) => [`${i}.cfg`, `name = "guest${i}"\n${disk(mode)}`] as const)),
  );
  const said = (path: string) => acrossFindings(index, path)[0]!.message;
  assert.match(said('0.cfg'), /that of 1\.cfg:2 writes to it too\./);
  assert.match(said('2.cfg'), /^The guests of 0\.cfg:2 and 1\.cfg:2 write to/);
  assert.equal(acrossFindings(index, '0.cfg')[0]!.related?.length, 3);
});
