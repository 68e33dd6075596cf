import { findOption } from '../schema/languages';
import type { Span } from '../syntax/span';
import type { DeviceFields } from '../syntax/specs';
import type { FileContext } from './context';

/** A MAC address in a spec. */
export interface Mac {
  readonly text: string;
  /** Six numbers, when the text is an address and nothing more. */
  readonly bytes: readonly number[] | undefined;
  /** The address that xl makes of it: six hexadecimal numbers with colons. */
  readonly made: string | undefined;
  readonly place: Span;
}

/** Six hexadecimal numbers of a byte each, with any character between them. */
const ADDRESS =
  /^([\da-f]{1,2})[^\da-f]([\da-f]{1,2})[^\da-f]([\da-f]{1,2})[^\da-f]([\da-f]{1,2})[^\da-f]([\da-f]{1,2})[^\da-f]([\da-f]{1,2})$/i;

/** Every MAC address of the guest's network devices. */
export function* macs(file: FileContext): Iterable<Mac> {
  for (const { atom, language, reading } of file.specs) {
    for (const { role, span, option } of reading.parts) {
      if (role !== 'value' || option === undefined || findOption(language, option)?.type !== 'mac') continue;
      const text = atom.text.slice(span.start, span.end);
      const bytes = ADDRESS.exec(text.trim())
        ?.slice(1)
        .map((byte) => Number.parseInt(byte, 16));
      const made = (reading as { readonly device?: DeviceFields }).device?.[option];
      yield { text, bytes, made: typeof made === 'string' ? made : undefined, place: file.place(atom, span) };
    }
  }
}

/** The address as one writes it. */
export function macText(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}
