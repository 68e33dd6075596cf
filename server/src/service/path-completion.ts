import { findKey, findOption, keyAt } from '../schema';
import type { Span } from '../syntax/span';
import type { ReadFile } from './analysis';
import type { Completion } from './completion';
import { placeAt } from './context-at';
import { optionOf, partAt, specParts } from './spec-parts';
import { languageOf } from './spec-strings';
import type { FolderEntry } from './surroundings';

/** A place where the name of a file is typed, or something that the files of a folder tell. */
interface PathPlace {
  readonly folder: string;
  /** What the name takes the place of. */
  readonly span: Span;
  /** How an entry is written there; undefined for one that does not belong there. */
  readonly write: (entry: FolderEntry) => string | undefined;
}

/** Where libxl looks for scripts without a folder, and how they are called by what they are for. */
const SCRIPTS = '/etc/xen/scripts/';
const SCRIPT_NAMES: Readonly<Record<string, RegExp>> = { disk: /^block-/, vif: /^vif-/ };
/** Where Linux lists its PCI devices, by their addresses. */
const PCI_DEVICES = '/sys/bus/pci/devices/';

const asIs = ({ name, isFolder }: FolderEntry): string => (isFolder ? `${name}/` : name);

/** The folder whose entries `completions` can use at an offset: an absolute path that ends in /. */
export function folderWanted(file: ReadFile, offset: number): string | undefined {
  return pathAt(file, offset)?.folder;
}

/** Files and folders that may be typed at an offset, of those that the wanted folder holds. */
export function pathCompletions(file: ReadFile, offset: number, entries: readonly FolderEntry[]): Completion[] {
  const place = pathAt(file, offset);
  if (!place) return [];
  return entries.flatMap((entry): Completion[] => {
    const newText = place.write(entry);
    if (newText === undefined || /["'\\\n,]/.test(newText)) return [];
    return [
      {
        label: newText,
        kind: entry.isFolder ? 'folder' : 'file',
        edit: { span: place.span, newText },
        sortText: `${entry.name.startsWith('.') ? 2 : 1}${newText}`,
      },
    ];
  });
}

function pathAt(file: ReadFile, offset: number): PathPlace | undefined {
  const place = placeAt(file, offset);
  if (place.kind !== 'value' || !place.quoted) return undefined;
  const found = findKey(place.key);
  const row = found && keyAt(found, file.release);
  if (!row) return undefined;
  const { quoted } = place;
  const index = quoted.index(offset);
  if (row.type === 'path' || row.type === 'enum-or-path') {
    return segmentAt(quoted.text, { start: 0, end: quoted.text.length }, index, (span) => quoted.place(span));
  }
  const language = languageOf(row, place.depth > 0);
  if (language === undefined) return undefined;
  const address = { start: 0, end: quoted.text.split(',', 1)[0]!.length };
  if (language === 'pci' && index <= address.end && !quoted.text.slice(0, address.end).includes('=')) {
    return { folder: PCI_DEVICES, span: quoted.place(address), write: pciAddress };
  }
  const part = partAt(specParts(language, quoted.text, file.release).parts, index);
  const option = part && findOption(language, optionOf(part));
  if (!part || !option || part.role === 'name' || part.role === 'flag') return undefined;
  const typed = quoted.text.slice(part.span.start, index);
  const inFile = (span: Span) => quoted.place(span);
  if (option.name === 'script' && !typed.includes('/')) {
    const wanted = SCRIPT_NAMES[language];
    const write = ({ name, isFolder }: FolderEntry) => (!isFolder && wanted?.test(name) ? name : undefined);
    return { folder: SCRIPTS, span: inFile(part.span), write };
  }
  return option.type === 'path' ? segmentAt(quoted.text, part.span, index, inFile) : undefined;
}

/** The name between two slashes that is typed; nothing is known of relative paths. */
function segmentAt(text: string, within: Span, index: number, inFile: (span: Span) => Span): PathPlace | undefined {
  const before = text.slice(within.start, index);
  if (before !== '' && !before.startsWith('/')) return undefined;
  const start = within.start + before.lastIndexOf('/') + 1;
  const slash = text.slice(index, within.end).indexOf('/');
  const end = slash < 0 ? within.end : index + slash;
  const folder = before === '' ? '/' : before.slice(0, before.lastIndexOf('/') + 1);
  const write = before === '' ? (entry: FolderEntry) => `/${asIs(entry)}` : asIs;
  return /(^|\/)\.\.?(\/|$)|\0/.test(folder) ? undefined : { folder, span: inFile({ start, end }), write };
}

/** Without the domain where that is 0, as people write it. */
function pciAddress({ name }: FolderEntry): string | undefined {
  return /^[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/.test(name) ? name.replace(/^0000:/, '') : undefined;
}
