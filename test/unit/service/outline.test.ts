import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type OutlineSymbol, outline } from '../../../server/src/service/index';
import { analysed } from './marked';

/** The symbols as indented lines: kind, name, detail. */
function shown(symbols: readonly OutlineSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail ? ` (${detail})` : ''}`,
    ...shown(children, `${indent}  `),
  ]);
}

test('the guest, its settings, disks, networks and devices', async () => {
  const text = `name = "web"
type = "pvh"
memory = 2048
vcpus = 2
disk = [ "/dev/vg/web,raw,xvda,rw", "vdev=xvdb,target=/srv/a.img" ]
vif = [ "mac=00:16:3e:00:00:01,bridge=xenbr0", "bridge=lan" ]
pci = [ "01:00.0" ]
vnuma = [ [ "pnode=0", "size=1024" ] ]
boot = "c"
`;
  assert.deepEqual(shown(outline(await analysed(text))), [
    'guest web (PVH, 2 GiB, 2 vCPUs)',
    '  setting name (web)',
    '  setting type (pvh)',
    '  setting memory (2048)',
    '  setting vcpus (2)',
    '  list disk (2 entries)',
    '    disk xvda (/dev/vg/web)',
    '    disk xvdb (/srv/a.img)',
    '  list vif (2 entries)',
    '    network 00:16:3e:00:00:01 (xenbr0)',
    '    network lan',
    '  list pci (1 entry)',
    '    device 01:00.0',
    '  list vnuma (1 entry)',
    '    list 2 entries',
    '      device pnode=0',
    '      device size=1024',
    '  setting boot (c)',
  ]);
});

test('a file without a name has its settings at the top', async () => {
  assert.deepEqual(shown(outline(await analysed('memory = 5\n'))), ['setting memory (5)']);
  assert.deepEqual(outline(await analysed('')), []);
});

test('Python: functions and variables, and a computed name', async () => {
  const text = `import os
vmid = 7
def mac(n):
    return "00:16:3e:00:00:%02x" % n
name = "vm%d" % vmid
memory = 512
vif = [ "mac=" + mac(vmid) ]
`;
  assert.deepEqual(shown(outline(await analysed(text))), [
    'guest vm7 (PV, 512 MiB)',
    '  setting vmid (7)',
    '  function mac',
    '  variable name',
    '  setting memory (512)',
    '  variable vif',
  ]);
});

test('each symbol lies within the one around it, and its name within it', async () => {
  const check = (symbols: readonly OutlineSymbol[], start: number, end: number): void => {
    for (const { span, nameSpan, children } of symbols) {
      assert.ok(start <= span.start && span.end <= end);
      assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
      check(children, span.start, span.end);
    }
  };
  for (const text of [
    'name="a"\ndisk=["x',
    'name = "a"\nfor i in range(3):\n    vif = ["x"]\n',
    'disk = [[[',
    'a = ;',
  ]) {
    check(outline(await analysed(text)), 0, text.length);
  }
});
