/** The parts of a spec that xl takes, to which others are added, by language. */
export const BASES: Readonly<Record<string, readonly string[]>> = {
  disk: ['vdev=xvda', 'access=rw', 'target=/a'],
  vif: [],
  pci: ['00:1a.0'],
  rdm: ['strategy=host'],
  vfb: [],
  channel: ['connection=pty', 'name=n'],
  p9: ['tag=a', 'path=/b', 'security_model=none'],
  vtpm: ['backend=a'],
  vdispl: ['backend=a', 'connectors=id:1x2'],
  pvcalls: ['backend=a'],
  vkb: ['backend-type=linux', 'unique-id=u'],
  virtio: ['type=virtio,device', 'transport=mmio'],
  usbctrl: [],
  usbdev: ['type=hostdev', 'hostbus=1', 'hostaddr=2'],
  cpuid: ['host'],
  'cpuid-xend': ['1:eax=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
  smbios: [],
  xenstore_quota: [],
};

/** What takes the rest of its spec stands last. */
export const LAST_PART = /^target=/;

/** Another base for an option that needs other parts beside it. */
export const OPTION_BASES: Readonly<Record<string, readonly string[]>> = {
  'channel.path': ['connection=socket', 'name=n', 'path=/old'],
  'p9.max-files': ['tag=a', 'path=/b', 'security_model=none', 'type=xen_9pfsd'],
  'p9.max-open-files': ['tag=a', 'path=/b', 'security_model=none', 'type=xen_9pfsd'],
  'p9.max-space': ['tag=a', 'path=/b', 'security_model=none', 'type=xen_9pfsd'],
  'p9.auto-delete': ['tag=a', 'path=/b', 'security_model=none', 'type=xen_9pfsd'],
  'cpuid-xend.eax': [],
};

/** What an option of each type is given when nothing else is said. */
export const TYPICAL: Readonly<Record<string, string>> = {
  string: 't',
  path: '/p',
  integer: '3',
  boolean: '1',
  domain: 'dom',
  mac: '00:16:3e:00:00:07',
  uuid: 'deadbeef-0000-4000-8000-000000000007',
  vdev: 'xvdb',
  bdf: '00:1b.0',
  hex: '5',
  rate: '10Mb/s',
  bits: '1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  integers: '8000;16000',
};

/** For what is no NAME=VALUE and no bare word: a spec with it, and the same without it. */
export const FORMS: Readonly<Record<string, readonly [changed: string, plain: string]>> = {
  'cpuid.host': ['host,tm=0', 'tm=0'],
  'cpuid-xend.LEAF[,SUBLEAF]:': [
    '7,0:eax=1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    '7,1:eax=1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  ],
  'cpus.N': ['3', '4'],
  'cpus.N-M': ['0-3', '0'],
  'cpus.^N': ['0-3,^2', '0-3'],
  'cpus.all': ['all', '0'],
  'cpus.node:N': ['node:0', '3'],
  'viridian.!GROUP': ['!base', 'base'],
  'firmware.PATH': ['/fw', '/other'],
  'usbdevice.host:': ['host:1.2', '1.2'],
  'disk.WORD:': ['script:/a,hda,w', '/a,hda,w'],
};
