import type { FileContext } from './context';
import { replace } from './edits';
import type { Fix } from './finding';
import { numberOf } from './numbers';
import { type Rule, type RuleDocs, report } from './rule';

/** The least memory of each graphics card in MiB: with qemu-xen, and with the traditional device model. */
const LEAST: Readonly<Record<string, readonly [number, number]>> = { cirrus: [8, 4], stdvga: [16, 8], qxl: [128, 128] };

export const docs: RuleDocs = {
  title: 'Less video memory than the graphics card needs',
  why: 'The guest is not made.',
  xl: 'xl accepts the file; libxl refuses the guest: "videoram must be at least 16 MB for STDVGA on QEMU_XEN", for example.',
  remedy: 'Write at least 8 for cirrus, 16 for stdvga, 128 for qxl, or remove videoram.',
  before: 'type = "hvm"\nvga = "stdvga"\nvideoram = 8',
  after: 'type = "hvm"\nvga = "stdvga"\nvideoram = 16',
};

export const smallVideoram: Rule = {
  code: 'small-videoram',
  severity: 'warning',
  *check(file) {
    if (file.guestType !== 'hvm' || file.isComputed('vga', 'stdvga')) return;
    const setting = file.last('videoram');
    if (!setting || setting.value.kind === 'list' || setting.op === '+=') return;
    const card = cardOf(file);
    const least = LEAST[card]?.[file.scalar('device_model_version') === 'qemu-xen-traditional' ? 1 : 0];
    const number = numberOf(setting.value.text);
    if (least === undefined || number === undefined || number < 0n || number >= BigInt(least)) return;
    const { span } = setting.value;
    const message = `${card} needs at least ${least} MiB of video memory, and this is ${number}: xl accepts the file, and libxl refuses the guest. Write ${least}.`;
    // the device model of xm's time was content with less
    const kind = file.isXm ? 'restoring' : 'unsafe';
    const fixes: Fix[] = [
      { title: `Write ${least}`, kind, edits: [replace(span, String(least))], converts: file.isXm },
    ];
    yield report(smallVideoram, span, message, fixes);
  },
};

function cardOf(file: FileContext): string {
  const standard = numberOf(file.scalar('stdvga') ?? '') ?? 0n;
  return file.scalar('vga') ?? (standard !== 0n ? 'stdvga' : 'cirrus');
}
