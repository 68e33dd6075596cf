import { findKey, keyIsRead } from '../schema/keys';
import type { Edit } from '../syntax/span';
import type { FileContext } from './context';
import type { Finding, Fix } from './finding';
import { numberOf } from './numbers';
import { type Rule, type RuleDocs, report } from './rule';
import { isXlOnly } from './xl-only';

/** A default that xm had and xl has another one for. */
interface OldDefault {
  readonly key: string;
  readonly value: string;
  /** What xl does without the line. */
  readonly xl: string | ((file: FileContext) => string);
  /** True where the guest would be another one without the line. */
  readonly differs: (file: FileContext) => boolean;
}

const isHvm = (file: FileContext) => file.guestType === 'hvm';
const isOn = (file: FileContext, name: string) => (numberOf(file.scalar(name) ?? '') ?? 0n) !== 0n;

/**
 * xm 4.4's defaults that differ, where xl takes the old value. builder needs no line (xl makes a PV guest too) and name
 * has a rule of its own; the 4 MiB of videoram are too little for every device model but the old one.
 */
const DEFAULTS: readonly OldDefault[] = [
  {
    key: 'memory',
    value: '128',
    xl: (file) => (file.sets('maxmem') ? 'gives the guest all of maxmem' : 'gives the guest 32 MiB'),
    differs: () => true,
  },
  {
    key: 'on_crash',
    value: '"restart"',
    xl: 'destroys a guest that crashed',
    differs: (file) => !file.sets('restart'),
  },
  { key: 'boot', value: '"c"', xl: 'goes on to the CD and the floppy disk', differs: isHvm },
  { key: 'hpet', value: '0', xl: 'gives the guest an HPET', differs: isHvm },
  {
    key: 'vnc',
    value: '0',
    xl: 'shows the screen by VNC',
    differs: (file) => isHvm(file) && !file.sets('vfb') && !isOn(file, 'nographic'),
  },
  { key: 'opengl', value: '1', xl: 'draws without OpenGL', differs: (file) => isHvm(file) && isOn(file, 'sdl') },
  {
    key: 'pci_msitranslate',
    value: '1',
    xl: "does not translate the devices' MSI",
    differs: (file) => isHvm(file) && file.sets('pci') && file.release >= 402,
  },
  {
    key: 'videoram',
    value: '4',
    xl: 'gives the graphics card 8 MiB',
    differs: (file) =>
      isHvm(file) && file.scalar('device_model_version') === 'qemu-xen-traditional' && !isOn(file, 'stdvga'),
  },
];

export const docs: RuleDocs = {
  title: 'A default that was another one in xm',
  why: 'The file leaves a setting out, and xm and xl think differently of that. A guest that was fine with xm may behave in another way.',
  xl: 'xl takes its own default: for example, it destroys a guest that crashed, which xm started again.',
  remedy:
    'Write the old value out where the guest depends on it. Converting with keepXmDefaults (--keep-xm-defaults) does so for all of them, also in a file that suits xm and xl alike.',
  before: "builder = 'linux'\nmemory = 512",
  after: "type = 'pv'\nmemory = 512\n# xm's default; xl destroys a guest that crashed\non_crash = \"restart\"",
};

export const xmDefault: Rule = {
  code: 'xm-default',
  severity: 'hint',
  *check(file) {
    const first = file.isXm ? file.settings[0] : undefined;
    if (!first || file.isComputed('builder', 'type') || isXlFile(file)) return;
    const found = DEFAULTS.filter((one) => !file.sets(one.key) && isRead(file, one.key) && one.differs(file));
    const keep = file.circumstances.keepXmDefaults ?? false;
    const all = [insertion(file, found)];
    for (const [index, one] of found.entries()) {
      const { key, value } = one;
      const xl = wordsOf(one, file);
      const message = `${key} is not set: xm took ${value.replaceAll('"', '')}, and xl ${xl}. Write ${key}=${value} to keep what the guest had.`;
      const fix: Fix = {
        title: `Write ${key}=${value}, xm's default`,
        kind: 'restoring',
        edits: [insertion(file, [one])],
        converts: keep,
        ...(keep && { bulk: index === 0 ? all : [] }),
      };
      yield atFirst(file, report(xmDefault, first.nameSpan, message, [fix]));
    }
  },
};

/**
 * True for a file with something that only xl takes, and no Python: one name of xm in it makes no xm file of it, unless
 * somebody asks for xm's defaults. What a conversion wrote on its way is xl's, too.
 */
function isXlFile({ settings, input }: FileContext): boolean {
  if (input.keepXmDefaults || input.original !== undefined || input.python) return false;
  return settings.some(isXlOnly);
}

const wordsOf = ({ xl }: OldDefault, file: FileContext) => (typeof xl === 'string' ? xl : xl(file));

function isRead(file: FileContext, key: string): boolean {
  const row = findKey(key);
  return row !== undefined && keyIsRead(row, file.release);
}

/** The finding, said at the guest's name where there is one. */
function atFirst(file: FileContext, finding: Finding): Finding {
  const name = file.last('name');
  return name ? { ...finding, span: name.nameSpan } : finding;
}

/** The lines of defaults, behind the last setting; at the end of the file while there is Python in it. */
function insertion(file: FileContext, defaults: readonly OldDefault[]): Edit {
  const { text } = file;
  const last = file.settings.at(-1);
  const newline = last && !file.circumstances.python ? text.indexOf('\n', last.span.end) : -1;
  const at = newline < 0 ? text.length : newline + 1;
  const lines = defaults.map((one) => `# xm's default; xl ${wordsOf(one, file)}\n${one.key} = ${one.value}\n`);
  const head = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  return { span: { start: at, end: at }, newText: head + lines.join('') };
}
