import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DiskFields, type DiskSpec, parseDisk } from '../../server/src/syntax/specs';
import { growth } from './growth';

/** The parts as `role:text` or `role(option):text`. */
function parts(text: string, spec: DiskSpec): string[] {
  return spec.parts.map(({ role, option, span }) => {
    const label = option === undefined ? role : `${role}(${option})`;
    return `${label}:${text.slice(span.start, span.end)}`;
  });
}

function error(problem: string, near: string | undefined, spec: string): string {
  const quoted = near === undefined ? '' : `: near \`${near}'`;
  return `spec: config parsing error in disk specification: ${problem}${quoted} in \`${spec}'`;
}

// What specdump of libxlutil 4.17 printed for these.
const accepted: [string, Partial<DiskFields>][] = [
  ['/a,raw,xvda,rw', { pdev_path: '/a', format: 'raw', vdev: 'xvda', readwrite: 1 }],
  ['phy:/a,xvda,w', { pdev_path: '/a', format: 'raw', vdev: 'xvda', backend: 'unknown' }],
  ['tap:aio:/a,xvda:cdrom,r', { pdev_path: '/a', vdev: 'xvda', is_cdrom: 1, removable: 1, readwrite: 0 }],
  ['tap:qcow2:/a,xvda,w', { format: 'qcow2', pdev_path: '/a' }],
  ['nbd:host,xvda,w', { script: 'block-nbd', pdev_path: 'host' }],
  [',xvda:cdrom,r', { pdev_path: '', vdev: 'xvda', format: 'empty', is_cdrom: 1 }],
  ['vdev=hdc,cdrom', { pdev_path: null, vdev: 'hdc', format: 'empty', removable: 1 }],
  [' vdev=xvda ,target=a , ', { pdev_path: 'a , ', vdev: 'xvda ' }],
  ['target=a,vdev=xvda', { pdev_path: 'a,vdev=xvda' } as Partial<DiskFields>],
  ['vdev=xvda,target=/a,', { pdev_path: '/a' }],
  ['C:a,,xvda', { pdev_path: 'C:a', format: 'raw' }],
  ['a:b,,xvda', { pdev_path: 'a:b' }],
  ['/a,raw,xvda,w,colo-port= 9x', { colo_port: 9 }],
  ['/a,raw,xvda,backendtype=standalone,specification=virtio', { backend: 'standalone', specification: 'virtio' }],
  ['/é,raw,xvda,discard,direct-io-safe', { pdev_path: '/é', discard_enable: true, direct_io_safe: true }],
  ['vdev=,/a,raw,vdev=xvda', { vdev: 'xvda' }],
];

test('disk specs that libxlutil takes', () => {
  for (const [text, fields] of accepted) {
    const spec = parseDisk(text, 417);
    const onlyMissing = text === 'target=a,vdev=xvda';
    assert.deepEqual(spec.messages, onlyMissing ? [error('no vdev specified', undefined, text)] : [], text);
    for (const [name, value] of Object.entries(fields)) {
      assert.equal(spec.disk[name as keyof DiskFields], value, `${name} of ${text}`);
    }
  }
});

const refused: [string, string, string | undefined][] = [
  ['foo=bar', 'unknown parameter', 'foo=b'],
  ['foo=é', 'unknown parameter', 'foo=\udcc3'],
  ['/a,raw,xvda,w!', 'unknown value for access', 'w!'],
  ['/a,qcow3,xvda,w', 'unknown value for format', 'qcow3'],
  ['/a,raw,xvda,devtype=floppy,', 'unknown value for type', 'devtype=floppy,'],
  ['/a,raw,xvda,backendtype=x', 'unknown value for backendtype', 'x'],
  ['/a,raw,xvda,specification=x', 'unknown value for specification', 'x'],
  ['/a,raw,xvda,specification=xen,specification=virtio', 'specification respecified', 'virtio'],
  ['/a,raw,xvda,colo-port=0', 'unknown value for colo_port', '0'],
  ['/a,raw,xvda:floppy,w', 'unknown deprecated type', 'floppy'],
  ['foo:/a,xvda,w', 'unknown deprecated disk prefix', 'foo:'],
  ['raw:qcow:/a,xvda,w', 'format respecified', 'qcow'],
  ['nbd:iscsi:/a,xvda,w', 'script respecified', 'block-iscsi'],
  ['/a,raw,xvda,w,b', 'too many positional parameters', 'b'],
  ['/a,raw,xvda,vdev=xvdb', 'vdev respecified', 'xvdb'],
  ['=a,raw', 'bad disk syntax', '=a,raw'],
  ['/a,raw', 'no vdev specified', undefined],
  ['vdev=xvda', 'no target specified (and device not removable)', undefined],
  ['=', 'no vdev specified', undefined],
  ['/a,raw,xvda,untrusted', 'unknown value for access', 'untrusted'],
];

test('disk specs that libxlutil refuses, with its words and their place', () => {
  for (const [text, problem, near] of refused) {
    const spec = parseDisk(text, 417);
    assert.equal(spec.rc, 22, text);
    assert.deepEqual(spec.messages, [error(problem, near, text)], text);
    const { span } = spec.errors[0]!;
    if (near === undefined) assert.deepEqual(span, { start: 0, end: text.length });
    else if (!near.startsWith('block-') && !near.endsWith('\udcc3'))
      assert.equal(text.slice(span.start, span.end), near);
  }
});

test('a message about a spec with a newline is two lines', () => {
  assert.deepEqual(parseDisk('a\n').messages, [
    'spec: config parsing error in disk specification: no vdev specified in `a',
    "'",
  ]);
});

test('an equals sign at the end of a line ends the program', () => {
  const spec = parseDisk('a,=\nb', 417);
  assert.equal(spec.crash, true);
  assert.deepEqual(spec.messages, ['flex scanner jammed']);
});

test('every part of a disk spec has its span', () => {
  const cases: [string, string[]][] = [
    [
      'tap:aio:/é, xvda:cdrom,w',
      ['prefix(tap):tap:', 'prefix(aio):aio:', 'target:/é', 'vdev:xvda', 'devtype:cdrom', 'access:w'],
    ],
    [
      'vdev=hda,cdrom,target=/a,b',
      ['name(vdev):vdev', 'value(vdev):hda', 'flag(cdrom):cdrom', 'name(target):target', 'value(target):/a,b'],
    ],
    ['', ['target:']],
    ['/a,', ['target:/a', 'format:']],
    ['phy:/a, ', ['prefix(phy):phy:', 'target:/a', 'vdev:']],
    ['/a,raw,xvda,format=', ['target:/a', 'format:raw', 'vdev:xvda', 'name(format):format', 'value(format):']],
    ['/a,raw,xvda,wx,r', ['target:/a', 'format:raw', 'vdev:xvda', 'access:wx', 'unknown:r']],
  ];
  for (const [text, want] of cases) assert.deepEqual(parts(text, parseDisk(text)), want, text);
});

test('options belong to their releases', () => {
  const problem = (text: string, release: number) => parseDisk(text, release).errors[0]?.problem;
  const cases: [string, number][] = [
    ['/a,raw,xvda,w,backend=dom1', 403],
    ['/a,raw,xvda,w,discard', 405],
    ['/a,raw,xvda,w,colo', 408],
    ['/a,qed,xvda,w', 409],
    ['/a,raw,xvda,w,specification=xen', 417],
    ['/a,raw,xvda,w,backendtype=standalone', 417],
    ['/a,raw,xvda,w,trusted', 419],
    ['/a,raw,xvda,w,grant_usage=1', 419],
  ];
  for (const [text, since] of cases) {
    assert.equal(problem(text, since), undefined, text);
    assert.notEqual(problem(text, since - 1), undefined, text);
  }
});

test('xl 4.1 reads disks by itself', () => {
  const cases: [string, string[], Partial<DiskFields>][] = [
    ['phy:/a,xvda,w', [], { backend: 'phy', format: 'raw', pdev_path: '/a', vdev: 'xvda', readwrite: 1 }],
    ['tap:aio:aio:qcow2:/a,ioemu:hda', [], { backend: 'qdisk', format: 'qcow2', vdev: 'hda', readwrite: 0 }],
    ['file:/a,hdc:cdrom,r', [], { backend: 'tap', is_cdrom: 1, removable: 1 }],
    [',hdc:cdrom,r', [], { format: 'empty', pdev_path: '', vdev: 'hdc' }],
    ['phy:/a,hda:cdrom,w', [], { is_cdrom: 1, readwrite: 0 }],
    ['tap:/a,hda', [], { format: 'raw', backend: 'tap', pdev_path: '/a' }],
    ['/a,raw,xvda', [], { format: 'empty', vdev: 'raw' }],
    ['foo:/a,xvda', ['Unknown disk type: foo'], {}],
    ['tap:foo:/a,xvda', ['Unknown tapdisk type: foo'], {}],
    ['phy:/a,hda:disk', ['Unknown virtual disk type: disk'], {}],
    ['phy:/a', ["parse error in disk config near '/a'"], {}],
    ['phy:/a,:cdrom', ["parse error in disk config near ':cdrom'"], {}],
    ['/a', ["parse error in disk config near '/a'"], {}],
  ];
  for (const [text, messages, fields] of cases) {
    const spec = parseDisk(text, 401);
    assert.deepEqual(spec.messages, messages, text);
    for (const [name, value] of Object.entries(fields)) {
      assert.equal(spec.disk[name as keyof DiskFields], value, `${name} of ${text}`);
    }
  }
});

test('the cost of a disk spec grows with its length alone', () => {
  for (const piece of ['tap:', ' ', 'a=b', 'a', '\n', ' \n', 'a ,', 'format=,', 'x:y']) {
    const grown = growth((count) => parseDisk(piece.repeat(count)), 5000, 16);
    assert.ok(grown < 16 * 8, `16 times as much of ${JSON.stringify(piece)} costs ${grown.toFixed(0)} times as much`);
  }
});
