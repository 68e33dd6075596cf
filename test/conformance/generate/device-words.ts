/** The pieces that generated device strings are made of, apart by `|`. Byte strings: one character for each byte. */

function words(text: string): string[] {
  return text.split('|');
}

export const TARGETS = words(
  '/dev/vg/web01|/a.img||phy:/dev/x|file:/a|tap:aio:/a|tap2:tapdisk:aio:/a|tap:qcow2:/a|raw:/a|qcow:/a|' +
    'vhd:/b|iscsi:t|nbd:h:1|enbd:1|drbd:r0|ioemu:/a|aio:/a|tapdisk:/a|qed:/a|http:/x|x1y:|a:b|A:/b|x:|' +
    'phy:|/a b| /a|/\xc3\xa9|/\xff|target=/t',
);
export const FORMATS = words('raw|qcow|qcow2|vhd|qed|empty||vdi|RAW| raw|raw |xvda|hdc:cdrom');
export const VDEVS = words('xvda|hda|sda1|hdc:cdrom|hdc:disk|xvda:floppy|:cdrom|:|ioemu:hda|d0p1||xvdzz|51712');
export const ACCESSES = words('r|ro|w|rw|w!||R|w |read');
export const DISK_OPTIONS = words(
  'format=|vdev=|access=|backend=|backendtype=|specification=|script=|devtype=|colo-host=|colo-port=|' +
    'colo-export=|active-disk=|hidden-disk=|target=|unknown=|x=|a-b=|Format=|1x=|format|cdrom|' +
    'direct-io-safe|discard|no-discard|colo|no-colo|trusted|untrusted|cdrom=1|discard=1|=|vdev|access = |' +
    'diskard|grant_usage=|transport=|irq=|base=',
);
export const DISK_VALUES = [
  ...FORMATS,
  ...VDEVS,
  ...ACCESSES,
  ...words('phy|tap|qdisk|standalone|virtio|xen|dom1|0|3|-1|99999999999|7x| 8|cdrom|disk|/x y|a=b|a:b'),
];
export const RATES = words(
  '10Mb/s|1GB/s|512KB/s|100B/s|8b/s|0B/s|4294967295GB/s|4294967296B/s|010Kb/s|0x1KB/s|' +
    '18446744073709551616b/s|1mb/s|10|10Mb|Mb/s|1.5Mb/s| 1Mb/s|-1Mb/s|08Kb/s||9B/s|7b/s|12345678KB/s|' +
    '4294Gb/s|1Mb/S',
);
export const INTERVALS = words(
  '50ms|20us|1s|10|0|4294967295us|4294967296us|4295s|4294s|010ms|0us|1m|1u||1min|ms|' +
    '99999999999999999999s|-5ms|08ms|5000000ms',
);
export const BDFS = words(
  '00:1a.0|0000:00:1a.0|01:00.*|1:2.3|ffff:ff:1f.7|10000:00:00.0|100:0.0|0:20.0|0:0.8|00:00.0.0|:0.0|' +
    '0::0.0|0:0|0.0|00:1a.0@8|g:0.0|0x1:0x2.0x3| 1: 2. 3|+1:2.3|-0:-0.-0|0:0:0:0.0||*|0:0.|0:0.**|' +
    '00000000000001:2.3|ffffffff1:0.0|0:0. *|0:0.0x|0:0.1g|1 :2.3|1:2 .3',
);
export const PCI_OPTIONS = words(
  'bdf=|vslot=|permissive=|msitranslate=|seize=|power_mgmt=|rdm_policy=|name=|unknown=|=|permissive|' +
    ' seize=|Name=|',
);
export const PCI_VALUES = [
  ...BDFS.slice(0, 8),
  ...words('1|0|8|1f|20|strict|relaxed|invalid|yes||-1|2x| 1|+1|net0|a=b|4294967297|0x8|99999999999999999999'),
];
export const RDM = words(
  'strategy=host|policy=strict|policy=relaxed|strategy=|strategy=none|policy=|policy=invalid|policy=x|' +
    'strategy|policy|host|x=1|=|| policy=strict|Strategy=host|strategy=host ',
);
/** Characters that mean something in one of the languages, or that none expects. */
export const ODD_CHARACTERS = words(',|,,|=|:| |\t|\n|@|.|*|-|/|"|\'|\\|\xff|\xc3\xa9|\r|\x0b|\x7f|A|0|x|b|s|\x1f|!|%');

/** Values that an option knows. */
export const FITTING: Readonly<Record<string, readonly string[]>> = {
  'format=': FORMATS.slice(0, 7),
  'vdev=': VDEVS,
  'access=': ACCESSES.slice(0, 6),
  'backendtype=': words('phy|tap|qdisk|standalone'),
  'specification=': words('xen|virtio'),
  'devtype=': words('cdrom|disk'),
  'colo-port=': words('80|7x| 8|-1|99999999999'),
  'colo-host=': words('h|'),
  'colo-export=': words('e|'),
  'active-disk=': words('a|'),
  'hidden-disk=': words('b|'),
};
