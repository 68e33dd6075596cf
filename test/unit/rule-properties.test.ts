import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { buildDomain, domainJson } from '../../server/src/model';
import { type AnalyseOptions, type Analysis, analyse, convert, fixAll } from '../../server/src/service';
import { readSettings } from '../../server/src/syntax/reading';
import { NEWEST_RELEASE, RELEASES } from '../../server/src/syntax/release';
import { applyEdits } from '../../server/src/syntax/span';
import { parse } from '../../server/src/syntax/tree';
import { pythonForTests } from './python-for-tests';
import { readRuleCases } from './rule-cases';

interface Sample {
  readonly label: string;
  readonly text: string;
  readonly options: AnalyseOptions;
}

/** As many files in everybody's styles, at the least, are beyond reproach. */
const FEWEST_CLEAN = 40;
/** As many damaged copies are made of each text. */
const COPIES = 3;
/** Pieces of text that damage a file where they are put in. */
const PIECES = ['"', "'", '[', ']', '(', ')', '\\', '#', '\n', '\r\n', ',', '=', ';', '%s', ' if x:\n', '\udc80', '0x'];

/** The first release for which a file of test/fixtures/clean is as clean as for the newest; the newest when absent. */
const CLEAN_SINCE: Readonly<Record<string, number>> = {
  'arm-board.cfg': 401,
  'arm-passthrough.cfg': 413,
  'board-bare-metal.cfg': 410,
  'board-optee.cfg': 413,
  'board-passthrough-ethernet.cfg': 413,
  'board-zcu.cfg': 402,
  'drakvuf-linux.cfg': 416,
  'drakvuf-windows.cfg': 410,
  'example-hvm-cdrom.cfg': 410,
  'example-hvm.cfg': 410,
  'example-pv-on-hvm.cfg': 410,
  'example-pvh.cfg': 410,
  'example-pvlinux-initrd.cfg': 401,
  'example-pvlinux.cfg': 401,
  'hvm-gpu.cfg': 414,
  'mirage-block.xl': 410,
  'mirage-hello.xl': 410,
  'mirage-network.xl': 410,
  'mirage-static.xl': 410,
  'netbsd-pv': 401,
  'numa-database.cfg': 410,
  'punctuation.cfg': 413,
  'qubes-appvm.conf': 410,
  'qubes-netvm.conf': 414,
  'qubes-stubdomain.conf': 414,
  'qubes-usb.conf': 410,
  'shared-devices.cfg': 415,
  'tools-created.example.org.cfg': 402,
  'tools-debian.example.org.cfg': 401,
  'tools-dhcp-pygrub.cfg': 401,
  'tools-pygrub.cfg': 401,
  'utf8-comments.cfg': 410,
  'wiki-alpine.cfg': 401,
  'wiki-archlinux.cfg': 410,
  'wiki-centos-pygrub.cfg': 401,
  'wiki-fedora-firmware.cfg': 410,
  'wiki-freebsd-guest.cfg': 410,
  'wiki-gentoo-hvm.cfg': 410,
  'wiki-install-debian.cfg': 401,
  'wiki-nixos-storage.cfg': 413,
  'wiki-opensuse-pvgrub': 410,
  'wiki-ubuntu-netboot.cfg': 401,
  'wiki-void-pvh.cfg': 410,
  'windows-workstation.cfg': 413,
  'xoar-driver-domain.cfg': 412,
};

function filesBelow(folder: string): Sample[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(md|json)$/.test(entry.name))
    .map(({ name, parentPath }) => ({
      label: path.join(parentPath, name),
      text: readFileSync(path.join(parentPath, name), 'utf8'),
      options: { release: NEWEST_RELEASE, fileName: name },
    }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

const clean = filesBelow('test/fixtures/clean');
const xm = [...filesBelow('samples/legacy'), ...filesBelow('test/fixtures/xm')];
const cases: Sample[] = [...readRuleCases('test/fixtures/rules').values()]
  .flatMap(({ report, quiet }) => [...report, ...quiet])
  .map(({ label, text, options }) => ({ label, text, options: { ...options, fileName: options.fileName ?? 'guest' } }));
const samples = [...cases, ...clean, ...xm, ...filesBelow('samples')];

/** Damaged copies of a sample, the same ones each time. */
function damaged({ label, text, options }: Sample, seed: number): Sample[] {
  let state = seed * 2654435761 + 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: COPIES }, (_, copy) => {
    const at = random(text.length + 1);
    if (copy === 0) return { label: `${label}, cut at ${at}`, text: text.slice(0, at), options };
    const end = copy === 1 ? Math.min(text.length, at + random(12)) : at;
    const piece = PIECES[random(PIECES.length)]!;
    return { label: `${label}, ${at} to ${end} replaced`, text: text.slice(0, at) + piece + text.slice(end), options };
  });
}

function checkAnalysis({ label }: Sample, { text, findings, verdict, inspection }: Analysis): void {
  let before = 0;
  for (const { span, message } of findings) {
    assert.ok(
      before <= span.start && span.start <= span.end && span.end <= text.length,
      `${label}: place of ${message}`,
    );
    before = span.start;
    assert.doesNotMatch(message, /undefined|NaN|\[object/, label);
  }
  // somebody's wishes change what is found; in a template nothing is judged
  const template = findings.some(({ code }) => code === 'template-placeholder');
  if (template || text.includes('xencfg: ignore') || Object.keys(inspection.input.severities).length > 0) return;
  const refused = findings.some(({ severity }) => severity === 'error');
  assert.equal(verdict, refused ? 'refused' : 'accepted', `${label}: verdict`);
}

/** Applies every fix alone: its edits must fit, and what comes out must be fit for another analysis. */
function checkFixes(sample: Sample, { text, findings }: Analysis, options: AnalyseOptions): number {
  let count = 0;
  for (const fix of findings.flatMap(({ fixes }) => fixes)) {
    const label = `${sample.label}: ${fix.title}`;
    assert.ok(fix.edits.length > 0, label);
    for (const { span } of fix.edits)
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, label);
    const after = applyEdits(text, fix.edits);
    assert.notEqual(after, text, label);
    checkAnalysis({ ...sample, label }, analyse(after, options));
    count++;
  }
  return count;
}

function checkConversion(sample: Sample, options: AnalyseOptions): void {
  const once = convert(sample.text, options);
  assert.equal(applyEdits(sample.text, once.edits), once.text, `${sample.label}: edits of the conversion`);
  const again = convert(once.text, options);
  assert.equal(again.text, once.text, `${sample.label}: converted again`);
}

test('whatever the text: findings fit it, fixes fit it, conversions come to rest', async (t) => {
  const python = await pythonForTests();
  let texts = 0;
  let fixes = 0;
  for (const [index, sample] of samples.entries()) {
    for (const one of [sample, ...damaged(sample, index + 1)]) {
      const options = { ...one.options, python };
      const analysis = analyse(one.text, options);
      checkAnalysis(one, analysis);
      fixes += checkFixes(one, analysis, options);
      checkConversion(one, options);
      const fixed = fixAll(analysis);
      assert.equal(applyEdits(one.text, fixed.edits), fixed.text, one.label);
      texts++;
    }
  }
  t.diagnostic(`${texts} texts, ${fixes} fixes applied alone`);
});

/** Values that another setting of a key may have had before. */
const EARLIER = ['"/boot/k"', '"hvm"', '"pv"', '1'];

/** The domain that xl builds, as text; undefined where it refuses the text. */
function domainOf(text: string, { release, host }: AnalyseOptions): string | undefined {
  const result = buildDomain(readSettings(text, { release }), { release, ...(host && { host }) });
  return result.verdict === 'accepted' && result.domain ? domainJson(result.domain) : undefined;
}

test('a safe fix keeps the domain of an accepted file, also where a key was set before', (t) => {
  let count = 0;
  const changed: string[] = [];
  for (const { label, text, options } of cases) {
    const names = new Set(parse(text, options.release).settings.map(({ name }) => name));
    const before = ['', ...[...names].flatMap((name) => EARLIER.map((value) => `${name} = ${value}\n`))];
    for (const line of before) {
      const longer = line + text;
      const domain = domainOf(longer, options);
      if (domain === undefined) continue;
      for (const fix of analyse(longer, options).findings.flatMap(({ fixes }) => fixes)) {
        if (fix.kind !== 'safe') continue;
        const fixed = domainOf(applyEdits(longer, fix.edits), options);
        if (fixed !== domain) changed.push(`${label}, after ${line.trim() || 'nothing'}: ${fix.title}`);
        count++;
      }
    }
  }
  assert.deepEqual(changed, []);
  t.diagnostic(`${count} safe fixes`);
  assert.ok(count > 500, `${count} safe fixes`);
});

test('clean files have no finding, and come out of a conversion byte for byte', async () => {
  assert.ok(clean.length >= FEWEST_CLEAN, `${clean.length} clean files`);
  const python = await pythonForTests();
  for (const { label, text, options } of clean) {
    const since = CLEAN_SINCE[path.basename(label)] ?? NEWEST_RELEASE;
    for (const release of RELEASES) {
      if (release < since && !(path.basename(label) in CLEAN_SINCE)) continue;
      const { findings } = analyse(text, { ...options, release, python });
      const words = findings.map(({ message }) => message);
      if (release >= since) assert.deepEqual(words, [], `${label} for ${release}`);
      else assert.notEqual(words.length, 0, `${label} is clean for ${release} too`);
      if (release >= since) assert.equal(convert(text, { ...options, release, python }).text, text, label);
    }
  }
});

/** The comments of a program that do not stand within or behind one of its blocks, imports and helper variables. */
function keptComments(text: string, analysis: Analysis): string[] {
  const { python, tree } = analysis.inspection.input;
  const gone = python?.evaluation.statements.filter(({ kind, plain }) => !plain && kind !== 'assignment') ?? [];
  const helpers = python?.constructs.filter(({ code }) => code === 'python-helper') ?? [];
  return [...text.matchAll(/(?<=^|[ \t])#[^\n]*/gm)]
    .filter(
      ({ index }) => ![...gone, ...helpers].some(({ span }) => span.start <= index && index < lineEnd(text, span.end)),
    )
    .filter(
      ({ index }) =>
        !tree.settings.some(({ span }) => span.start < index && index < span.end && !isComment(text, index)),
    )
    .map(([comment]) => comment.trim());
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** True when a # begins its line or stands behind whole strings: not inside one. */
function isComment(text: string, index: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
  return (before.match(/"/g)?.length ?? 0) % 2 === 0 && (before.match(/'/g)?.length ?? 0) % 2 === 0;
}

test('a conversion keeps the comments of an xm file', async (t) => {
  const python = await pythonForTests();
  let count = 0;
  for (const { label, text, options } of xm) {
    const analysis = analyse(text, { ...options, python });
    const after = convert(text, { ...options, python }).text;
    for (const comment of keptComments(text, analysis)) {
      assert.ok(after.includes(comment), `${label}: ${comment}`);
      count++;
    }
  }
  t.diagnostic(`${xm.length} files, ${count} comments`);
});
