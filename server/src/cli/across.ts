import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../model/host';
import type { Analysis } from '../service';
import { acrossFindings, byPlace } from '../workspace/across';
import { GuestIndex, type Surroundings } from '../workspace/guests';
import { recordOf } from '../workspace/record';
import type { Outcome } from './report-json';

/** What shows only across the files of one run: to be told of every file first, and then to be asked about each. */
export class AcrossFiles {
  readonly #index = new GuestIndex();
  readonly #around: Surroundings;
  readonly #canonical = canonicalPaths();

  /** `whole`: the files are all there are of a folder, so that what none of them defines is missing. */
  constructor(host: Host | undefined, whole: boolean) {
    this.#around = { complete: whole, ...(host && { host }) };
  }

  /** @param real the file itself, whatever path led to it; `shown` is how the person called it */
  add(real: string, shown: string, { inspection }: Analysis): void {
    const { file, isOther } = inspection;
    const places = { canonical: this.#canonical, folder: path.dirname(real) };
    this.#index.set(real, recordOf(file, isOther, places), shown);
  }

  /** What was found in a file, and what shows beside the others. */
  complete(real: string, outcome: Outcome): Outcome {
    const { analysis } = outcome;
    if (!analysis) return outcome;
    const more = acrossFindings(this.#index, real, analysis.options.severities, this.#around);
    return more.length === 0
      ? outcome
      : { ...outcome, analysis: { ...analysis, findings: byPlace([...analysis.findings, ...more]) } };
  }
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
