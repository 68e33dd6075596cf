import { releaseName } from '../syntax/release';
import { commentOverwritten, fixOverwritten, quoted, remove, rename, replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** The release in which `type` replaced `builder`, and xl began to refuse builders that it does not know. */
const TYPE_SINCE = 410;

/** Guest types by the builder that xm was given. */
const TYPES: Readonly<Record<string, string>> = {
  linux: 'pv',
  generic: 'pv',
  hvm: 'hvm',
  vmx: 'hvm',
  svm: 'hvm',
  pv: 'pv',
  pvh: 'pvh',
};

export const docs: RuleDocs = {
  title: 'A builder of xm',
  why: 'xm named the program that built the guest; xl names the guest type instead.',
  xl: 'From Xen 4.10 xl reads builder as an old way to write type, and refuses the words it does not know. Up to 4.9 it takes every other word than hvm for a PV guest.',
  remedy: 'Write type="pv" or type="hvm".',
  before: "builder = 'linux'",
  after: 'type = "pv"',
};

export const xmBuilder: Rule = {
  code: 'xm-builder',
  severity: 'error',
  *check(file) {
    for (const setting of file.all('builder')) {
      const { value } = setting;
      if (value.kind === 'list' || fixOverwritten(file, setting)) continue;
      const builder = value.text;
      const type = TYPES[builder];
      const modern = file.release >= TYPE_SINCE;
      if (!modern && (builder === 'hvm' || !file.isXm)) continue;
      if (modern && builder !== 'hvm' && 'generic'.startsWith(builder) && !file.isXm) continue;
      const fixes: Fix[] = [];
      if (modern && type && !file.isComputed('type')) {
        const sameType = file.last('type')?.value;
        const redundant = sameType && sameType.kind !== 'list' && sameType.text === type;
        if (sameType) {
          fixes.push({
            title: redundant ? `Remove it: type is "${type}" already` : 'Remove it: type says what the guest is',
            kind: redundant ? 'safe' : 'unsafe',
            edits: [...commentOverwritten(file, 'builder'), ...remove(file, setting, 'type says it')],
          });
        } else {
          const edits = [
            ...commentOverwritten(file, 'builder'),
            rename(file, setting, 'type'),
            replace(value.span, quoted(file, type, value)),
          ];
          fixes.push({ title: `Write type="${type}"`, kind: 'safe', edits });
        }
      }
      const release = releaseName(file.release);
      if (!modern && type === 'hvm') {
        const edits = [...commentOverwritten(file, 'builder'), replace(value.span, quoted(file, 'hvm', value))];
        fixes.push({ title: 'Write builder="hvm"', kind: 'restoring', edits });
        const message = `xl of Xen ${release} takes "${builder}" for a PV guest, without a word; to xm it was an HVM guest. Write builder="hvm".`;
        yield report(xmBuilder, value.span, message, fixes, 'warning');
        continue;
      }
      if (refused(builder)) {
        // what += adds to is no word of its own
        if (!modern || setting.op === '+=') continue;
        const remedy = file.last('type')
          ? 'Remove it: type is there.'
          : type
            ? `Write type="${type}".`
            : 'Write type="pv", "hvm" or "pvh".';
        yield report(
          xmBuilder,
          value.span,
          `"${builder}" ${type ? 'was a builder of xm' : 'is no guest type'}. xl of Xen ${release} refuses the file: "Invalid domain type ${builder}." ${remedy}`,
          fixes,
        );
      } else if (modern && type && file.isXm) {
        yield report(
          xmBuilder,
          setting.nameSpan,
          `xl of Xen ${release} still reads builder, as an old way to write type="${type}".`,
          fixes,
          'hint',
        );
      }
    }
  },
};

/** True for a word that xl 4.10 and later takes for no guest type: it compares beginnings. */
function refused(builder: string): boolean {
  return !['generic', 'hvm', 'pv', 'pvh'].some((known) => known.startsWith(builder));
}
