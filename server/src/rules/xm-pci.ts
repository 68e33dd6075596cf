import { parsePci } from '../syntax/specs';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import { quoted, replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** A device as xm read it, libraries of xend 4.4: separators may be commas, and there may be several functions. */
const XM_DEVICE =
  /^(?:([\da-f]{1,4})[:,])?([\da-f]{1,2})[:,]([\da-f]{1,2})[.,](\*|[0-7](?:[-,=][0-7])*)(?:@([01]?[\da-f]))?(?:,(.*))?$/i;

export const docs: RuleDocs = {
  title: 'A PCI device as xm wrote it',
  why: 'xm allowed commas within an address, lists of functions, and yes and no for the switches of a device.',
  xl: 'xl refuses the file because of the address. It reads a switch that is not a number as 0, and says nothing.',
  remedy: 'Write each function as a device of its own, and the switches as 1 and 0.',
  before: "pci = [ '00:1d.0-2' ]",
  after: "pci = [ '00:1d.0', '00:1d.1', '00:1d.2' ]",
};

export const xmPci: Rule = {
  code: 'xm-pci',
  severity: 'error',
  itemwise: true,
  *check(file) {
    for (const item of file.items('pci')) {
      if (parsePci(item.text, file.release).rc !== 0) {
        const fix = fixFor(file, item);
        if (!fix) continue;
        const message = `xl knows no commas within an address, and no lists of functions: it refuses the file. Write each function as a device of its own, such as ${fix.sample}.`;
        yield report(xmPci, item.span, message, [fix.fix]);
        continue;
      }
      for (const match of item.text.matchAll(/(?<=,)(msitranslate|power_mgmt)=(yes)(?=,|$)/gi)) {
        const end = match.index + match[0].length;
        const place = file.place(item, { start: end - match[2]!.length, end });
        const message = `xl reads ${match[0]} as 0, without a word: xm took it for 1. Write ${match[1]}=1.`;
        const fix: Fix = { title: `Write ${match[1]}=1`, kind: 'restoring', edits: [replace(place, '1')] };
        yield report(xmPci, place, message, [fix], 'warning');
      }
    }
  },
};

function fixFor(file: FileContext, item: Atom): { sample: string; fix: Fix } | undefined {
  const [, domain, bus, slot, list, vslot, rest] = XM_DEVICE.exec(item.text) ?? [];
  if (bus === undefined || slot === undefined || list === undefined) return undefined;
  const functions = physical(list);
  if (!functions) return undefined;
  const pad = (text: string, size: number) => text.padStart(size, '0');
  const address = `${domain === undefined ? '' : `${pad(domain, 4)}:`}${pad(bus, 2)}:${pad(slot, 2)}`;
  const switches = (rest ?? '')
    .split(',')
    .filter((one) => one !== '')
    .map((one) => `,${one.replace(/=yes$/i, '=1').replace(/=no$/i, '=0')}`);
  const texts = functions.map(
    (one) => `${address}.${one}${vslot === undefined ? '' : `@${vslot}`}${switches.join('')}`,
  );
  if (texts.some((text) => parsePci(text, file.release).rc !== 0)) return undefined;
  // the functions of one device shared a slot of an HVM guest, with numbers that could be said
  const moved = file.guestType !== 'pv' && (functions.length > 1 || list.includes('='));
  if (moved && vslot !== undefined && functions.length > 1) return undefined;
  const edits = [replace(item.span, texts.map((text) => quoted(file, text, item)).join(', '))];
  const title = texts.length > 1 ? `Write ${texts.length} devices` : `Write ${texts[0]}`;
  return { sample: texts[0]!, fix: { title, kind: moved ? 'unsafe' : 'safe', edits } };
}

/** The functions of the real device that a list such as `0-2`, `0,7` or `2=0-4=2` names. */
function physical(list: string): string[] | undefined {
  if (list === '*') return ['*'];
  const functions = list.split(',').flatMap((range) => {
    const ends = range.split('-').map((one) => Number(one[0]));
    if (ends.length > 2) return [Number.NaN];
    const [first, last = first] = ends as [number, number?];
    const step = last < first ? -1 : 1;
    return Array.from({ length: Math.abs(last - first) + 1 }, (_, i) => first + i * step);
  });
  return functions.some(Number.isNaN) || new Set(functions).size < functions.length ? undefined : functions.map(String);
}
