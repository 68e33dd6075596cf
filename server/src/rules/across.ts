import type { Position } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Related } from './finding';
import type { Suppression } from './suppressions';

/** Where something stands in a file: the span, and the same as a person or an editor counts. */
export interface Place extends Span {
  readonly from: Position;
  readonly to: Position;
}

/** What one guest can have and another one cannot have beside it. */
export type ClaimKind = 'name' | 'uuid' | 'mac' | 'port' | 'pci' | 'usb' | 'vtpm' | 'disk';

/**
 * Something that a guest takes for itself. Two claims of one kind and id are about the same thing. Of a text that is
 * edited, an item that stays has the same claim in every version, and `place` is where it stands in the newest one.
 */
export interface Claim {
  readonly kind: ClaimKind;
  /** One spelling for each thing: lower case, numbers as numbers, paths without links where those are known. */
  readonly id: string;
  readonly place: Place;
  /** The place holds the thing itself, so that another one can be written there. */
  readonly written: boolean;
  readonly disk?: { readonly writes: boolean; readonly forced: boolean; readonly target: string };
  /** The functions of a PCI device, a bit each. */
  readonly functions?: number;
  readonly port?: Port;
}

/** A TCP port of the host on which a guest's screen is served. */
export interface Port {
  readonly use: 'vnc' | 'spice';
  /** The address that it is bound to. */
  readonly listen: string;
  /** What the file says: a VNC display, or the port itself. */
  readonly number: number;
  /** False where the device model looks for the next one that is free. */
  readonly firm: boolean;
}

/** A number that counts against what the host has. */
export interface Amount {
  readonly number: number;
  readonly place: Place;
}

/** A domain that provides a device of the guest. */
export interface Backend {
  readonly name: string;
  readonly place: Place;
  /** The place holds the name itself. */
  readonly written: boolean;
}

/** What other files' guests have to know of one guest, made from its text alone. */
export interface GuestRecord {
  readonly name?: string;
  /** True for a template, or another program's file: it makes no guest. */
  readonly isOther?: true;
  /** Equal for equal texts. */
  readonly content: string;
  /** In groups: a group comes from the same settings in every version of a text, and holds each thing once. */
  readonly claims: readonly (readonly Claim[])[];
  /** The domains that provide its devices, by name. */
  readonly backends: readonly Backend[];
  /** In MiB. */
  readonly memory?: Amount;
  readonly vcpus?: Amount;
  /** The comments that keep findings quiet. */
  readonly quiet: readonly Suppression[];
  /** The bridges and scripts of its network cards, for completion in other files. */
  readonly network?: { readonly bridges: readonly string[]; readonly scripts: readonly string[] };
}

/** Another guest's claim to the same thing. */
export interface Rival {
  /** The caller's own word for the file. */
  readonly path: string;
  /** The file as people are told of it. */
  readonly shown: string;
  readonly claim: Claim;
}

export interface Rivals {
  /** The first ones, in the order of their paths. */
  readonly first: readonly Rival[];
  /** How many there are, this many at the least. */
  readonly count: number;
}

/** What all guests want together. */
export interface Total {
  readonly sum: number;
  readonly guests: number;
  /** The file of the guest that wants most. */
  readonly biggest: string;
}

/** The machine that the guests share: CPUs, and memory in MiB. */
export interface SharedHost {
  readonly cpus: number;
  readonly memory: number;
}

/** The guests around one guest. */
export interface Neighbours {
  readonly path: string;
  /** Present where somebody described the host. */
  readonly host?: SharedHost;
  /** True when every guest of the host is known, as far as anybody can tell. */
  readonly complete: boolean;
  /** The guest's own claims of a kind to what others claim, too, perhaps. */
  contested(kind: ClaimKind): Iterable<Claim>;
  /** The other guests that claim the same and that `clash` does not let pass. */
  rivals(claim: Claim, clash?: (other: Claim) => boolean): Rivals;
  /** True when any guest claims it. */
  isTaken(kind: ClaimKind, id: string): boolean;
  /** The names of all guests. */
  names(): Iterable<string>;
  total(of: 'memory' | 'vcpus'): Total | undefined;
  /** Texts that look made up, each time another one, the same for the same seed. */
  made(seed: string): (attempt: number) => readonly number[];
}

/** Where the others are: "b.cfg:3", "b.cfg:3 and c.cfg:4", "b.cfg:3 and 5 more". */
export function where({ first, count }: Rivals): string {
  const [one, two] = first.map(({ shown, claim }) => `${shown}:${claim.place.from.line + 1}`);
  if (count === 1) return one!;
  return count === 2 ? `${one} and ${two}` : `${one} and ${count - 1} more`;
}

/** The other places, for editors that show them with a finding. */
export function related({ first }: Rivals, message: string): Related[] {
  return first.map(({ path, shown, claim }) => ({
    path,
    from: claim.place.from,
    to: claim.place.to,
    message: `${shown}: ${message}`,
  }));
}
