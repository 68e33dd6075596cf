import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviceFields, DeviceSpec, Part } from '../../server/src/syntax/specs';
import * as specs from '../../server/src/syntax/specs';

// What xl 4.17 (4.20 where the language is younger) printed and built for these.

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

function roles(text: string, parts: readonly Part[]): string[] {
  return parts.map(({ role, span }) => `${role}:${text.slice(span.start, span.end)}`);
}

test('vif', () => {
  check(specs.parseVif, [
    ['', [], {}],
    ['bridge=br0, mac=00:16:3e:00:00:0A ,trusted', [], { bridge: 'br0', mac: '00:16:3e:00:00:0a', trusted: true }],
    ['type=ioemu,model=e1000,vifname=v', [], { nictype: 'vif_ioemu', model: 'e1000', ifname: 'v' }],
    ['type=netfront', ["Invalid parameter `type'."], {}],
    ['foo=1,untrusted', ["unrecognized argument `foo=1'"], { trusted: false }],
    ['bridge =x', ["unrecognized argument `bridge =x'"], {}],
    ['mac=00:16,bridge=x', ["Invalid parameter `mac'."], { mac: '00:16:0b:00:00:00', bridge: 'x' }],
    ['mac=1-2.3 4x5y6z', [], { mac: '01:02:03:04:05:06' }],
    ['mac=100:0:0:0:0:0', ["Invalid parameter `mac'."], {}],
    ['rate=10Mb/s@1ms', [], { rate_bytes_per_interval: 1250, rate_interval_usecs: 1000 }],
    ['rate=x,bridge=b', ["spec: config parsing error in vif: invalid rate in `x'"], 'refused'],
    ['netdev=e', ['the netdev parameter is deprecated, please use gatewaydev instead'], { gatewaydev: 'e' }],
    ['accel=1', ['the accel parameter for vifs is currently not supported'], {}],
    ['devid=3x,mtu=9000', [], { devid: 3, mtu: 9000 }],
    ['devid=x', ['xl: failed to convert "x" to number'], 'refused'],
    ['vlan=3', ["unrecognized argument `vlan=3'"], {}],
    ['vlan=3', [], { vlan: '3' }, 419],
    ['trusted', ["unrecognized argument `trusted'"], {}, 416],
    ['forwarddev=a,devid=1', ["unrecognized argument `devid=1'"], { coloft_forwarddev: 'a' }, 408],
    ['foo=1,type=x,bridge=b', [], { nictype: 'vif', bridge: 'b' }, 405],
    ['bridge=b,word,ip=1', [], { bridge: 'b' }, 405],
    ['mac=00:16:3e:00:00:01', [], { mac: '00:16:3e:00:00:01' }, 402],
    ['rate=x', ['the rate parameter for vifs is currently not supported'], {}, 401],
    ['netdev=e', [], {}, 402],
  ]);
  const text = 'mac=1, model=e1000,,trusted,x=é,';
  const want = ['name:mac', 'value:1', 'name:model', 'value:e1000', 'flag:trusted', 'unknown:x=é', 'name:'];
  assert.deepEqual(roles(text, specs.parseVif(text).parts), want);
});

test('vfb', () => {
  check(specs.parseVfb, [
    [
      'vnc=1,vnclisten=0.0.0.0,vncdisplay=2x,vncunused=no',
      [],
      {
        vnc: { enable: true, listen: '0.0.0.0', display: 2, findunused: false },
      },
    ],
    ['type=vnc,sdl=1,opengl=0,keymap=de', [], { sdl: { enable: true, opengl: false }, keymap: 'de' }],
    ['sdl=1,word,keymap=de', [], { sdl: { enable: true } }],
    ['', [], {}],
  ]);
});

test('usbctrl and usbdev', () => {
  check(specs.parseUsbController, [
    ['type=PV, version=2,ports=0x10', [], { type: 'pv', version: 2, ports: 0 }],
    ['type=x', ["Invalid usb controller type 'x'"], 'refused'],
    ['version', ["Unknown string `version' in usbctrl spec"], 'refused'],
  ]);
  check(specs.parseUsbDevice, [
    [
      'type=hostdev,hostbus=0x101,hostaddr=010,controller=1,port=2',
      [],
      {
        'type.hostdev': { hostbus: 1, hostaddr: 8 },
        ctrl: 1,
        port: 2,
      },
    ],
    ['hostbus=1', [], {}],
    ['type=x', ['Invalid usb device type: (null)'], 'refused'],
    ['type=hostdev ', ['Invalid usb device type: (null)'], 'refused'],
    ['foo=1', ["Unknown string `foo=1' in usbdev spec"], 'refused'],
  ]);
});

test('vtpm and pvcalls', () => {
  const uuid = 'DEADBEEF-0000-4000-8000-00000000000a';
  check(specs.parseVtpm, [
    [`backend=d,uuid=${uuid}`, [], { backend_domname: 'd', uuid: uuid.toLowerCase() }],
    ['backend=d,uuid=1', ['Failed to parse vtpm UUID: 1'], 'refused'],
    [`uuid=${uuid}`, ['vtpm spec missing required backend field!'], 'refused'],
    ['word,backend=d', ['vtpm spec missing required backend field!'], 'refused'],
    ['foo=1', ["Unknown string `foo' in vtpm spec"], 'refused'],
  ]);
  check(specs.parsePvcalls, [
    ['', [], {}],
    ['backend=d', [], { backend_domname: 'd' }],
    ['foo=1', ["Unknown string `foo' in pvcalls spec"], 'refused'],
  ]);
});

test('p9', () => {
  const share = { tag: 't', path: '/p', security_model: 'none' };
  check(specs.parseP9, [
    ['tag=t, path=/p,security_model=none', [], share],
    ['tag=t,path=/p', ['9pfs spec missing required field!'], 'refused'],
    ['tag=t,path=/p,x=1', ["Unknown string `x' in 9pfs spec"], 'refused'],
    ['tag=t,path=/p,x=1', ["Unknown 9pfs parameter 'x'"], 'refused', 418],
    ['tag = t ,path=/p, security_model=none', [], share, 418],
    ['tag=t,path', ['failed to parse 9pfs configuration: path'], 'refused', 418],
    ['tag=t', ['9pfs spec missing required field!'], 'refused', 418],
    [
      'tag=t,type=Xen_9pfsd,max-files=7x,auto-delete=2',
      [],
      {
        tag: 't',
        type: 'xen_9pfsd',
        max_files: 7,
        auto_delete: true,
      },
      419,
    ],
    ['type=x', ['failed to parse 9pfs type: x'], 'refused', 419],
    ['', [], 'crash', 419],
  ]);
  const first = specs.parseP9('tag=t,path=/p,security_model=none', 417);
  assert.deepEqual(specs.parseP9('tag=u', 417, first).device, { ...share, tag: 'u' });
  assert.equal(specs.parseP9('tag=u', 418, first).refused, true);
});

test('channel', () => {
  check(specs.parseChannel, [
    ['name = n , connection = pty', [], { name: 'n', 'connection.pty': {} }],
    ['connection=socket,path=/s,backend=d', [], { backend_domname: 'd', 'connection.socket': { path: '/s' } }],
    ['connection=socket', ["channel connection 'socket' requires path=.."], 'refused'],
    ['name=n', ["channel has unknown 'connection'"], 'refused'],
    ['connection=PTY', ["unknown channel connection 'PTY'"], 'refused'],
    ['connection=pty,x=1', ["unknown channel parameter 'x', ignoring"], { 'connection.pty': {} }],
    ['connection=pty,name', ['failed to parse channel configuration: name'], 'refused'],
    ['connection=pty,name=a=b', [], { name: 'a', 'connection.pty': {} }],
    ['connection=pty,name=a=b', [], { name: 'a=b', 'connection.pty': {} }, 418],
    ['connection=pty,=x=1', ["unknown channel parameter 'x', ignoring"], { 'connection.pty': {} }],
    ['connection=pty,=x', ["unknown channel parameter '', ignoring"], { 'connection.pty': {} }, 418],
    ['', [], 'crash'],
  ]);
  assert.equal(specs.parseChannel('x').errors[0]?.unterminated, true);
});

test('vdispl', () => {
  const bad = "Can't parse connector resolution";
  check(specs.parseVdispl, [
    [
      'backend=d,be-alloc=1,connectors=a:1x2;b:3x4z',
      [],
      {
        backend_domname: 'd',
        be_alloc: true,
        connectors: [
          { unique_id: 'a', width: 1, height: 2 },
          { unique_id: 'b', width: 3, height: 4 },
        ],
      },
    ],
    ['backend=d', ['At least one connector should be specified.'], 'refused'],
    ['connectors=a:1x', [bad], 'refused'],
    ['connectors=a: ', [bad], 'refused'],
    ['connectors=a:x;b:1x2', [bad], { connectors: [{ unique_id: 'a' }, {}] }],
    ['connectors=a', [], 'crash'],
    ['connectors=', [], 'crash'],
    ['x=1', ['Unknown string "x=1" in vdispl spec'], 'refused'],
  ]);
  const text = 'connectors=a:1x2;b:3x4';
  const want = ['name:connectors', 'value:a', 'value:1x2', 'value:b', 'value:3x4'];
  assert.deepEqual(roles(text, specs.parseVdispl(text).parts), want);
});

test('vkb', () => {
  const sizes = 'multi-touch-width, multi-touch-height, multi-touch-num-contacts';
  check(specs.parseVkb, [
    ['backend-type=Linux,unique-id=u,width=0x10', [], { backend_type: 'linux', unique_id: 'u', width: 16 }],
    [
      'backend-type=qemu,multi-touch-width=5',
      [],
      {
        backend_type: 'qemu',
        multi_touch_width: 5,
        feature_multi_touch: true,
      },
    ],
    ['backend-type=qemu,feature-multi-touch=1', [`${sizes} should be set for multi touch in vkb spec`], 'refused'],
    ['', ['backend-type should be set in vkb spec'], 'refused'],
    ['backend-type=unknown', ['backend-type should be set in vkb spec'], 'refused'],
    ['backend-type=x', ['Unknown backend_type "x" in vkb spec'], 'refused'],
    ['foo', ['Unknown string "foo" in vkb spec'], 'refused'],
  ]);
});

test('virtio', () => {
  check(
    specs.parseVirtio,
    [
      [
        'backend=d,type=virtio,device22,transport=MMIO,grant_usage=0',
        [],
        {
          backend_domname: 'd',
          type: 'virtio,device22',
          transport: 'mmio',
          grant_usage: false,
        },
      ],
      ['type=virtio,,device', [], { type: 'virtio,device' }],
      ['type=other,transport=mmio', [], { type: 'other', transport: 'mmio' }],
      ['type=virtio', [], 'crash'],
      ['transport=pci', [], 'refused'],
      ['irq=1', ['Unknown string "irq=1" in virtio spec'], 'refused'],
    ],
    420,
  );
  const text = 'type=virtio,device22,transport=mmio';
  const want = ['name:type', 'value:virtio,device22', 'name:transport', 'value:mmio'];
  assert.deepEqual(roles(text, specs.parseVirtio(text).parts), want);
});

test('vsnd', () => {
  const { card, refused } = specs.parseSoundCard([
    'CARD, backend=d,short-name=s,sample-rates=44100;0x10',
    'stream, unique-id=0,type=P,sample-formats=S16_LE;u8',
    'pcm,name=n,channels-min=1,buffer-size=9',
  ]);
  assert.equal(refused, false);
  assert.deepEqual(card, {
    backend_domname: 'd',
    short_name: 's',
    params: { sample_rates: [44100, 16] },
    pcms: [
      { params: {}, streams: [{ unique_id: '0', type: 'p', params: { sample_formats: ['s16_le', 'u8'] } }] },
      { name: 'n', params: { channels_min: 1, buffer_size: 9 }, streams: [] },
    ],
  });
  const item = (text: string) => specs.parseSoundCard(['pcm', text, 'card']);
  assert.deepEqual(item('disk').items.at(-1)?.messages, ['Invalid key: disk']);
  assert.deepEqual(item('pcm,backend=x').items.at(-1)?.messages, ['Invalid parameter: backend=x']);
  assert.deepEqual(item('card,word').items.at(-1)?.messages, ['Invalid parameter: word']);
  assert.deepEqual(item('stream,type=x').items.at(-1)?.messages, ['Invalid stream type: x']);
  assert.deepEqual(item('card,sample-formats=s8;x').items.at(-1)?.messages, ['Invalid pcm format: x']);
  assert.equal(item('card,sample-rates=').crash, true);
  assert.equal(item('card,sample-rates=').items.length, 2);
});
