import { buildDomain, completeDomain, type Domain, type Host } from '../model';
import type { Fields } from '../model/fields';
import type { PlainValue, Reading } from '../syntax/reading';
import type { Release } from '../syntax/release';
import { domainFields } from './domain-fields';

/** Settings by name, in xl's words; `disks` stand for the key `disk`, in libxl's fields. */
export interface PlainGuest {
  readonly settings: ReadonlyMap<string, PlainValue>;
  readonly disks?: readonly Fields[] | undefined;
  readonly release: Release;
  readonly host: Host;
}

/** The fields that xl builds from settings, and what they would be without one of these. */
export interface BuiltGuest {
  readonly settings: ReadonlyMap<string, PlainValue>;
  readonly fields: ReadonlyMap<string, string>;
  /** The same with the defaults that libxl fills in; none where libxl gives the guest up. */
  readonly completed: ReadonlyMap<string, string>;
  /** The names of the settings, `disk` among them. */
  readonly keys: readonly string[];
  /** The fields without one of the settings; none where xl makes no guest then. */
  fieldsWithout(key: string): ReadonlyMap<string, string>;
}

/** Builds a guest from settings; one without a name or a kernel, which xl would refuse, too. */
export function builtGuest(guest: PlainGuest): BuiltGuest {
  const disks = guest.disks && guest.disks.length > 0;
  return {
    settings: guest.settings,
    fields: fieldsOf(guest),
    completed: fieldsOf(guest, undefined, (domain) => completeDomain(domain, { host: guest.host }).domain),
    keys: [...guest.settings.keys(), ...(disks ? ['disk'] : [])],
    fieldsWithout: (key) => fieldsOf(guest, key),
  };
}

/** The key at which xl refuses a guest of these settings, and what it says; undefined when it builds it. */
export function refusedKey(guest: PlainGuest): { key: string; text: string } | undefined {
  const { verdict, messages } = buildDomain(readingOf(guest), guest);
  const last = messages.at(-1);
  if (verdict === 'accepted' || last?.key === undefined || !guest.settings.has(last.key)) return undefined;
  return { key: last.key, text: last.text.trim() };
}

function fieldsOf(
  guest: PlainGuest,
  without?: string,
  finish: (domain: Domain) => Domain | undefined = (domain) => domain,
): Map<string, string> {
  const { domain } = buildDomain(readingOf(guest, without), guest);
  if (!domain) return new Map();
  const disks = without === 'disk' ? undefined : guest.disks;
  const finished = finish({ ...domain, config: { ...domain.config, ...(disks && { disks }) } });
  const fields = finished ? domainFields(finished) : new Map<string, string>();
  for (const { field } of standIns(guest, without)) fields.delete(field);
  return fields;
}

/** Settings as libxlutil would hand them over, with stand-ins for those without which xl makes no guest at all. */
function readingOf(guest: PlainGuest, without?: string): Reading {
  const settings = [...guest.settings].filter(([name]) => name !== without);
  for (const { name } of standIns(guest, without)) settings.push([name, 'guest']);
  return { ok: true, messages: [], settings: settings.map(([name, value]) => ({ name, op: '=', line: 1, value })) };
}

/** The settings that have to be there although the guest has none, and their fields. */
function standIns({ settings }: PlainGuest, without?: string): { name: string; field: string }[] {
  const has = (name: string) => name !== without && settings.has(name);
  const isHvm = settings.get('type') === 'hvm' || settings.get('builder') === 'hvm';
  const boots = isHvm || ['kernel', 'bootloader', 'firmware', 'firmware_override'].some(has);
  return [
    ...(has('name') ? [] : [{ name: 'name', field: 'c_info.name' }]),
    ...(boots ? [] : [{ name: 'kernel', field: 'b_info.kernel' }]),
  ];
}
