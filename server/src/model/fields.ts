import type { Bitmap } from './bitmap';

/** A value of the domain before it is printed: what each kind is, the shape of its structure tells. */
export type FieldValue = string | number | bigint | boolean | Bitmap | Repeated | readonly FieldValue[] | Fields;

/** A structure of libxl: a field that is absent has its initial value. */
export interface Fields {
  [name: string]: FieldValue | undefined;
}

/** The same value many times, of which there may be millions. */
export class Repeated {
  constructor(
    readonly count: number,
    readonly value: FieldValue,
  ) {}
}

/** C's conversion of a long to an int. */
export function int32(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}

/** C's conversion of a long to an unsigned 32-bit number. */
export function uint32(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}

/** A number of MiB as xl turns it into KiB, in 64 bits without a sign. */
export function kibibytes(mebibytes: bigint): bigint {
  return BigInt.asUintN(64, mebibytes * 1024n);
}
