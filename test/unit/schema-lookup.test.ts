import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cpuidFlagsFor,
  enumMembers,
  findCpuidFlag,
  findKey,
  findLanguage,
  findOption,
  findXmForm,
  findXmName,
  guestsOf,
  keyAt,
  keyIsRead,
  keySummary,
  keysFor,
  keyValues,
  languageAt,
  matchMember,
  meantFor,
  onNoNumber,
  optionsOf,
  readersOf,
  shapeOf,
  xmNamesFor,
} from '../../server/src/schema';

function key(name: string) {
  const row = findKey(name);
  assert.ok(row, name);
  return row;
}

test('keys are found by their very name, per file', () => {
  assert.equal(findKey('vcpus')?.type, 'integer');
  assert.equal(findKey('VCPUS'), undefined);
  assert.equal(findKey('autoballoon'), undefined);
  assert.equal(findKey('autoballoon', 'xl.conf')?.default, 'auto');
  assert.equal(findKey('sched', 'cpupool')?.values, 'scheduler');
  assert.equal(findKey('__proto__'), undefined);
});

test('keys follow the release', () => {
  assert.equal(keyIsRead(key('type'), 409), false);
  assert.equal(keyIsRead(key('type'), 410), true);
  assert.equal(keyIsRead(key('pvh'), 408), true);
  assert.equal(keyIsRead(key('pvh'), 409), false);
  const names = keysFor(401).map(({ name }) => name);
  assert.ok(names.includes('disk') && !names.includes('cpus') && !names.includes('firmware'));
});

test('columns are those of the release', () => {
  assert.equal(keyAt(key('disk'), 401).language, 'disk-4.1');
  assert.equal(keyAt(key('disk'), 402).language, 'disk');
  assert.deepEqual(guestsOf(keyAt(key('apic'), 409)), ['hvm']);
  assert.deepEqual(guestsOf(keyAt(key('apic'), 410)), ['pv', 'hvm', 'pvh']);
  assert.deepEqual(guestsOf(keyAt(key('apic'), 411)), ['hvm']);
  const viridian = [401, 404, 405].map((release) => keyAt(key('viridian'), release));
  assert.deepEqual(
    viridian.map(({ type }) => type),
    ['integer', 'boolean', 'boolean'],
  );
  assert.deepEqual(viridian.map(shapeOf), ['scalar', 'scalar', 'either']);
  assert.deepEqual(
    viridian.map((row) => readersOf(row)[0]),
    ['long', 'defbool', 'quiet-list'],
  );
  assert.equal(keyAt(key('pci_msitranslate'), 401).default, '1');
  assert.equal(keyAt(key('pci_msitranslate'), 402).default, '0');
});

test('what xl does with text where it wants a number', () => {
  assert.equal(onNoNumber(key('vcpus')), 'warns');
  assert.equal(onNoNumber(key('altp2m_count')), 'ignores');
  assert.equal(onNoNumber(key('max_grant_frames')), 'exits');
  assert.equal(onNoNumber(key('tsc_mode')), undefined);
  assert.equal(onNoNumber(key('name')), undefined);
});

test('words follow the release and are matched as xl does', () => {
  assert.deepEqual(
    enumMembers('vga', 404).map(({ value }) => value),
    ['cirrus', 'stdvga'],
  );
  assert.ok(!enumMembers('bios_type', 422).some(({ value }) => value === 'unknown'));
  assert.equal(matchMember('bios_type', 'OVMF', 422)?.value, 'ovmf');
  assert.equal(matchMember('bios_type', 'unknown', 422)?.placeholder, true);
  assert.equal(matchMember('vga', 'STDVGA', 422), undefined);
  assert.equal(matchMember('type', 'p', 422)?.value, 'pv');
  assert.equal(matchMember('type', '', 422)?.value, 'hvm');
  assert.equal(matchMember('builder', 'hv', 401)?.value, 'hvm');
  assert.equal(matchMember('builder', 'linux', 422), undefined);
  assert.equal(matchMember('rdm_reserve_policy', 'Strict', 414), undefined);
  assert.equal(matchMember('nothing', '', 422), undefined);
  assert.deepEqual(keyValues(key('device_model_version'), 420).length, 2);
  assert.deepEqual(keyValues(key('device_model_version'), 422).length, 1);
  assert.equal(keyValues(key('gic_version'), 422).length, 3);
});

test('options follow the release', () => {
  const disk = (release: number) => optionsOf('disk', release).map(({ name }) => name);
  assert.ok(disk(422).includes('trusted') && !disk(416).includes('trusted'));
  assert.ok(!disk(402).includes('backend') && disk(403).includes('backend'));
  assert.deepEqual(optionsOf('disk-4.1', 402), []);
  assert.deepEqual(optionsOf('no such language', 422), []);
  assert.equal(findOption('smbios', 'OEM')?.name, 'oem');
  assert.equal(findOption('disk', 'VDEV'), undefined);
  assert.equal(findOption('viridian', 'crash_ctl')?.since, 409);
  assert.equal(findOption('viridian', 'Crash_CTL')?.kind, 'value');
  assert.equal(languageAt(findLanguage('pci')!, 414).unknown, 'warns');
  assert.equal(languageAt(findLanguage('pci')!, 415).unknown, undefined);
  assert.equal(languageAt(findLanguage('vif')!, 405).missingEquals, 'stops');
});

test('cpuid flags follow the release', () => {
  assert.equal(findCpuidFlag('family')?.bits, 8);
  assert.equal(findCpuidFlag('avx512ifma')?.until, 412);
  assert.ok(!cpuidFlagsFor(413).some(({ name }) => name === 'avx512ifma'));
});

test('names of xm are filled in', () => {
  assert.equal(findXmName('bootargs')?.xl, 'ignores');
  assert.deepEqual(findXmName('bootargs')?.keys, ['bootloader_args']);
  assert.deepEqual(findXmName('memory')?.keys, ['memory']);
  assert.equal(findXmName('vtpm')?.xl, 'refuses');
  assert.equal(findXmName('--paused')?.option, true);
  assert.deepEqual(
    xmNamesFor('irqs').map(({ name }) => name),
    ['irq'],
  );
  assert.equal(findXmForm('disk', 'w!')?.xl, 'refuses');
});

test('a summary gives the facts of its release', () => {
  const now = keySummary(key('altp2mhvm'), 422);
  assert.deepEqual([now.deprecatedSince, now.replacedBy], [409, ['altp2m']]);
  assert.deepEqual(
    [keySummary(key('altp2mhvm'), 408).deprecatedSince, keySummary(key('altp2mhvm'), 408).replacedBy],
    [undefined, []],
  );
  const tooOld = keySummary(key('disk'), 401);
  assert.deepEqual([tooOld.read, tooOld.language, tooOld.shape], [true, 'disk-4.1', 'list']);
  const gone = keySummary(key('pvh'), 422);
  assert.deepEqual([gone.read, gone.until, gone.deprecatedSince], [false, 408, 409]);
  const memory = keySummary(key('memory'), 422);
  assert.deepEqual([memory.unit, memory.default, memory.xm?.xmDefault], ['MiB', '32', '128']);
  assert.equal(keySummary(findKey('cpus', 'cpupool')!, 422).xm, undefined);
  assert.deepEqual(meantFor(key('hap')), ['hvm', 'pvh']);
  assert.deepEqual(
    keySummary(key('kernel'), 404).checks.map(({ when }) => when),
    ['HVM: kernel ignored, use firmware_override', 'PV/PVH guest with neither kernel nor bootloader'],
  );
});
