import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { appendItems, commentOut, fixOverwritten, quoted, replace, settingLike } from './edits';
import type { Fix } from './finding';
import { numberOf } from './numbers';
import { type Rule, type RuleDocs, report } from './rule';

const KEYS = ['fda', 'fdb', 'parallel', 'monitor', 'monitor_path'] as const;

export const docs: RuleDocs = {
  title: 'fda, fdb, parallel, monitor: parts of the device model',
  why: 'xend turned these settings into options of QEMU: floppy disks, the parallel port and the monitor.',
  xl: 'xl ignores them without a word: the guest has no floppy disk and no parallel port.',
  remedy: 'Hand the options on to QEMU with device_model_args_hvm.',
  before: "builder = 'hvm'\nfda = '/srv/boot.img'",
  after: "builder = 'hvm'\ndevice_model_args_hvm = [ '-fda', '/srv/boot.img' ]",
};

export const xmDeviceArgs: Rule = {
  code: 'xm-device-args',
  severity: 'warning',
  *check(file) {
    const present = KEYS.flatMap((name) => [...file.all(name)]);
    if (present.length === 0) return;
    const args = composed(file);
    const key = carrierKey(file);
    const carrier = present.findLast((setting) => setting === file.last(setting.name));
    const known = carrier !== undefined && !file.isComputed(...KEYS, 'builder', 'type', key ?? '');
    const fix = known ? fixFor(file, present, carrier, args, key) : undefined;
    for (const setting of present) {
      const old = fixOverwritten(file, setting);
      const message = `xl ignores ${setting.name} without a word. ${remedy(args, key)}`;
      yield report(xmDeviceArgs, setting.nameSpan, message, old ? [old] : fix ? [fix] : []);
    }
  },
};

function remedy(args: readonly string[], key: string | undefined): string {
  if (args.length === 0) return 'xend made nothing of it either: remove it.';
  if (key === undefined) return 'xl of this release takes no options for QEMU here: remove it.';
  return `xend gave it to QEMU as an option: write ${key} with "${args.join(' ')}".`;
}

/** The list of options for QEMU that fits the guest; undefined where xl has none. */
function carrierKey(file: FileContext): string | undefined {
  if (file.guestType === 'hvm') return file.release >= 402 ? 'device_model_args_hvm' : 'device_model_args';
  return file.release >= 402 && file.sets('vfb') ? 'device_model_args_pv' : undefined;
}

/** The options that xend 4.4 gave to QEMU. */
function composed(file: FileContext): string[] {
  const args: string[] = [];
  const text = (name: string) => file.scalar(name) ?? '';
  if (file.guestType === 'hvm') {
    for (const name of ['fda', 'fdb']) if (text(name)) args.push(`-${name}`, text(name));
  }
  if (text('parallel') && text('parallel') !== 'none') args.push('-parallel', text('parallel'));
  if (text('monitor_path')) args.push('-monitor', text('monitor_path'));
  else if ((numberOf(text('monitor')) ?? 0n) !== 0n) args.push('-monitor', 'vc');
  return args;
}

function fixFor(
  file: FileContext,
  present: readonly Setting[],
  carrier: Setting,
  args: readonly string[],
  key: string | undefined,
): Fix | undefined {
  if (args.length === 0 || key === undefined) {
    const why = args.length === 0 ? 'xend made nothing of it' : 'xl takes no options for QEMU here';
    const drops = args.length === 0 ? {} : { drops: `xl has no equivalent of ${args.join(' ')} for this guest` };
    return { title: 'Make it a comment: xl ignores it', kind: 'safe', edits: commentOut(file, present, why), ...drops };
  }
  const title = `Write ${key}`;
  const list = file.last(key);
  if (list) {
    if (list.value.kind !== 'list') return undefined;
    const items = args.map((arg) =>
      quoted(file, arg, (list.value.kind === 'list' && list.value.items[0]) || undefined),
    );
    const edits = [appendItems(file, list.value, items), ...commentOut(file, present, `now in ${key}`)];
    return { title, kind: 'restoring', edits };
  }
  const items = args.map((arg) => quoted(file, arg, carrier.value));
  const line = settingLike(file, carrier, key, `[ ${items.join(', ')} ]`);
  const others = present.filter((setting) => setting !== carrier);
  return {
    title,
    kind: 'restoring',
    edits: [...commentOut(file, others, `now in ${key}`), replace(carrier.span, line)],
  };
}
