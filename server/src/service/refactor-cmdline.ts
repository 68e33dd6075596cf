import { FileContext } from '../rules/context';
import { quoted, remove, settingLike } from '../rules/edits';
import { findKey } from '../schema';
import type { Analysis } from './analysis';
import type { Caption } from './caption';
import type { Refactoring } from './refactorings';
import { settingAt } from './setting-at';

/** `root` and `extra` as the one line that xl makes of them; in a release that reads `cmdline`. */
export function mergeCmdline(analysis: Analysis, offset: number, caption: Caption): Refactoring | undefined {
  const at = settingAt(analysis.tree.settings, offset);
  if (at?.name !== 'root' && at?.name !== 'extra') return undefined;
  const file = new FileContext(analysis.inspection.input);
  const settings = ['root', 'extra'].flatMap((name) => [...file.all(name)]);
  const [root, extra] = [file.last('root'), file.last('extra')];
  const first = root && extra ? (root.span.start < extra.span.start ? root : extra) : (root ?? extra);
  const isOld = analysis.release < (findKey('cmdline')?.since ?? Number.POSITIVE_INFINITY);
  if (!first || isOld || file.sets('cmdline') || file.isComputed('root', 'extra')) return undefined;
  const values = settings.map(({ value, op }) => (value.kind === 'string' && op === '=' ? value.text : undefined));
  // what is set twice has its own finding; numbers and lists are no kernel arguments
  if (settings.length !== [root, extra].filter(Boolean).length || values.includes(undefined)) return undefined;
  const before = root?.value.kind === 'string' ? `root=${root.value.text}` : undefined;
  const behind = extra?.value.kind === 'string' ? extra.value.text : undefined;
  const text = [before, behind].filter((part) => part !== undefined).join(' ');
  const other = settings.find((setting) => setting !== first);
  const newText = settingLike(file, first, 'cmdline', quoted(file, text, first.value));
  return {
    title: root && extra ? caption('Write root and extra as cmdline') : caption('Write {0} as cmdline', first.name),
    edits: [{ span: first.span, newText }, ...(other ? remove(file, other, `${other.name} is in cmdline now`) : [])],
  };
}
