import type { WorkspaceFolder } from 'vscode-languageserver';
import type { Python } from '../python/index';
import type { GuestRecord } from '../rules/across';
import { type AcrossFinding, acrossFindings } from '../workspace/across';
import { ClaimMemory } from '../workspace/claim-memory';
import { GuestIndex, type Surroundings } from '../workspace/guests';
import { fingerprint } from '../workspace/made';
import { recordOf } from '../workspace/record';
import { hostFileOf, isLeftAlone, kindOfFile } from '../workspace/sniff';
import type { Configuration } from './configuration';
import type { Checked } from './documents';
import { FileKeys } from './file-keys';
import { type GuestFiles, PASSED_OVER } from './guest-files';
import { type KnownFile, type KnownGuest, withoutFixes } from './known-files';
import { isIgnoreFile, LeftOut } from './left-out';
import { baseName, readGuest } from './read-guest';
import { RealPaths } from './real-paths';
import type { Settings } from './settings';
import { Turns } from './turns';

/** What the space needs of the server around it. */
export interface Around {
  readonly configuration: Configuration;
  readonly python: () => Promise<Python | undefined>;
  /** A way to the files of that URI's kind; undefined when there is none. */
  readonly files: (uri: string) => GuestFiles | undefined;
  /** Makes what is made up another one for each run. */
  readonly seed: string;
  /** Called when other findings are to be shown for open documents. */
  readonly openChanged: (uris: readonly string[]) => void;
  /** Called after a change of what `guests` gives, once for all that comes together. */
  readonly guestsChanged: () => void;
  /** Called with all findings of a file that is not open, after a change; with none when it is open or gone. */
  readonly closedChanged: (key: string, uri: string, findings: readonly AcrossFinding[]) => void;
}

/** Files that are read at the same time. */
const TOGETHER = 32;

/**
 * All guests that are known: those of the workspace's folders, read in the background and kept up with file events, and
 * those of open documents, which win over what is on disk.
 */
export class Space {
  readonly #index = new GuestIndex();
  readonly #around: Around;
  readonly #paths: RealPaths;
  readonly #keys = new FileKeys();
  readonly #leftOut: LeftOut;
  /** The files of the host's (xl.conf, those of CPU pools) that are not open, and a fingerprint of their texts. */
  readonly #hostFiles = new Map<string, string>();
  #folders: readonly WorkspaceFolder[] = [];
  /** The open document of a real file. */
  readonly #open = new Map<string, string>();
  /** What is remembered of the claims of real files that are open. */
  readonly #memories = new Map<string, ClaimMemory>();
  /** How often a real file's record was another one. */
  readonly #versions = new Map<string, number>();
  /** What was last said across files of an open document, and how often that was something new. */
  readonly #shown = new Map<string, { readonly text: string; readonly revision: number }>();
  /** The files whose findings may have changed. */
  #dirty = new Set<string>();
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;
  #flushing = false;
  #settings: Settings | undefined;
  /** How many records there have been. */
  #count = 0;
  /** How often the settings have changed. */
  #generation = 0;
  /** True when `guests` may give something else than when that was last told. */
  #moved = false;

  constructor(around: Around) {
    this.#around = around;
    this.#paths = new RealPaths((path) => around.files('file:///')?.canonical?.(path));
    this.#leftOut = new LeftOut({
      read: (uri) => this.read(uri),
      excludes: (folder) => around.configuration.excludes(folder),
    });
  }

  /** Takes folders in and others out. */
  setFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.#folders = [...this.#folders.filter(({ uri }) => !gone.has(uri)), ...added];
    for (const { uri } of removed) this.#later(() => this.#drop(uri));
    for (const { uri } of added) this.#later(() => this.#load(uri));
    this.#moved = true;
    this.#later(async () => {});
  }

  /** Reads everything anew: settings have changed. */
  restart(): void {
    this.#later(async () => {
      this.#settings = undefined;
      this.#leftOut.forget();
      this.#generation++;
      this.#moved = true;
      for (const key of [...this.#index.paths(), ...this.#hostFiles.keys()])
        if (!this.#open.has(key)) this.#forget(key);
      for (const { uri } of this.#folders) await this.#load(uri);
    });
  }

  /** Files or folders were created, changed or deleted. */
  noteChange(uri: string, deleted: boolean): void {
    if (!this.#folderOf(uri) || uri.split('/').some((part) => PASSED_OVER.has(part))) return;
    if (isIgnoreFile(uri)) this.restart();
    else this.#later(() => (deleted ? this.#drop(uri) : this.#load(uri)));
  }

  /** An open document was analysed. */
  noteChecked(checked: Checked): void {
    const { uri } = checked.document;
    const files = this.#filesFor(uri);
    if (!files || !checked.settings.acrossFiles) return;
    const key = this.#keys.keyOf(files.normal(uri));
    if (key !== undefined) this.#putOpen(key, checked);
    else {
      void files.keyOf(uri).then((found) => {
        this.#keys.link(files.normal(uri), found);
        this.#dirty.add(found);
        this.#putOpen(found, checked);
      });
    }
  }

  /** A document was closed: what is on disk holds again. */
  noteClosed(uri: string): void {
    this.#shown.delete(uri);
    const files = this.#filesFor(uri);
    const key = files && this.#keys.keyOf(files.normal(uri));
    if (!files || key === undefined || this.#open.get(key) !== uri) return;
    this.#open.delete(key);
    this.#memories.delete(key);
    this.#dirty.add(key);
    if (hostFileOf(baseName(uri))) this.#hostFiles.set(key, '');
    this.#later(async () => {
      if (this.#open.has(key)) return;
      if (this.#folderOf(uri)) await this.#load(uri);
      else this.#forget(key);
    });
  }

  /** The files at or below a place that may be guest files, by the URIs of their open documents where they are open. */
  async filesBelow(place: string): Promise<{ uri: string; read: () => Promise<string | undefined> }[]> {
    const files = this.#around.files(place);
    const found = new Map<string, string>();
    if (files) {
      for await (const uri of files.list(place)) {
        if (await this.#leftOut.has(uri, files.normal(place))) continue;
        const key = await files.keyOf(uri);
        if (!found.has(key)) found.set(key, this.#open.get(key) ?? uri);
      }
    }
    return [...found.values()].map((uri) => ({ uri, read: () => files!.read(uri) }));
  }

  /** What shows across files about an open document. */
  findingsOf({ document: { uri }, settings }: Checked): readonly AcrossFinding[] {
    const key = this.#keys.keyOf(this.#around.files(uri)?.normal(uri) ?? uri);
    return key === undefined ? [] : this.#findings(key, settings);
  }

  /** The same to be told now, with another number for each time that it is something else. */
  newsOf(checked: Checked): { readonly findings: readonly AcrossFinding[]; readonly revision: number } {
    const { uri } = checked.document;
    const findings = this.findingsOf(checked);
    const text = withoutFixes(findings);
    const before = this.#shown.get(uri);
    const revision = before?.text === text ? before.revision : (before?.revision ?? 0) + 1;
    this.#shown.set(uri, { text, revision });
    return { findings, revision };
  }

  /** Every guest's file that is known, open or not, with what others have to know of it. */
  *guests(): Generator<KnownGuest> {
    for (const key of this.#index.paths()) yield this.guest(key)!;
  }

  /** The guest of a real file, if it is known. */
  guest(key: string): KnownGuest | undefined {
    const record = this.#index.record(key);
    if (!record) return undefined;
    const uri = this.#uriOf(key);
    const version = `${this.#generation} ${this.#versions.get(key)}`;
    const findings = () => (this.#settings ? this.#findings(key, this.#settings) : []);
    return { uri, isOpen: this.#open.has(key), shown: this.#nameOf(uri), version, record, findings };
  }

  /** Every guest's file that is known, and the files of the host's that are not open. */
  *files(): Generator<KnownFile> {
    yield* this.guests();
    for (const key of this.#hostFiles.keys()) yield this.file(key)!;
  }

  /** What is known of a real file that has findings. */
  file(key: string): KnownFile | undefined {
    const text = this.#hostFiles.get(key);
    if (text === undefined) return this.guest(key);
    return { uri: this.#uriOf(key), isOpen: false, version: `${this.#generation} ${text}`, findings: () => [] };
  }

  /** One in the workspace's folders that is not open. */
  closedFile(uri: string): KnownFile | undefined {
    const key = this.#folderOf(uri) && this.#keys.keyOf(this.#around.files(uri)?.normal(uri) ?? uri);
    const file = key === undefined ? undefined : this.file(key);
    return file?.isOpen ? undefined : file;
  }

  /** True when every folder has been read. */
  get isComplete(): boolean {
    return this.#waiting === 0;
  }

  /** The text of a file on disk; undefined when it can't be read. */
  async read(uri: string): Promise<string | undefined> {
    return this.#around.files(uri)?.read(uri);
  }

  #findings(key: string, { severity, host, acrossFiles }: Settings): AcrossFinding[] {
    if (!acrossFiles) return [];
    const complete = this.#waiting === 0 && this.#folders.length > 0;
    const around: Surroundings = { complete, seed: this.#around.seed, ...(host && { host }) };
    return acrossFindings(this.#index, key, severity, around).map(({ related, ...finding }) => ({
      ...finding,
      ...(related && { related: related.map((one) => ({ ...one, path: this.#uriOf(one.path) })) }),
    }));
  }

  #putOpen(key: string, { analysis, document: { uri }, settings }: Checked): void {
    this.#open.set(key, uri);
    this.#around.closedChanged(key, uri, []);
    this.#settings ??= settings;
    const fileName = baseName(uri);
    if (!analysis || isLeftAlone(fileName) || hostFileOf(fileName)) {
      this.#forget(key);
      return;
    }
    const { file, isOther } = analysis.inspection;
    const { folder } = analysis.options;
    let memory = this.#memories.get(key);
    if (!memory) {
      memory = new ClaimMemory();
      this.#memories.set(key, memory);
    }
    const put = () => {
      const { known: canonical, epoch } = this.#paths;
      this.#put(
        key,
        recordOf(file, isOther, { canonical, epoch, ...(folder !== undefined && { folder }) }, memory),
        uri,
      );
    };
    put();
    void this.#paths.lookUp().then((news) => {
      if (!news || this.#open.get(key) !== uri) return;
      this.#dirty.add(key);
      put();
      this.#flush();
    });
    this.#flush();
  }

  /** Reads the file at a place, or all below it. */
  async #load(place: string): Promise<void> {
    const files = this.#around.files(place);
    if (!files) return;
    this.#settings ??= await this.#around.configuration.of(this.#folderOf(place)?.uri ?? place);
    if (!this.#settings.acrossFiles) return;
    const root = files.normal(this.#folderOf(place)?.uri ?? place);
    let batch: string[] = [];
    let found = false;
    for await (const uri of files.list(place)) {
      if (await this.#leftOut.has(uri, root)) continue;
      found = true;
      if (batch.push(uri) < TOGETHER) continue;
      await this.#loadFiles(batch, files, this.#settings);
      batch = [];
    }
    await this.#loadFiles(batch, files, this.#settings);
    if (!found) await this.#drop(place);
  }

  async #loadFiles(uris: readonly string[], files: GuestFiles, settings: Settings): Promise<void> {
    const read = await Promise.all(
      uris.map(async (uri) => [uri, await files.keyOf(uri), await files.read(uri)] as const),
    );
    const turns = new Turns();
    for (const [uri, key, text] of read) {
      const lost = this.#keys.link(uri, key);
      if (lost !== undefined && !this.#open.has(lost)) this.#forget(lost);
      if (this.#open.has(key)) continue;
      const kind = text === undefined ? 'other' : kindOfFile(baseName(uri), text);
      const isGuest = kind === 'guest';
      const record = isGuest ? await readGuest(text!, uri, settings, this.#around.python, this.#paths) : undefined;
      if (this.#open.has(key)) continue;
      this.#dirty.add(key);
      if (record) this.#put(key, record, this.#uriOf(key));
      else this.#forget(key);
      if (kind === 'xl.conf' || kind === 'cpupool') this.#hostFiles.set(key, fingerprint(text!));
      await turns.next();
    }
  }

  /** Forgets what was at a place and below it; other links that led to the same files are followed anew. */
  async #drop(place: string): Promise<void> {
    const files = this.#around.files(place);
    for (const uri of files ? this.#keys.below(files.normal(place)) : []) {
      const key = this.#keys.keyOf(uri);
      if (key === undefined || this.#open.has(key)) continue;
      this.#forget(key);
      const others = this.#keys.unlink(uri);
      for (const other of others) this.#keys.unlink(other);
      for (const other of others) await this.#load(other);
    }
  }

  #put(key: string, record: GuestRecord, uri: string): void {
    this.#moved = true;
    this.#versions.set(key, ++this.#count);
    this.#index.set(key, record, this.#nameOf(uri), this.#dirty);
  }

  #forget(key: string): void {
    if (this.#index.record(key)) this.#moved = true;
    this.#index.delete(key, this.#dirty);
    this.#hostFiles.delete(key);
    this.#dirty.add(key);
    const uri = this.#keys.uriOf(key);
    if (uri !== undefined) this.#around.closedChanged(key, uri, []);
  }

  #uriOf(key: string): string {
    return this.#open.get(key) ?? this.#keys.uriOf(key) ?? key;
  }

  /** A way to the files among which a document is: it is in a folder of the workspace, or any file. */
  #filesFor(uri: string): GuestFiles | undefined {
    return uri.startsWith('file:') || this.#folderOf(uri) ? this.#around.files(uri) : undefined;
  }

  #folderOf(uri: string): WorkspaceFolder | undefined {
    return this.#folders.find((folder) => uri === folder.uri || uri.startsWith(folder.uri.replace(/\/?$/, '/')));
  }

  /** What people are told a file is called: its path in the folder, with the folder's name where there are several. */
  #nameOf(uri: string): string {
    const folder = this.#folderOf(uri);
    if (!folder) return baseName(uri);
    const parts = uri.slice(folder.uri.length).split('/').filter(Boolean).map(decodeURIComponent);
    return [...(this.#folders.length > 1 ? [folder.name] : []), ...parts].join('/');
  }

  #later(work: () => Promise<void>): void {
    this.#waiting++;
    const done = () => {
      this.#waiting--;
      this.#flush();
    };
    this.#work = this.#work.then(work).then(done, done);
  }

  /** Tells, after all that comes at once, whose findings have changed. */
  #flush(): void {
    if (this.#flushing || this.#waiting > 0) return;
    this.#flushing = true;
    setTimeout(() => void this.#tell(), 0);
  }

  async #tell(): Promise<void> {
    const dirty = this.#dirty;
    this.#dirty = new Set();
    const settings = this.#settings;
    if (settings?.host) for (const key of this.#index.totalsAt()) dirty.add(key);
    const open: string[] = [];
    const turns = new Turns();
    for (const key of settings ? dirty : []) {
      const uri = this.#open.get(key);
      const findings = this.#findings(key, settings!);
      if (uri === undefined) this.#around.closedChanged(key, this.#uriOf(key), findings);
      else if (withoutFixes(findings) !== this.#shown.get(uri)?.text) open.push(uri);
      await turns.next();
    }
    if (open.length > 0) this.#around.openChanged(open);
    if (this.#moved) {
      this.#moved = false;
      this.#around.guestsChanged();
    }
    this.#flushing = false;
    if (this.#dirty.size > 0) this.#flush();
  }
}
