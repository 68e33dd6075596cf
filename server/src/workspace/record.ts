import { parseUuid } from '../model/uuid';
import type { Claim, GuestRecord, Place } from '../rules/across';
import { FileContext } from '../rules/context';
import type { FileInput } from '../rules/file-input';
import { type InspectOptions, readFirst, readInput } from '../rules/inspect';
import { numberOf } from '../rules/numbers';
import { suppressions } from '../rules/suppressions';
import { templatePlaceholder } from '../rules/template-placeholder';
import { LineIndex } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { ClaimMemory } from './claim-memory';
import { deviceNeeds, hostDevice, type ReadNeeds } from './device-claims';
import { type DiskPlaces, diskNeeds } from './disk-claims';
import { fingerprint } from './made';
import { placed, plain } from './placed';
import { type PutAt, portClaims } from './port-claims';
import { listTexts, scalarText } from './texts';

/** What the text alone does not tell about a guest's file. */
export type RecordOptions = InspectOptions & DiskPlaces;

/**
 * Reads a text as far as other files' guests have to know it, without asking the rules. Never throws.
 * @param reading what `readFirst` gave for it
 */
export function readRecord(text: string, options: RecordOptions, reading = readFirst(text, options)): GuestRecord {
  const file = new FileContext(readInput(text, options, reading));
  return plainRecord(recordOf(file, isOther(file), options));
}

/**
 * What other files' guests have to know of one: what it takes for itself, as xl's own parsers read it. A file that xl
 * refuses counts as far as it can be read, an xm file with the values that its Python comes to. The record looks places
 * up in the file when it is asked; see `plainRecord`.
 * @param isOther true for a template or another program's file: it takes nothing
 * @param memory what is known of the file's earlier versions, whose records then hold no more
 */
export function recordOf(
  file: FileContext,
  isOther: boolean,
  places: DiskPlaces = {},
  memory = new ClaimMemory(),
): GuestRecord {
  if (isOther)
    return Object.assign(new Content(file.text), { isOther: true as const, claims: [], backends: [], quiet: [] });
  const put = putter(file);
  const name = scalarText(file, 'name');
  const { release, guestType } = file;
  const circumstances = `${release} ${guestType} ${places.folder} ${places.epoch}`;
  const read: ReadNeeds = (key, needs) => memory.needsOf(key, listTexts(file, key), put.at, circumstances, needs);
  const disks = read('disk', (text) => diskNeeds(text, release, places));
  const lists = [...deviceNeeds(file, read), disks];
  const network = {
    bridges: [...new Set(lists.flatMap(({ bridges }) => [...bridges]))],
    scripts: [...new Set(lists.flatMap(({ scripts }) => [...scripts]))],
  };
  const amount = (key: string) => {
    const text = scalarText(file, key);
    const number = text && numberOf(text.text);
    if (!text || number === undefined || number <= 0n || number >= MOST) return undefined;
    return put.placed({ number: Number(number) }, () => text.span());
  };
  const memorySize = amount('memory');
  // xl gives a guest one virtual CPU where nothing is said
  const vcpus = amount('vcpus') ?? (name && put.placed({ number: 1 }, () => name.span()));
  return Object.assign(new Content(file.text), {
    ...(name && name.text !== '' && { name: name.text }),
    claims: [
      [...identityClaims(file, put.placed)],
      [...usbDeviceClaim(file, put.placed)],
      ...lists.map(({ claims }) => claims),
      once(portClaims(file, put.placed)),
    ],
    backends: lists.flatMap(({ backends }) => backends.filter((backend) => isGuest(backend.name))),
    ...(memorySize && { memory: memorySize }),
    ...(vcpus && { vcpus }),
    quiet: suppressions(file),
    ...(network.bridges.length + network.scripts.length > 0 && { network }),
  });
}

/** The same record with every place looked up: plain data, which does not keep the file's text in memory. */
export function plainRecord(record: GuestRecord): GuestRecord {
  const { content, claims, backends, memory, vcpus } = record;
  return {
    ...record,
    content,
    claims: claims.map((group) => group.map(plain)),
    backends: backends.map(plain),
    ...(memory && { memory: plain(memory) }),
    ...(vcpus && { vcpus: plain(vcpus) }),
  };
}

/** Sums a text up when it is asked. */
class Content {
  readonly #text: string;
  #sum: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get content(): string {
    this.#sum ??= fingerprint(this.#text);
    return this.#sum;
  }
}

/** Gives places to what a file says, by its lines. */
function putter({ text }: FileContext): { at: (span: Span) => Place; placed: PutAt } {
  let lines: LineIndex | undefined;
  const at = (span: Span) => {
    lines ??= new LineIndex(text);
    return { ...span, from: lines.position(span.start), to: lines.position(span.end) };
  };
  return { at, placed: (thing, span) => placed(thing, () => at(span())) };
}

/** No host has so much of anything: a number above is a mistake, which other rules report. */
const MOST = 2n ** 40n;

function isOther(file: FileContext): boolean {
  const { foreign }: FileInput = file.input;
  return foreign !== undefined || [...templatePlaceholder.check(file, [])].length > 0;
}

function* identityClaims(file: FileContext, placed: PutAt): Iterable<Claim> {
  for (const kind of ['name', 'uuid'] as const) {
    const text = scalarText(file, kind);
    const id = kind === 'name' ? text?.text : text && parseUuid(text.text.trim());
    if (text && id) yield placed({ kind, id, written: text.written }, () => text.span());
  }
}

/** `usbdevice` as a single value. */
function* usbDeviceClaim(file: FileContext, placed: PutAt): Iterable<Claim> {
  const text = file.guestType === 'hvm' ? scalarText(file, 'usbdevice') : undefined;
  const claim = text && hostDevice(text.text).claim;
  if (claim) yield placed({ kind: claim.kind, id: claim.id, written: text.written }, () => text.span());
}

/** True for the name of a domain that a file could define: not Dom0, and no number of a domain. */
function isGuest(name: string): boolean {
  return name !== 'Domain-0' && !/^\d*$/.test(name);
}

/** Each thing once, at its first place. */
function once(claims: readonly Claim[]): Claim[] {
  const kept = new Map<string, Claim>();
  for (const claim of claims) if (!kept.has(claim.id)) kept.set(claim.id, claim);
  return [...kept.values()];
}
