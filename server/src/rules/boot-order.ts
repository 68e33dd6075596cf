import type { FileContext } from './context';
import { hasDisk } from './disks';
import { type Rule, type RuleDocs, report } from './rule';

/** What a letter boots from, and what in the file has to be there for it. */
const DEVICES: Readonly<
  Record<string, { readonly what: string; readonly key: string; readonly there: (file: FileContext) => boolean }>
> = {
  c: { what: 'a hard disk', key: 'disk', there: (file) => hasDisk(file, 'hard disk') },
  d: { what: 'a CD-ROM', key: 'disk', there: (file) => hasDisk(file, 'cdrom') },
  n: { what: 'a network device', key: 'vif', there: (file) => file.texts('vif').length > 0 },
};

export const docs: RuleDocs = {
  title: 'A boot order with a device that the guest has not',
  why: 'The firmware tries the device in vain, or the letter stands for none at all.',
  xl: 'xl hands the letters to the device model unchecked.',
  remedy: 'Add the device, or take its letter away.',
  before: 'type = "hvm"\nboot = "dc"\ndisk = [ "/dev/vg/web,raw,xvda,rw" ]',
  after: 'type = "hvm"\nboot = "c"\ndisk = [ "/dev/vg/web,raw,xvda,rw" ]',
};

export const bootOrder: Rule = {
  code: 'boot-order',
  severity: 'hint',
  *check(file) {
    const key = file.key('boot');
    const boot = key?.setting;
    if (!boot || !key.read || boot.value.kind === 'list' || boot.op === '+=') return;
    const atom = boot.value;
    const broken = (file.specsOf('disk')?.faulty.length ?? 0) > 0;
    for (const [index, letter] of [...atom.text].entries()) {
      const span = file.place(atom, { start: index, end: index + letter.length });
      const device = DEVICES[letter];
      if (!device) {
        if (letter === 'a') continue;
        const message = `"${letter}" is no device to boot from: xl hands it on unchecked. Write c for hard disks, d for CD-ROMs, n for the network.`;
        yield report(bootOrder, span, message, [], 'warning');
      } else if (!broken && !file.isComputed(device.key) && !device.there(file)) {
        const message = `The guest has no ${device.what.slice(2)} to boot from: xl hands "${letter}" on unchecked. Add ${device.what}, or leave the letter away.`;
        yield report(bootOrder, span, message);
      }
    }
  },
};
