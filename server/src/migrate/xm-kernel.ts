import type { XmSettings } from './xm-guest';

/** What stood in for a missing NFS server in the kernel's ip= argument. */
const NO_SERVER = '127.0.255.255';

const NETWORK = ['ip', 'nfs_server', 'gateway', 'netmask', 'hostname', 'interface', 'dhcp'] as const;

/** Every setting of xm that is a part of the kernel's command line. */
export const KERNEL_ARGUMENTS: readonly string[] = [...NETWORK, 'nfs_root', 'root', 'extra'];

/**
 * Puts the kernel's command line in the place of the settings that xm composed it from (xm and xend of Xen 4.4): the
 * network for the kernel before `extra`, unless that holds an ip= of its own, and `root` unless all of it holds a root=.
 */
export function composeKernelArguments(settings: XmSettings): void {
  const get = (name: string) => {
    const value = settings.get(name);
    return typeof value === 'string' ? value : '';
  };
  const extra = [get('nfs_root') && `nfsroot=${get('nfs_server')}:${get('nfs_root')}`, get('extra')].filter(Boolean);
  const words: string[] = [];
  const dhcp = settings.has('dhcp') ? get('dhcp') : 'off';
  if ((get('ip') !== '' || dhcp !== 'off') && !/ip=[^ ]/.test(extra.join(' '))) {
    const parts: Record<(typeof NETWORK)[number], string> = {
      ip: get('ip').replace(/^ip=/, ''),
      nfs_server: get('nfs_server') || NO_SERVER,
      gateway: get('gateway'),
      netmask: get('netmask'),
      hostname: get('hostname'),
      interface: settings.has('interface') ? get('interface') : 'eth0',
      dhcp,
    };
    words.push(`ip=${NETWORK.map((name) => parts[name]).join(':')}`);
  }
  for (const name of [...NETWORK, 'nfs_root']) settings.delete(name);

  const line = [...words, ...extra].join(' ');
  if (line !== '') settings.set('extra', line);
  const root = get('root').replace(/^root=/, '');
  if (/root=/.test(line) || root === '') settings.delete('root');
  else settings.set('root', root);
}
