import { allOptions, findOption } from '../schema/languages';
import type { Span } from '../syntax/span';
import type { DeviceFields, SpecReading } from '../syntax/specs';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import type { SpecItem } from './spec-items';

/** A MAC address in a spec. */
export interface Mac {
  readonly text: string;
  /** Six numbers, when the text is an address and nothing more. */
  readonly bytes: readonly number[] | undefined;
  /** The same as one writes it. */
  readonly address: string | undefined;
  /** The address that xl makes of it: six hexadecimal numbers with colons. */
  readonly made: string | undefined;
  readonly place: Span;
}

/** Six hexadecimal numbers of a byte each, with any character between them. */
const ADDRESS =
  /^([\da-f]{1,2})[^\da-f]([\da-f]{1,2})[^\da-f]([\da-f]{1,2})[^\da-f]([\da-f]{1,2})[^\da-f]([\da-f]{1,2})[^\da-f]([\da-f]{1,2})$/i;

/** Every MAC address of the guest's network devices. */
export function* macs(file: FileContext): Iterable<Mac> {
  for (const item of file.specs) if (holdsMacs(item.language)) yield* macsIn(file, item);
}

/** The MAC addresses of one network device. */
export function* macsIn(file: FileContext, { atom, language, reading }: SpecItem): Iterable<Mac> {
  for (const written of macsOf(language, reading, atom.text)) yield new PlacedMac(file, atom, written);
}

const WITH_MACS = new Map<string, boolean>();

/** True for a language with an option that is a MAC address. */
function holdsMacs(language: string): boolean {
  let holds = WITH_MACS.get(language);
  if (holds === undefined) {
    holds = allOptions(language).some(({ type }) => type === 'mac');
    WITH_MACS.set(language, holds);
  }
  return holds;
}

type Written = Omit<Mac, 'place'> & { readonly span: Span };

/** Knows its place when it is asked: most addresses have nothing to report. */
class PlacedMac implements Mac {
  readonly text: string;
  readonly bytes: Mac['bytes'];
  readonly address: Mac['address'];
  readonly made: Mac['made'];

  constructor(
    private readonly file: FileContext,
    private readonly atom: Atom,
    private readonly written: Written,
  ) {
    this.text = written.text;
    this.bytes = written.bytes;
    this.address = written.address;
    this.made = written.made;
  }

  get place(): Span {
    return this.file.place(this.atom, this.written.span);
  }
}

const WRITTEN = new WeakMap<SpecReading, readonly Written[]>();

/** The MAC addresses in a spec, each with its place in it. */
export function macsOf(language: string, reading: SpecReading, text: string): readonly Written[] {
  let macs = WRITTEN.get(reading);
  if (!macs) {
    macs = readMacs(language, reading, text);
    WRITTEN.set(reading, macs);
  }
  return macs;
}

function readMacs(language: string, reading: SpecReading, spec: string): Written[] {
  return reading.parts.flatMap(({ role, span, option }) => {
    if (role !== 'value' || option === undefined || findOption(language, option)?.type !== 'mac') return [];
    const text = spec.slice(span.start, span.end);
    const bytes = ADDRESS.exec(text.trim())
      ?.slice(1)
      .map((byte) => Number.parseInt(byte, 16));
    const made = (reading as { readonly device?: DeviceFields }).device?.[option];
    const address = bytes && macText(bytes);
    return { text, bytes, address, made: typeof made === 'string' ? made : undefined, span };
  });
}

/** The address as one writes it. */
export function macText(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}
