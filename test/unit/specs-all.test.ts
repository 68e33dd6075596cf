import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allOptions, findLanguage, optionIsRead, optionsOf } from '../../server/src/schema/languages';
import { RELEASES } from '../../server/src/syntax/release';
import * as specs from '../../server/src/syntax/specs';
import { growth } from './growth';

type Parse = (text: string, release: number) => specs.SpecReading;

const cpuid: Parse = (text, release) => specs.parseCpuid(text, () => 'cpuid', release);
const sound: Parse = (text, release) => specs.parseSoundCard([text], release).items[0]!;

const PARSERS: Record<string, Parse> = {
  armSci: specs.parseArmSci,
  bdf: specs.parseBdf,
  channel: specs.parseChannel,
  cpuid,
  cpuidLeaf: specs.parseCpuidLeaf,
  cpus: specs.parseCpus,
  disk: specs.parseDisk,
  iomem: specs.parseIomem,
  ioports: specs.parseIoports,
  irq: specs.parseIrq,
  llcColors: specs.parseLlcColors,
  p9: specs.parseP9,
  pci: specs.parsePci,
  pvcalls: specs.parsePvcalls,
  rate: specs.parseRate,
  rdm: specs.parseRdm,
  smbios: specs.parseSmbios,
  sound,
  usbController: specs.parseUsbController,
  usbDevice: specs.parseUsbDevice,
  vdispl: specs.parseVdispl,
  vfb: specs.parseVfb,
  vif: specs.parseVif,
  viridian: specs.parseViridian,
  virtio: specs.parseVirtio,
  vkb: specs.parseVkb,
  vnode: specs.parseVnode,
  vtpm: specs.parseVtpm,
  xenstoreQuota: specs.parseXenstoreQuota,
};

const PIECES = [
  ...[
    ',',
    ',,',
    ' ',
    '=',
    '==',
    ':',
    ';',
    '\n',
    '\t',
    '@',
    '-',
    '.',
    '^',
    '!',
    '*',
    '\0',
    'é',
    '😀',
    '\udcff',
    '\ud800',
  ],
  ...['0', '1', '0x', '7', '18446744073709551616', 'x', 'host', 'all', 'tap:', 'raw:', 'target=', 'format=', 'vdev='],
  ...[
    'type=',
    'type=virtio',
    'mac=',
    'rate=',
    'backend=',
    'connectors=',
    'a:1x2',
    'card',
    'sample-rates=',
    'eax=',
    'vcpus=',
  ],
  ...['strategy=', 'policy=', 'bdf=', 'vslot=', 'connection=', 'pty', 'node:', 'uuid=', '00:1f.0', 'tag=', 'oem='],
];

/** A sequence of numbers that is the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('no text makes a parser throw, and parts lie in order within the text', () => {
  const random = randomNumbers(7);
  for (const [name, parse] of Object.entries(PARSERS)) {
    for (let round = 0; round < 1500; round++) {
      const text = Array.from({ length: random(9) }, () => PIECES[random(PIECES.length)]!).join('');
      const release = RELEASES[random(RELEASES.length)]!;
      const spec = parse(text, release);
      const label = `${name} of ${JSON.stringify(text)} in ${release}`;
      let at = 0;
      for (const { span } of spec.parts) {
        assert.ok(span.start >= at && span.end >= span.start && span.end <= text.length, label);
        at = span.end;
      }
      for (const { span } of spec.errors) {
        assert.ok(span.start >= 0 && span.end >= span.start && span.end <= text.length, label);
      }
      assert.ok(Array.isArray(spec.messages), label);
    }
  }
});

test('the cost of every language grows with the length alone', () => {
  const starts: Record<string, string> = {
    cpuid: 'host,',
    cpuidLeaf: '1:',
    vnode: 'vcpus=',
    bdf: '0:',
    pci: '0:0.0,',
    sound: 'card,',
  };
  for (const [name, parse] of Object.entries(PARSERS)) {
    for (const piece of [',', ' ', 'a', 'a=', 'a=b,', '0', '0,', '=', 'x:', '-', ' ,', '\n', 'eax=', 'é,']) {
      const read = (count: number) => parse((starts[name] ?? '') + piece.repeat(count), 422);
      const grown = growth(read, 1000, 16);
      assert.ok(
        grown < 16 * 8,
        `${name}: 16 times as much of ${JSON.stringify(piece)} costs ${grown.toFixed(0)} times as much`,
      );
    }
  }
});

/** The languages of the schema whose options these parsers look up by name. */
const LANGUAGES: Record<string, Parse> = {
  channel: specs.parseChannel,
  disk: (text, release) => specs.parseDisk(`/a,raw,xvda,w,${text}`, release),
  p9: specs.parseP9,
  pvcalls: specs.parsePvcalls,
  usbctrl: specs.parseUsbController,
  usbdev: specs.parseUsbDevice,
  vdispl: specs.parseVdispl,
  vfb: specs.parseVfb,
  vif: specs.parseVif,
  virtio: specs.parseVirtio,
  vkb: specs.parseVkb,
  vnuma: specs.parseVnode,
  vtpm: specs.parseVtpm,
};

test('the parsers know the options of the schema, in the same releases', () => {
  for (const [name, parse] of Object.entries(LANGUAGES)) {
    const { since } = findLanguage(name)!;
    for (const release of RELEASES.filter((release) => release >= since)) {
      assert.ok(optionsOf(name, release).length > 0, `${name} in ${release}`);
      for (const option of allOptions(name).filter(({ kind }) => kind === 'named' || kind === 'flag')) {
        const text = option.kind === 'flag' ? option.name : `${option.name}=1`;
        const { parts } = parse(text, release);
        const taken = parts.some((part) => part.option === option.name);
        assert.equal(taken, optionIsRead(option, release), `${name}: ${option.name} in ${release}`);
      }
    }
  }
});
