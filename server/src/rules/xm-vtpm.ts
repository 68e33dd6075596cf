import type { Atom, Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { type DeviceOption, deviceOptions } from './device-options';
import { commentOut, fixOverwritten, quoted, replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** The release in which xl began to read vtpm, as another thing than xm's. */
const READ_SINCE = 403;

/** What xm knew and xl refuses. */
const OLD: ReadonlySet<string> = new Set(['instance', 'type']);

export const docs: RuleDocs = {
  title: 'A vtpm of xm: instance and type',
  why: 'xend had virtual TPMs, numbered, in dom0. Since Xen 4.3 each is a small domain of its own that the guest names as its backend.',
  xl: 'xl refuses the file because of an option that it does not know. Up to 4.2 it ignores vtpm without a word.',
  remedy: 'Set up a vtpm domain, and write backend=DOMAIN with nothing of instance and type.',
  before: "vtpm = [ 'instance=1,backend=vtpm-web' ]",
  after: "vtpm = [ 'backend=vtpm-web' ]",
};

export const xmVtpm: Rule = {
  code: 'xm-vtpm',
  severity: 'error',
  *check(file) {
    for (const setting of file.all('vtpm')) {
      const old = fixOverwritten(file, setting);
      if (file.release < READ_SINCE) {
        const edits = commentOut(file, setting, 'xl of this release has no virtual TPM');
        const drops = 'xl of this release has no virtual TPM';
        const fix: Fix = old ?? { title: 'Make it a comment: xl ignores it', kind: 'safe', edits, drops };
        yield report(xmVtpm, setting.nameSpan, 'xl ignores vtpm without a word. Remove it.', [fix], 'warning');
        continue;
      }
      if (setting.value.kind !== 'list') continue;
      for (const item of setting.value.items) {
        if (item.kind === 'list') continue;
        const options = deviceOptions(item.text);
        const option = options.find(({ name }) => OLD.has(name));
        if (!option) continue;
        const fixes = old ? [old] : fixesFor(file, setting, item, options);
        const message = `"${option.name}" belonged to the virtual TPMs of xend: xl refuses the file. Since Xen 4.3 a vTPM is a domain: write backend=DOMAIN alone.`;
        yield report(xmVtpm, file.place(item, option.span), message, fixes);
      }
    }
  },
};

function fixesFor(file: FileContext, setting: Setting, item: Atom, options: readonly DeviceOption[]): Fix[] {
  const kept = options.filter(({ name }) => !OLD.has(name)).map(({ name, value }) => `${name}=${value}`);
  if (options.some(({ name, value }) => name === 'backend' && value !== '' && value !== '0')) {
    const edits = [replace(item.span, quoted(file, kept.join(','), item))];
    return [{ title: 'Remove what only xend knew: the backend has to be a vtpm domain', kind: 'unsafe', edits }];
  }
  const all = setting.value.kind === 'list' ? setting.value.items.length : 0;
  if (all > 1) return [];
  const edits = commentOut(file, setting, "xl's vTPM needs a vtpm domain as its backend");
  return [{ title: 'Make it a comment: the guest goes without a vTPM', kind: 'unsafe', edits }];
}
