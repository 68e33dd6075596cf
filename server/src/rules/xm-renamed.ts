import { findKey, keyIsRead } from '../schema/keys';
import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { commentOut, fixOverwritten, quoted, rename, replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';
import { shellWords } from './shell-words';

/** Names of xm whose work a key of xl does under another name, with the change of the value where there is one. */
const RENAMED: Readonly<Record<string, { key: string; value?: (text: string) => string | undefined }>> = {
  cpu_cap: { key: 'cap' },
  cpu: { key: 'cpus', value: (text) => (/^\d+$/.test(text) ? text : undefined) },
  irq: { key: 'irqs' },
  bootargs: { key: 'bootloader_args' },
  lapic: { key: 'apic' },
};

export const docs: RuleDocs = {
  title: 'A key that has another name in xl',
  why: 'The guest loses what the key gave it, and nobody says so.',
  xl: 'xl does not know the old name and ignores it without a word.',
  remedy: 'Write the name that xl knows.',
  before: 'cpu_cap = 150',
  after: 'cap = 150',
};

export const xmRenamed: Rule = {
  code: 'xm-renamed',
  severity: 'warning',
  itemwise: true,
  *check(file) {
    for (const setting of file.settings) {
      const renamed = Object.hasOwn(RENAMED, setting.name) ? RENAMED[setting.name] : undefined;
      if (!renamed) continue;
      const row = findKey(renamed.key);
      const readable = row !== undefined && keyIsRead(row, file.release);
      const remedy = file.sets(renamed.key)
        ? `"${renamed.key}" is set already: remove this one.`
        : `Write ${renamed.key}.`;
      yield report(
        xmRenamed,
        setting.nameSpan,
        `xl ignores ${setting.name} without a word: its name in xl is ${renamed.key}. ${remedy}`,
        isAnyCpu(setting)
          ? anyCpu(file, setting)
          : file.sets(renamed.key)
            ? [joined(file, setting) ?? leaveOut(file, setting, renamed.key)]
            : readable
              ? fixesFor(file, setting, renamed)
              : [],
      );
    }
  },
};

function fixesFor(file: FileContext, setting: Setting, renamed: (typeof RENAMED)[string]): Fix[] {
  const old = fixOverwritten(file, setting);
  if (old) return [old];
  const { value } = setting;
  const title = `Write ${renamed.key}`;
  const edits = [rename(file, setting, renamed.key)];
  if (renamed.key === 'bootloader_args' && value.kind !== 'list') {
    const words = shellWords(value.text);
    if (!words) return [];
    const list = words.map((word) => quoted(file, word, value)).join(', ');
    edits.push(replace(value.span, list === '' ? '[]' : `[ ${list} ]`));
  } else if (renamed.key === 'irqs' && value.kind !== 'list') {
    edits.push(replace(value.span, `[ ${file.text.slice(value.span.start, value.span.end)} ]`));
  } else if (renamed.value) {
    const text = value.kind === 'list' ? undefined : renamed.value(value.text);
    if (text === undefined) return [];
    edits.push(replace(value.span, quoted(file, text, value)));
  }
  return [{ title, kind: 'restoring', edits }];
}

const isAnyCpu = ({ name, value }: Setting) => name === 'cpu' && value.kind !== 'list' && value.text === '-1';

const isQuoted = ({ input }: FileContext) => /^[ \t]*cpu[ \t]*=[ \t]*['"]/m.test(input.original ?? input.text);

function anyCpu(file: FileContext, setting: Setting): Fix[] {
  const old = fixOverwritten(file, setting);
  // the number could be written only with quotes as long as it was a setting
  const edits = commentOut(file, setting, 'any CPU, as without it').map(({ span, newText }) =>
    replace(span, isQuoted(file) ? newText : newText.replace(/(['"])-1\1/, '-1')),
  );
  return [old ?? { title: 'Make it a comment: -1 is any CPU', kind: 'safe', edits }];
}

/** xend let a guest run on cpu as well as on what cpus names. */
function joined(file: FileContext, setting: Setting): Fix | undefined {
  const cpus = file.last('cpus')?.value;
  const { value } = setting;
  if (setting.name !== 'cpu' || value.kind === 'list' || !/^\d+$/.test(value.text)) return undefined;
  if (cpus?.kind !== 'string' || cpus.text.trim() === '' || file.isComputed('cpus') || fixOverwritten(file, setting))
    return undefined;
  const edits = [
    replace(cpus.span, quoted(file, `${cpus.text},${value.text}`, cpus)),
    ...commentOut(file, setting, 'now a part of cpus'),
  ];
  return { title: 'Add it to cpus, as xend did', kind: 'restoring', edits };
}

function leaveOut(file: FileContext, setting: Setting, key: string): Fix {
  const edits = commentOut(file, setting, `xl ignores this; ${key} is set`);
  return { title: `Make it a comment: ${key} is set`, kind: 'safe', edits };
}
