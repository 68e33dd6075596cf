import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviceFields, DeviceSpec } from '../../server/src/syntax/specs';
import * as specs from '../../server/src/syntax/specs';

// Items of lists: what xl 4.17 (4.20 where the language is younger) printed and built for these.

type Case = [text: string, messages: string[], fields: DeviceFields | 'refused' | 'crash', release?: number];

function check(parse: (text: string, release: number) => DeviceSpec, cases: readonly Case[], usual = 417): void {
  for (const [text, messages, fields, release = usual] of cases) {
    const spec = parse(text, release);
    const label = `${JSON.stringify(text)} in ${release}`;
    assert.deepEqual(spec.messages, messages, label);
    assert.equal(spec.crash ?? false, fields === 'crash', label);
    assert.equal(spec.refused, typeof fields === 'string', label);
    if (typeof fields !== 'string') assert.deepEqual(spec.device, fields, label);
  }
}

test('ioports', () => {
  const invalid = (text: string) => [`xl: Invalid argument parsing ioport: ${text}`];
  check(specs.parseIoports, [
    ['2f8-2ff', [], { first: 0x2f8, number: 8 }],
    [' 0x3F8', [], { first: 0x3f8, number: 1 }],
    ['3f8 ', invalid('3f8 '), { first: 0x3f8, number: 1 }],
    ['7-5', [], { first: 7, number: 0xffffffff }],
    ['g', invalid('g'), 'refused'],
    ['3f8-', invalid('3f8-'), 'refused'],
    ['3f8-3ffx', invalid('3f8-3ffx'), 'refused'],
    ['ffffffff', ['xl: ioport ffffffff too big'], 'refused'],
    ['-1', ['xl: ioport ffffffffffffffff too big'], 'refused'],
    ['0-100000000', ['xl: ioport 100000000 too big'], 'refused'],
  ]);
});

test('irqs', () => {
  check(specs.parseIrq, [
    [' 5', [], { irq: 5 }],
    ['5x', ['xl: Invalid argument parsing irq: 5x'], 'refused'],
    ['5x', [], { irq: 5 }, 406],
    ['', ['xl: Invalid argument parsing irq: '], 'refused'],
    ['4294967295', ['xl: irq ffffffff too big'], 'refused'],
  ]);
});

test('iomem', () => {
  const invalid = (text: string) => [`xl: Invalid argument parsing iomem: ${text}`];
  check(specs.parseIomem, [
    ['fed00,1', [], { start: 0xfed00n, number: 1n }],
    ['0xa, b@ffffffffffffffffff', [], { start: 10n, number: 11n, gfn: 2n ** 64n - 1n }],
    ['a,b@', invalid('a,b@'), 'refused'],
    ['a,b@', [], { start: 10n, number: 11n }, 406],
    ['a,b@c', [], { start: 10n, number: 11n }, 404],
    ['a', invalid('a'), 'refused'],
    ['a ,b', invalid('a ,b'), 'refused'],
  ]);
});

test('llc_colors', () => {
  check(
    specs.parseLlcColors,
    [
      ['3-5', [], { first: 3, last: 5 }],
      ['3-x', [], { first: 3, last: 3 }],
      ['3 -5', [], { first: 3, last: 3 }],
      ['5-3', ['xl: Start LLC color is greater than end: 5-3'], 'refused'],
      ['x', ['xl: Invalid LLC color range: x'], 'refused'],
      ['-1', [], 'crash'],
    ],
    420,
  );
});

test('cpus', () => {
  const run = (text: string, release = 417) => {
    const { items, messages, refused } = specs.parseCpus(text, release);
    const shown = items.map(({ not, nodes, all, first, last }) => {
      return `${not ? '^' : ''}${nodes ? 'nodes:' : ''}${all ? 'all' : `${first}-${last}`}`;
    });
    return refused ? messages : shown;
  };
  assert.deepEqual(run('0-3,^2,nodes:1,^node:0-1'), ['0-3', '^2-2', 'nodes:1-1', '^nodes:0-1']);
  assert.deepEqual(run('all,nodes:all'), ['all', 'nodes:all']);
  assert.deepEqual(run(''), []);
  assert.deepEqual(run('^all'), ['Can\'t combine "^" and "all".']);
  assert.deepEqual(run('3-1'), ['Invalid pcpu range: 3-1.']);
  assert.deepEqual(run('1, ^2'), ['Invalid pcpu range:  ^2.']);
  assert.deepEqual(run('^nodes:x'), ['Invalid pcpu range: x.']);
  assert.deepEqual(run('0 '), ['Invalid pcpu range: 0 .']);
  assert.deepEqual(run('0 ,1x', 403), ['0-0', '1-1']);
  assert.deepEqual(run('0,all', 403), ['Error: Invalid argument.']);
  assert.deepEqual(run('all', 403), ['all']);
  assert.deepEqual(specs.parseCpus('0,^x').errors[0]?.span, { start: 3, end: 4 });
});

test('viridian', () => {
  check(specs.parseViridian, [
    ['all', [], { group: 'all', on: true }],
    ['!HCALL_IPI', [], { group: 'hcall_ipi', on: false }],
    ['!all', ["xl: unknown viridian enlightenment 'all'"], 'refused'],
    ['ALL', ["xl: unknown viridian enlightenment 'ALL'"], 'refused'],
    ['!!base', ["xl: unknown viridian enlightenment '!base'"], 'refused'],
    ['stimer', ["xl: unknown viridian enlightenment 'stimer'"], 'refused', 412],
  ]);
});

test('cpuid in libxl form', () => {
  const lookup: specs.FlagLookup = (name) =>
    name === 'tm' || name === 'family' ? 'cpuid' : name === 'mds-no' ? 'msr' : undefined;
  const run = (text: string) => {
    const { messages, device, refused } = specs.parseCpuid(text, lookup, 417);
    assert.equal(refused, false);
    return messages.length > 0 ? messages : device.flags;
  };
  const complaint = (flag: string, error: string) => [`while parsing CPUID flag: "${flag}":`, `  error ${error}`];
  const illegal = '#3: illegal CPUID value (must be: [0|1|x|k|s])';
  assert.deepEqual(run('host,tm=0,,family=0xf,mds-no=s'), [
    ['tm', '0'],
    ['family', '0xf'],
    ['mds-no', 's'],
  ]);
  assert.deepEqual(run('Host,tm=0'), [
    'while parsing CPUID string: "Host,tm=0":',
    '  error: first word must be "host"',
  ]);
  assert.deepEqual(run('host,tm'), complaint('tm', '#1: missing "=" in key=value'));
  assert.deepEqual(run('host, tm=1'), complaint(' tm=1', '#2: unknown CPUID flag name'));
  assert.deepEqual(run('host,tm=y'), complaint('tm=y', illegal));
  assert.deepEqual(run('host,mds-no=01'), complaint('mds-no=01', illegal));
  assert.deepEqual(run('host,tm=kk'), [['tm', 'kk']]);
  assert.deepEqual(specs.parseCpuid('', lookup).messages, []);
});

test('cpuid in xend form', () => {
  const bits = 'x'.repeat(32);
  const complaint = (line: string, error: string) => [`while parsing CPUID line: "${line}":`, `  error ${error}`];
  const cases: Case[] = [
    [`0x1:eax=${bits}, edx=${bits},`, [], { leaf: 1, eax: bits, edx: bits }],
    [`7,010:ebx=${bits}`, [], { leaf: 7, subleaf: 8, ebx: bits }],
    [`1:eaxes=${bits}`, [], { leaf: 1, eax: bits }],
    ['x:', complaint('x:', '#1: illegal leaf number'), {}],
    ['1,x:', complaint('1,x:', '#2: illegal subleaf number'), { leaf: 1 }],
    ['1', complaint('1', '#3: missing colon'), { leaf: 1 }],
    ['1:efx=0', complaint('1:efx=0', '#4: invalid register name (must be e[abcd]x)'), { leaf: 1 }],
    ['1:eax=0', complaint('1:eax=0', '#5: policy string must be exactly 32 characters long'), { leaf: 1 }],
  ];
  check(specs.parseCpuidLeaf, cases);
});

test('vnuma', () => {
  const convert = (text: string) => [`xl: failed to convert "${text}" to number`];
  check(specs.parseVnode, [
    [' pnode = 1', [], { pnode: 1n }],
    ['size=64', [], { memkb: 65536n }],
    [
      'vcpus=0-3,5',
      [],
      {
        vcpus: [
          { first: 0n, last: 3n },
          { first: 5n, last: 5n },
        ],
      },
    ],
    ['vcpus=x', [], { vcpus: [{ first: 0n, last: 0n }] }],
    ['vdistances=10,20x', [], { distances: [10n, 20n] }],
    ['vdistances=10,x', convert('x'), 'refused'],
    ['pnode=x', convert('x'), 'refused'],
    ['foo=1', [], {}],
    ['pnode', ['xl: failed to split "pnode" into pair'], 'refused'],
    ['vcpus= ', [], 'crash'],
    ['vcpus=-1', [], 'crash'],
  ]);
});

test('smbios, xenstore_quota and arm_sci', () => {
  check(
    specs.parseSmbios,
    [
      ['OEM=a=b', [], { key: 'oem', value: 'a=b' }],
      ['oem', ['xl: failed to split "oem" at \'=\''], 'refused'],
      ['x=', ['xl: empty value not allowed for smbios "x="'], 'refused'],
      ['x=1', ["xl: unknown smbios type 'x'"], 'refused'],
    ],
    420,
  );
  check(
    specs.parseXenstoreQuota,
    [
      ['nodes=0x10', [], { name: 'nodes', val: 16 }],
      ['nodes', ['Quota specification "nodes" lacks "=".'], 'refused'],
      ['nodes=', ['Quota specification "nodes=" uses illegal value "".'], 'refused'],
      ['nodes=1x', ['Quota specification "nodes=1x" uses illegal value "1x".'], 'refused'],
      ['nodes=4294967296', ['Quota specification "nodes=4294967296" uses illegal value "4294967296".'], 'refused'],
    ],
    422,
  );
  check(
    specs.parseArmSci,
    [
      ['type=SCMI_SMC', [], { type: 'scmi_smc' }],
      ['foo=1, type=none', [], {}],
      ['type=x', ['Unknown ARM_SCI type: x'], 'refused'],
    ],
    422,
  );
});
