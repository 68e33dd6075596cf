import type { PlainValue } from '../syntax/reading';
import type { XmFact, XmSettings } from './xm-guest';

/**
 * NAME=VALUE parts of a device, as xm split them: blanks around names and values did not count.
 * Those in `ip` stay: they stand between addresses, and the network script passes over them.
 */
function options(text: string): [name: string, value: string][] {
  return text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const at = part.indexOf('=');
      if (at < 0) return [part, ''];
      const name = part.slice(0, at).trim();
      return [name, part.slice(at + 1)].map((text) => (name === 'ip' ? text : text.trim())) as [string, string];
    });
}

const written = (parts: readonly (readonly [string, string])[]) => parts.map(([n, v]) => `${n}=${v}`).join(',');

/** What xm had for a card and nobody has any more. */
const LOST: Readonly<Record<string, string>> = {
  accel: 'libxl has no such accelerator',
  be_mac: 'the backend has an address of its own',
  label: 'the ACM module is gone from Xen',
  policy: 'the ACM module is gone from Xen',
};

/** A rate as xend read it; other texts did not limit the card. */
const RATE = /^\d+[GMK]?[Bb]\/s(@\d+[mu]?s)?$/;

/** The network cards in xl's words: without the labels of the ACM module, with the cards that `nics` counted. */
export function plainVifs(settings: XmSettings, isHvm: boolean): XmFact[] {
  const facts: XmFact[] = [];
  const vif = settings.get('vif');
  const cards = Array.isArray(vif) ? vif : [];
  const plain = cards.map((card, i) => {
    if (typeof card !== 'string') return card;
    return written(
      options(card).flatMap(([name, value]) => {
        const text = LOST[name] ?? (name === 'rate' && !RATE.test(value) ? 'xend took it for no limit' : undefined);
        if (text !== undefined) {
          facts.push({ field: `nics[${i}].${name}`, value, key: 'vif', reason: { kind: 'dropped', text } });
          return [];
        }
        if (name === 'type') return [[name, value === 'ioemu' && isHvm ? value : 'vif']];
        return [[name, value]];
      }),
    );
  });
  const nics = Number(settings.get('nics'));
  if (Number.isInteger(nics) && nics >= 0 && nics < 100) while (plain.length < nics) plain.push('');
  settings.delete('nics');
  if (plain.length > 0) settings.set('vif', plain);
  return facts;
}

/** Framebuffers in xl's words: `type` as xm took it, and no VNC where xm offered none. */
export function plainFramebuffers(settings: XmSettings, isHvm: boolean): XmFact[] {
  const vfb = settings.get('vfb');
  if (!Array.isArray(vfb)) return [];
  const facts: XmFact[] = [];
  const plain = vfb.map((item, i) => {
    if (typeof item !== 'string') return item;
    const parts = new Map(options(item));
    const type = parts.get('type');
    parts.delete('type');
    if (type) parts.set(type, '1');
    if (!parts.has('vnc')) parts.set('vnc', '0');
    const keymap = isHvm ? undefined : settings.get('keymap');
    if (typeof keymap === 'string' && keymap !== '' && !parts.has('keymap')) parts.set('keymap', keymap);
    for (const name of ['videoram', 'serial', 'monitor']) {
      const value = parts.get(name);
      if (value === undefined) continue;
      parts.delete(name);
      const text = `xl has no ${name} for a framebuffer`;
      facts.push({ field: `vfbs[${i}].${name}`, value, key: 'vfb', reason: { kind: 'dropped', text } });
    }
    return written([...parts]);
  });
  settings.set('vfb', plain);
  return facts;
}

/** PCI devices in xl's words: `yes` and `no` are numbers there, and bus and slot stand behind a colon. */
export function plainPci(settings: XmSettings): void {
  const pci = settings.get('pci');
  if (!Array.isArray(pci)) return;
  const yesNo = (item: string) =>
    item.replace(/=(yes|no)(?=,|$)/gi, (_, word: string) => (word.toLowerCase() === 'yes' ? '=1' : '=0'));
  settings.set(
    'pci',
    pci.flatMap((item): PlainValue[] => (typeof item === 'string' ? eachFunction(yesNo(item)) : [item])),
  );
}

/** A device for each function that an entry names, as xend's libraries read them: `00:1d.0-2`, `0,1d,0`, `00:1d.2=0`. */
function eachFunction(item: string): string[] {
  const match =
    /^(?:([\da-f]{1,4})[:,])?([\da-f]{1,2})[:,]([\da-f]{1,2})[.,]([0-7](?:[-,=][0-7])*)(@[01]?[\da-f])?((?:,\w+=\w+)*)$/i.exec(
      item,
    );
  if (!match) return [item];
  const [, domain, bus, slot, list, place = '', switches] = match as unknown as [string, ...(string | undefined)[]];
  const numbers = list!.split(',').flatMap((range) => {
    const [from, to = from] = range.split('-').map((one) => Number(one[0])) as [number, number?];
    const count = Math.abs(to! - from) + 1;
    return Array.from({ length: count }, (_, i) => (to! < from ? from - i : from + i));
  });
  const head = `${domain === undefined ? '' : `${domain.padStart(4, '0')}:`}${bus!.padStart(2, '0')}:${slot!.padStart(2, '0')}`;
  return numbers.map((number) => `${head}.${number}${place}${switches}`);
}

/** vTPMs: what xm's `instance` and `type` said is no longer kept; xl stops at them. */
export function plainVtpms(settings: XmSettings): XmFact[] {
  const vtpm = settings.get('vtpm');
  if (!Array.isArray(vtpm)) return [];
  const facts: XmFact[] = [];
  const plain = vtpm.map((item, i) => {
    if (typeof item !== 'string') return item;
    return written(
      options(item).filter(([name, value]) => {
        if (name === 'backend' || name === 'uuid') return true;
        const text = `xl's vTPMs have no ${name}`;
        facts.push({ field: `vtpms[${i}].${name}`, value, key: 'vtpm', reason: { kind: 'dropped', text } });
        return false;
      }),
    );
  });
  settings.set('vtpm', plain);
  return facts;
}
