import { parseUuid } from '../model/uuid';
import type { Claim, GuestRecord, Place } from '../rules/across';
import { FileContext, type FileInput } from '../rules/context';
import { type InspectOptions, readFirst, readInput } from '../rules/inspect';
import { numberOf } from '../rules/numbers';
import { suppressions } from '../rules/suppressions';
import { templatePlaceholder } from '../rules/template-placeholder';
import { LineIndex } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { deviceClaims } from './device-claims';
import { type DiskPlaces, diskClaims } from './disk-claims';
import { fingerprint } from './made';
import { portClaims } from './port-claims';
import { scalarText } from './texts';

/** What the text alone does not tell about a guest's file. */
export type RecordOptions = InspectOptions & DiskPlaces;

/**
 * Reads a text as far as other files' guests have to know it, without asking the rules. Never throws.
 * @param reading what `readFirst` gave for it
 */
export function readRecord(text: string, options: RecordOptions, reading = readFirst(text, options)): GuestRecord {
  const file = new FileContext(readInput(text, options, reading));
  return recordOf(file, isOther(file), options);
}

/**
 * What other files' guests have to know of one: what it takes for itself, as xl's own parsers read it. A file that xl
 * refuses counts as far as it can be read, an xm file with the values that its Python comes to.
 * @param other true for a template or another program's file: it takes nothing
 */
export function recordOf(file: FileContext, other: boolean, places: DiskPlaces = {}): GuestRecord {
  const content = fingerprint(file.text);
  const nothing: GuestRecord = { content, claims: [], backends: [], quiet: [] };
  if (other) return { ...nothing, isOther: true };
  const lines = new LineIndex(file.text);
  const at = (span: Span): Place => ({ ...span, from: lines.position(span.start), to: lines.position(span.end) });
  const name = scalarText(file, 'name');
  const { claims, backends, network } = deviceClaims(file, at);
  const disks = diskClaims(file, at, places);
  const amount = (key: string) => {
    const text = scalarText(file, key);
    const number = text && numberOf(text.text);
    return text && number !== undefined && number > 0n && number < MOST
      ? { number: Number(number), place: at(text.span()) }
      : undefined;
  };
  const memory = amount('memory');
  // xl gives a guest one virtual CPU where nothing is said
  const vcpus = amount('vcpus') ?? (name && { number: 1, place: at(name.span()) });
  return {
    ...nothing,
    ...(name && name.text !== '' && { name: name.text }),
    claims: once([...identityClaims(file, at), ...claims, ...disks.claims, ...portClaims(file, at)]),
    backends: [...backends, ...disks.backends].filter(({ name }) => isGuest(name)),
    ...(memory && { memory }),
    ...(vcpus && { vcpus }),
    quiet: suppressions(file),
    ...(network.bridges.length + network.scripts.length > 0 && { network }),
  };
}

/** No host has so much of anything: a number above is a mistake, which other rules report. */
const MOST = 2n ** 40n;

function isOther(file: FileContext): boolean {
  const { foreign }: FileInput = file.input;
  return foreign !== undefined || [...templatePlaceholder.check(file, [])].length > 0;
}

function* identityClaims(file: FileContext, at: (span: Span) => Place): Iterable<Claim> {
  for (const kind of ['name', 'uuid'] as const) {
    const text = scalarText(file, kind);
    const id = kind === 'name' ? text?.text : text && parseUuid(text.text.trim());
    if (text && id) yield { kind, id, place: at(text.span()), written: text.written };
  }
}

/** True for the name of a domain that a file could define: not Dom0, and no number of a domain. */
function isGuest(name: string): boolean {
  return name !== 'Domain-0' && !/^\d*$/.test(name);
}

/** Each thing once, at its first place; a disk that is written there before one that is only read. */
function once(claims: readonly Claim[]): Claim[] {
  const kept = new Map<string, Claim>();
  for (const claim of claims) {
    const key = `${claim.kind} ${claim.id} ${claim.functions ?? ''}`;
    const before = kept.get(key);
    if (!before || (claim.disk?.writes && !before.disk?.writes)) kept.set(key, claim);
  }
  return [...kept.values()];
}
