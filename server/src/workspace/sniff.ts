/** What a file found in a folder is taken for. */
export type FileKind = 'guest' | 'xl.conf' | 'cpupool' | 'other';

/** Names that a guest's file sets at the start of a line. */
const NAMES =
  'name|kernel|memory|vcpus|disk|vif|builder|type|bootloader|extra|root|ramdisk|on_crash|on_reboot|on_poweroff|maxmem|boot|vfb|device_model|seclabel|uuid|' +
  'pci|usbdev|usbctrl|vtpm|channel|vnc|vncdisplay|vnclisten|vncunused|spice|spiceport|maxvcpus|cpus|firmware|localtime';

/** Names that hardly any other program's configuration has. */
const TELLING = new Set([
  'vif',
  'disk',
  'builder',
  'bootloader',
  'on_crash',
  'on_reboot',
  'on_poweroff',
  'vfb',
  'maxmem',
  'device_model',
  'ramdisk',
  'kernel',
  'vtpm',
  'usbdev',
  'usbctrl',
  'vncdisplay',
  'vnclisten',
  'vncunused',
  'maxvcpus',
]);

/** The types of guests, of which no other program's configuration speaks like this. */
const TYPE = /^type[ \t]*=[ \t]*["'](?:hvm|pvh?)["']/m;

const ASSIGNMENT = new RegExp(
  `^(${NAMES})[ \\t]*\\+?=[ \\t]*(?:["'\\[]|\\d+[ \\t]*(?:#|;|\\r?$)|[A-Za-z_][\\w.]*[ \\t]*\\()`,
  'gm',
);

/** Backups, templates and what other programs leave behind: readable, but not to be judged unasked. */
const LEFT_ALONE =
  /(?:~|\.bak\d*|\.bak\.\d+|\.b|\.orig|\.rej|\.sw[op]|\.rpmsave|\.rpmnew|\.dpkg-\w+|\.tmpl|\.in|\.j2|\.erb|\.template)$/i;

/**
 * The file of the host's that one of that name is, which xl reads by other keys than a guest's: `xl.conf`, and those for
 * `xl cpupool-create`, which are called cpupool or xlcpupool something. Undefined for any other name.
 */
export function hostFileOf(fileName: string): 'xl.conf' | 'cpupool' | undefined {
  if (isLeftAlone(fileName)) return undefined;
  if (fileName === 'xl.conf') return 'xl.conf';
  return /^(?:xl)?cpupool/.test(fileName) ? 'cpupool' : undefined;
}

/** True for the name of a backup, a template, or what other programs leave behind. */
export function isLeftAlone(fileName: string): boolean {
  return LEFT_ALONE.test(fileName) || fileName.startsWith('.');
}

/**
 * Tells from a file's own name and its text whether it configures a guest: at least two of a guest's names are
 * assigned at the start of a line, one of them telling. Meant for files that a folder holds, not for named ones.
 */
export function kindOfFile(fileName: string, text: string): FileKind {
  if (isLeftAlone(fileName) || isSxpName(fileName)) return 'other';
  const host = hostFileOf(fileName);
  if (host) return host;
  const names = new Set<string>();
  for (const match of text.matchAll(ASSIGNMENT)) names.add(match[1]!);
  const tells = [...names].some((name) => TELLING.has(name)) || TYPE.test(text);
  return names.size >= 2 && tells ? 'guest' : 'other';
}

/** True for the name of a file of xend's in S-expressions, which no text makes a guest's file of xl or xm. */
function isSxpName(fileName: string): boolean {
  return /\.sxp$/i.test(fileName);
}
