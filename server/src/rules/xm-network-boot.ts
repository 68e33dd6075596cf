import type { Edit } from '../syntax/span';
import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { commentOut, quoted, replace, settingLike } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

const PARTS = ['ip', 'netmask', 'gateway', 'hostname', 'interface', 'dhcp', 'nfs_server', 'nfs_root'] as const;

/** What stood in for a missing NFS server in the kernel's ip= argument. */
const NO_SERVER = '127.0.255.255';

export const docs: RuleDocs = {
  title: 'Network settings for the kernel: ip, netmask, gateway, nfs_root...',
  why: 'xm made the ip= and nfsroot= arguments of the Linux kernel out of settings of its own.',
  xl: 'xl ignores all of them without a word: the guest comes up without its address, or without its root file system.',
  remedy: 'Put the arguments into extra, as xm composed them.',
  before: 'ip = "192.0.2.3"\nnetmask = "255.255.255.0"\ngateway = "192.0.2.1"',
  after: 'extra = "ip=192.0.2.3:127.0.255.255:192.0.2.1:255.255.255.0::eth0:off"',
};

export const xmNetworkBoot: Rule = {
  code: 'xm-network-boot',
  severity: 'warning',
  *check(file) {
    const present = PARTS.flatMap((name) => [...file.all(name)]);
    const carrier = present.find((setting) => setting === file.last(setting.name));
    if (!carrier) return;
    const args = composed(file);
    // what Python still holds comes first: then the parts can be put together
    const known = args !== undefined && !file.isComputed(...PARTS, 'extra', 'root');
    const open = undecidedParts(file);
    const edits = !known ? [] : conversion(file, present, carrier, args);
    const title = args === '' ? 'Make it a comment' : 'Put the kernel arguments into extra, as xm did';
    const fixes: Fix[] = !known ? [] : [{ title, kind: args === '' ? 'safe' : 'restoring', edits }];
    for (const setting of present) {
      const message = `xl ignores ${setting.name} without a word${open === undefined ? remedy(args) : `. ${open}`}`;
      yield report(xmNetworkBoot, setting.nameSpan, message, fixes);
    }
  },
};

function remedy(args: string | undefined): string {
  if (args === undefined) return ', and xm stopped here: nfs_root wants nfs_server. Set both, or remove it.';
  if (args === '')
    return ', and xm made no kernel argument of it here either: that took ip, dhcp or nfs_root, and no ip= in extra. Remove it.';
  return `. xm made it a part of the kernel's arguments: "${args}". Put them into extra.`;
}

/** Why the arguments cannot be told yet; undefined when every part is known. */
function undecidedParts(file: FileContext): string | undefined {
  const open = [...PARTS, 'extra', 'root'].filter((name) => file.isComputed(name) && file.scalar(name) === undefined);
  if (open.length === 0) return undefined;
  const names = open.join(' and ');
  return `xm made it a part of the kernel's arguments, but ${names} ${open.length > 1 ? 'are' : 'is'} still Python of which the value is not known. Decide on ${names} first; then put the arguments into extra.`;
}

/** The arguments that xm 4.4 put before `extra`; undefined where it would have stopped with an error. */
function composed(file: FileContext): string | undefined {
  const get = (name: string) => file.scalar(name) ?? '';
  const args: string[] = [];
  const dhcp = file.scalar('dhcp') ?? 'off';
  // an ip= in extra went before the settings
  if ((get('ip') || dhcp !== 'off') && !/ip=[^ ]/.test(get('extra'))) {
    const server = get('nfs_server') || NO_SERVER;
    const device = file.scalar('interface') ?? 'eth0';
    args.push(
      `ip=${[get('ip').replace(/^ip=/, ''), server, get('gateway'), get('netmask'), get('hostname'), device, dhcp].join(':')}`,
    );
  }
  if (get('nfs_root')) {
    if (!get('nfs_server')) return undefined;
    args.push(`nfsroot=${get('nfs_server')}:${get('nfs_root')}`);
  }
  return args.join(' ');
}

function conversion(file: FileContext, present: readonly Setting[], carrier: Setting, args: string): Edit[] {
  const others = (keep?: Setting) => present.filter((setting) => setting !== keep);
  const comment = (settings: readonly Setting[]) => commentOut(file, settings, 'now a part of extra');
  if (args === '') {
    const own = /ip=[^ ]/.test(file.scalar('extra') ?? '');
    return commentOut(
      file,
      present,
      `xm made nothing of it ${own ? 'beside ip= in extra' : 'without ip, dhcp or nfs_root'}`,
    );
  }
  // xm added root= only where no argument held "root=", nfsroot= included
  const root = /root=/.test(`${args} ${file.scalar('extra') ?? ''}`) ? file.last('root') : undefined;
  const rootEdits = root ? commentOut(file, [...file.all('root')], 'xm left root= out beside nfsroot=') : [];
  const extra = file.last('extra');
  if (extra && extra.value.kind !== 'list') {
    const text = `${args} ${extra.value.text}`.trimEnd();
    return [replace(extra.value.span, quoted(file, text, extra.value)), ...comment(present), ...rootEdits];
  }
  const line = replace(carrier.span, settingLike(file, carrier, 'extra', quoted(file, args, carrier.value)));
  return [line, ...comment(others(carrier)), ...rootEdits];
}
