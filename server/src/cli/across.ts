import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { GuestRecord } from '../rules/across';
import type { Related } from '../rules/finding';
import type { Analysis, Finding } from '../service';
import { acrossFindings } from '../workspace/across';
import { GuestIndex } from '../workspace/guests';
import { recordOf } from '../workspace/record';
import type { CheckSettings } from './settings';

/** What shows only across the files of one run: to be told of every file first, and then to be asked about each. */
export class AcrossFiles {
  readonly #index = new GuestIndex();
  readonly #shown = new Map<string, string>();
  readonly #complete: boolean;

  /** `complete`: the files are all there are of a folder, so that what none of them defines is missing. */
  constructor(complete: boolean) {
    this.#complete = complete;
  }

  /** @param real the file itself, whatever path led to it; `shown` is how the person called it */
  add(real: string, shown: string, record: GuestRecord): void {
    this.#shown.set(real, shown);
    this.#index.set(real, record, shown);
  }

  /** What shows of a file beside the others, by place. */
  findings(real: string, { severities = {}, host }: CheckSettings): Finding[] {
    const around = { complete: this.#complete, ...(host && { host }) };
    return acrossFindings(this.#index, real, severities, around).map((finding) =>
      finding.related ? { ...finding, related: finding.related.map((place) => this.#asShown(place)) } : finding,
    );
  }

  #asShown(place: Related): Related {
    return { ...place, path: this.#shown.get(place.path) ?? place.path };
  }
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
