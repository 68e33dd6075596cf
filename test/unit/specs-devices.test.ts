import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Part, parseBdf, parsePci, parseRate, parseRdm } from '../../server/src/syntax/specs';

function roles(text: string, parts: readonly Part[]): string[] {
  return parts.map(({ role, span }) => `${role}:${text.slice(span.start, span.end)}`);
}

test('rates, with the numbers that libxlutil 4.17 computes', () => {
  const cases: [string, number, number, number, string?][] = [
    ['10Mb/s', 0, 62500, 50000],
    ['1GB/s@1ms', 0, 1000000, 1000],
    ['1KB/s@1s', 0, 1000, 1000000],
    ['8b/s@500000us', 0, 0, 500000],
    ['010B/s@5', 0, 40, 5000000],
    ['018b/s', 0, 0, 50000],
    ['', 22, 0, 0, "no rate specified in `'"],
    ['@1s', 22, 0, 0, "no rate specified in `@1s'"],
    ['10mb/s', 22, 0, 0, "invalid rate in `10mb/s'"],
    ['0b/s@x', 75, 0, 0, "rate overflow in `0b/s'"],
    ['4294967296B/s', 75, 0, 0, "rate overflow in `4294967296B/s'"],
    ['4294967295GB/s@4294s', 75, 0, 0, "rate overflow in `4294967295GB/s@4294s'"],
    ['1B/s@', 22, 0, 0, "invalid replenishment interval in `'"],
    ['1B/s@0ms', 75, 0, 0, "replenishment interval overflow in `0ms'"],
    ['1B/s@4295s', 75, 0, 0, "replenishment interval overflow in `4295s'"],
  ];
  for (const [text, rc, perInterval, usecs, problem] of cases) {
    const spec = parseRate(text, 417, 'a.cfg');
    assert.equal(spec.rc, rc, text);
    assert.deepEqual(spec.rate, { rate_bytes_per_interval: perInterval, rate_interval_usecs: usecs }, text);
    assert.deepEqual(spec.messages, problem ? [`a.cfg: config parsing error in vif: ${problem}`] : [], text);
  }
  assert.deepEqual(roles('10Mb/s@20ms', parseRate('10Mb/s@20ms').parts), ['rate:10Mb/s', 'interval:20ms']);
  assert.deepEqual(parseRate('10Mb/s@2h').errors[0]?.span, { start: 7, end: 9 });
});

test('PCI addresses', () => {
  const good: [string, number, number, number, number, number][] = [
    ['0000:03:1f.7', 0, 3, 31, 7, 1],
    ['03:1f.7', 0, 3, 31, 7, 1],
    ['ffff:ff:00.*', 0xffff, 255, 0, 0, 0xffffffff],
    ['0:0: 0x1f.+1trailing', 0, 0, 31, 1, 1],
    ['100000001:0.0', 0, 1, 0, 0, 1],
  ];
  for (const [text, domain, bus, dev, func, mask] of good) {
    const { rc, pci } = parseBdf(text, 417);
    assert.deepEqual(
      [rc, pci.domain, pci.bus, pci.dev, pci.func, pci.vfunc_mask],
      [0, domain, bus, dev, func, mask],
      text,
    );
  }
  for (const text of [
    '',
    '1f.0',
    '0x1:0.0',
    ' 1:0.0',
    '1:20.0',
    '100:0.0',
    '10000:0:0.0',
    '1:0.8',
    '1:0.',
    '1:0.x',
    ':0.0',
  ]) {
    const spec = parseBdf(text, 417);
    assert.equal(spec.rc, -6, text);
    assert.equal(spec.errors.length, 1, text);
    assert.deepEqual(spec.messages, [], text);
    assert.equal(spec.crash, undefined, text);
  }
});

test('an address without function makes libxlutil read memory that it never set', () => {
  for (const text of ['00:1f', '0000:00:1f', '00:1f,permissive=1', 'bdf=00:1f']) {
    assert.equal(parsePci(text, 417).crash, 'unset', text);
  }
  assert.equal(parsePci('00:1f', 414).crash, undefined);
});

test('PCI specs', () => {
  const fields = (text: string, release = 417) => {
    const { rc, pci, messages } = parsePci(text, release);
    return { rc, messages, ...pci };
  };
  const long = fields('00:1f.0@5,msitranslate=1,power_mgmt=0,permissive=2,seize=x,rdm_policy=STRICT');
  assert.deepEqual(
    [long.rc, long.vdevfn, long.msitranslate, long.power_mgmt, long.permissive, long.seize, long.rdm_policy],
    [0, 40, true, false, true, false, 'strict'],
  );
  assert.equal(fields('name=nic').name, 'nic');
  assert.equal(fields('bdf=1:2.3,vslot=1f').vdevfn, 248);
  assert.equal(fields('bdf=1:2.3junk').rc, 0);
  for (const text of [
    '00:1f.0@20',
    '00:1f.0 ',
    '00:1f.0,seize',
    'name=a,bdf=1:2.3',
    'seize=1',
    '',
    '00:1f.0,vslot=x',
  ]) {
    assert.deepEqual([fields(text).rc, fields(text).messages], [-6, []], text);
  }
  assert.deepEqual(fields('00:1f.0,a,b=1').messages, ['Unknown PCI_SPEC_STRING option: a,b']);
  assert.deepEqual(fields('00:1f.0,rdm_policy=x').messages, ['Unknown RDM policy: x']);
  assert.equal(fields('00:1f.0,rdm_policy=x').rc, -3);
});

test('PCI specs before 4.15', () => {
  const run = (text: string, release: number) => {
    const { rc, messages } = parsePci(text, release);
    return [rc, ...messages];
  };
  assert.deepEqual(run('00:1f.0@ff,x=1,y=2', 414), [0, 'Unknown PCI BDF option: xUnknown PCI BDF option: y']);
  assert.deepEqual(run('00:1f.0,permissive=1', 401), [
    0,
    'libxl: warning: libxl_pci.c:202:libxl_device_pci_parse_bdf Unknown PCI BDF option: permissive',
  ]);
  assert.deepEqual(run('00:1f.0,seize=1', 404), [0, 'Unknown PCI BDF option: seize']);
  assert.deepEqual(run('00:1f.0,rdm_policy=Strict', 406), [
    -6,
    "Strict is not an valid PCI RDM property policy: 'strict' or 'relaxed'.",
  ]);
  assert.equal(parsePci('00:1f.*', 411).rc, 0);
  assert.equal(parsePci('00:1f.*', 412).crash, 'assertion');
  for (const text of [
    '',
    '00',
    '00:1f',
    '00:1f.8',
    '100:1f.0',
    '00:1f.0,',
    '00:1f.0,a',
    '00:1f.0@',
    '0x:0.0',
    '1 :0.0',
  ]) {
    assert.deepEqual(run(text, 410), [-6], text);
  }
  assert.equal(parsePci('100000001:0.0', 410).pci.bus, 1);
});

test('the parts of a PCI spec', () => {
  const text = '0000:00:1f.0@5,seize=1,';
  const want = ['domain:0000', 'bus:00', 'device:1f', 'function:0', 'slot:5', 'name:seize', 'value:1', 'name:'];
  assert.deepEqual(roles(text, parsePci(text, 417).parts), want);
  assert.deepEqual(roles(text, parsePci(text, 414).parts), want);
  assert.deepEqual(roles('bdf=1:2.3,x=', parsePci('bdf=1:2.3,x=').parts), [
    'name:bdf',
    'bus:1',
    'device:2',
    'function:3',
    'name:x',
    'value:',
  ]);
});

test('RDM specs', () => {
  const run = (text: string, release: number) => {
    const { rc, messages, rdm } = parseRdm(text, release);
    return [rc, rdm.strategy, rdm.policy, ...messages];
  };
  assert.deepEqual(run('strategy=host', 417), [0, 'host', 'invalid']);
  assert.deepEqual(run('strategy=host,policy=strict', 417), [-6, 'host', 'strict']);
  assert.deepEqual(run('policy=x,strategy=host', 417), [0, 'host', 'invalid', 'Unknown RDM policy: x']);
  assert.deepEqual(run('strategy=host,policy=strict', 414), [0, 'host', 'strict']);
  assert.deepEqual(run('policy=relaxed', 414), [0, 'ignore', 'relaxed']);
  assert.deepEqual(run('policy=Relaxed', 414), [-6, 'ignore', 'invalid', 'Unknown RDM property policy value: Relaxed']);
  assert.deepEqual(run('policy=relaxed', 413), [-6, 'ignore', 'invalid', 'Unknown RDM state option: policy']);
  assert.deepEqual(run('strategy=host,policy=relaxed', 406), [0, 'host', 'relaxed']);
  assert.deepEqual(run('strategy=host', 406), [-6, 'host', 'invalid']);
  assert.deepEqual(run('strategy=host,policy=strict,', 406), [-6, 'host', 'strict']);
  assert.deepEqual(run('strategy=host,x=strict', 406), [-6, 'host', 'invalid', 'Unknown RDM property value: x']);
  for (const text of ['', 'strategy', 'strategy=host,']) assert.equal(parseRdm(text, 417).rc, -6, text);
  assert.deepEqual(run('strategy=none', 417), [-6, 'ignore', 'invalid', 'Unknown RDM strategy option: none']);
  assert.deepEqual(run(' strategy=host', 417), [-6, 'ignore', 'invalid', 'Unknown RDM state option:  strategy']);
});
