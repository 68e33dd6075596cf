import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { ClaimKind, GuestRecord } from '../rules/across';
import type { Related } from '../rules/finding';
import type { Analysis, Finding } from '../service';
import { acrossFindings } from '../workspace/across';
import { Contested } from '../workspace/contested';
import { GuestIndex } from '../workspace/guests';
import { recordOf } from '../workspace/record';
import { KeptTexts } from './kept-texts';
import { outline, type PackedGuest, unpackGuest } from './packed';
import type { CheckSettings } from './settings';

/**
 * What shows only across the files of one run: to be told of every file first, and then to be asked about each. Of most
 * files nobody else claims anything: what they say is held as text, and looked at where it matters alone.
 */
export class AcrossFiles {
  readonly #guests = new Map<string, Guest>();
  readonly #contested = new Contested();
  readonly #records = new KeptTexts();
  readonly #complete: boolean;
  #index: GuestIndex | undefined;

  /** `complete`: the files are all there are of a folder, so that what none of them defines is missing. */
  constructor(complete: boolean) {
    this.#complete = complete;
  }

  /** @param real the file itself, whatever path led to it; `shown` is how the person called it */
  add(real: string, shown: string, packed: PackedGuest): void {
    const number = this.#guests.get(real)?.number ?? this.#guests.size;
    const { sums, record, ...rest } = packed;
    this.#guests.set(real, { number, shown, ...rest, record: this.#records.add(record) });
    this.#contested.add(number, sums);
  }

  /** What shows of a file beside the others, by place. */
  findings(real: string, { severities = {}, host }: CheckSettings): Finding[] {
    const guest = this.#guests.get(real);
    if (!guest || !(host || this.#isContested(guest))) return [];
    this.#index ??= this.#indexed();
    if (!this.#isContested(guest) && !this.#index.totalsAt().has(real)) return [];
    const around = {
      complete: this.#complete,
      isTakenElsewhere: (kind: ClaimKind, id: string) => this.#contested.isClaimed(kind, id),
      ...(host && { host }),
    };
    return acrossFindings(this.#index, real, severities, around).map((finding) =>
      finding.related ? { ...finding, related: finding.related.map((place) => this.#asShown(place)) } : finding,
    );
  }

  #isContested({ number, isServed }: Guest): boolean {
    return isServed || this.#contested.has(number);
  }

  /** All guests, of those that nobody has to look at closer no more than an outline. */
  #indexed(): GuestIndex {
    const index = new GuestIndex();
    for (const [real, guest] of this.#guests) {
      index.set(real, this.#isContested(guest) ? this.#record(guest) : outline(guest), guest.shown);
    }
    for (const real of index.totalsAt()) {
      const guest = this.#guests.get(real)!;
      index.set(real, this.#record(guest), guest.shown);
    }
    return index;
  }

  #record({ record }: Guest): GuestRecord {
    return unpackGuest(this.#records.get(record));
  }

  #asShown(place: Related): Related {
    return { ...place, path: this.#guests.get(place.path)?.shown ?? place.path };
  }
}

interface Guest extends Omit<PackedGuest, 'sums' | 'record'> {
  readonly number: number;
  readonly shown: string;
  /** Its number among the texts that are kept. */
  readonly record: number;
}

/** What other files have to know of a guest's file that lies there. */
export function recordFor(real: string, { inspection }: Analysis): GuestRecord {
  const { file, isOther } = inspection;
  return recordOf(file, isOther, { canonical, folder: path.dirname(real) });
}

interface Found {
  readonly real: string;
  readonly exists: boolean;
}

/** Gives paths without links, as far as they exist. What lies in one folder that does not exist costs one look. */
function canonicalPaths(): (file: string) => string {
  const folders = new Map<string, Found>();
  const lookUp = (file: string, parent: string): Found => {
    const above = parent === file ? undefined : folder(parent);
    const rest = above ? path.join(above.real, path.basename(file)) : file;
    if (above && !above.exists) return { real: rest, exists: false };
    try {
      return { real: realpathSync.native(file), exists: true };
    } catch {
      return { real: rest, exists: false };
    }
  };
  const folder = (name: string): Found => {
    let found = folders.get(name);
    if (!found) {
      found = lookUp(name, path.dirname(name));
      folders.set(name, found);
    }
    return found;
  };
  return (file) => lookUp(file, path.dirname(file)).real;
}

const canonical = canonicalPaths();
