import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { ClaimKind, GuestRecord } from '../rules/across';
import type { Related } from '../rules/finding';
import type { Inspection } from '../rules/inspect';
import type { Finding } from '../service';
import { acrossFindings } from '../workspace/across';
import { Contested } from '../workspace/contested';
import { GuestIndex } from '../workspace/guests';
import { recordOf } from '../workspace/record';
import { outline, type PackedGuest } from './packed';
import type { CheckSettings } from './settings';

/**
 * What shows only across the files of one run: to be told of every file first, then to look closer at those that claim
 * what another one claims too, and then to be asked about each. Of most files nobody else claims anything: all that is
 * kept of them are sums.
 */
export class AcrossFiles {
  readonly #guests = new Map<string, Guest>();
  readonly #contested = new Contested();
  readonly #complete: boolean;
  #index: GuestIndex | undefined;

  /** `complete`: the files are all there are of a folder, so that what none of them defines is missing. */
  constructor(complete: boolean) {
    this.#complete = complete;
  }

  /**
   * @param real the file itself, whatever path led to it; `shown` is how the person called it
   * @param task the number of the task that it came of
   */
  add(real: string, shown: string, task: number, packed: PackedGuest): void {
    const number = this.#guests.get(real)?.number ?? this.#guests.size;
    const { sums, ...rest } = packed;
    this.#guests.set(real, { number, shown, task, ...rest });
    this.#contested.add(number, sums);
  }

  /**
   * Looks closer where it matters, once every file is known.
   * @param hasHost somebody described the host of some of the guests
   * @param recordAgain reads what a task's file says again; undefined where it cannot be read any more
   */
  async look(hasHost: boolean, recordAgain: (task: number) => Promise<GuestRecord | undefined>): Promise<void> {
    const guests = [...this.#guests];
    if (!hasHost && !guests.some(([, guest]) => this.#isContested(guest))) return;
    const index = new GuestIndex();
    const lookAt = async (real: string, guest: Guest) => {
      const record = await recordAgain(guest.task);
      // a file that has changed meanwhile is none that anything was said of
      index.set(real, record?.content === guest.content ? record : outline(guest), guest.shown);
    };
    for (const [real, guest] of guests) {
      if (this.#isContested(guest)) await lookAt(real, guest);
      else index.set(real, outline(guest), guest.shown);
    }
    for (const real of hasHost ? index.totalsAt() : []) await lookAt(real, this.#guests.get(real)!);
    this.#index = index;
  }

  /** What shows of a file beside the others, by place. */
  findings(real: string, { severities = {}, host }: CheckSettings): Finding[] {
    const guest = this.#guests.get(real);
    if (!guest || !this.#index) return [];
    if (!this.#isContested(guest) && !(host && this.#index.totalsAt().has(real))) return [];
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

  #asShown(place: Related): Related {
    return { ...place, path: this.#guests.get(place.path)?.shown ?? place.path };
  }
}

interface Guest extends Omit<PackedGuest, 'sums'> {
  readonly number: number;
  readonly shown: string;
  readonly task: number;
}

/** What other files have to know of a guest's file that lies there; it looks places up when it is asked. */
export function recordFor(real: string, { file, isOther }: Pick<Inspection, 'file' | 'isOther'>): GuestRecord {
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
