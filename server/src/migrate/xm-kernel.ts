import type { XmSettings } from './xm-guest';

/** What stood in for a missing NFS server in the kernel's ip= argument. */
const NO_SERVER = '127.0.255.255';

const NETWORK = ['ip', 'nfs_server', 'gateway', 'netmask', 'hostname', 'interface', 'dhcp'] as const;

/**
 * Puts the kernel's command line in the place of the settings that xm composed it from (create.py of Xen 4.4): the
 * network for the kernel before `extra`, and `root` unless these hold a root= of their own.
 */
export function composeKernelArguments(settings: XmSettings): void {
  const get = (name: string) => {
    const value = settings.get(name);
    return typeof value === 'string' ? value : '';
  };
  const words: string[] = [];
  const dhcp = settings.has('dhcp') ? get('dhcp') : 'off';
  if (get('ip') !== '' || dhcp !== 'off') {
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
  if (get('nfs_root') !== '') words.push(`nfsroot=${get('nfs_server')}:${get('nfs_root')}`);
  for (const name of [...NETWORK, 'nfs_root']) settings.delete(name);

  const extra = [...words, get('extra')].join(' ').trimEnd();
  if (extra !== '' && (words.length > 0 || settings.has('extra'))) settings.set('extra', extra);
  const root = get('root').replace(/^root=/, '');
  if (/root=/.test(extra) || root === '') settings.delete('root');
  else settings.set('root', root);
}
