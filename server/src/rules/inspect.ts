import { buildAnywhere, buildDomain, type DomainResult, readHostFile } from '../model';
import { DEFAULT_HOST, type Host } from '../model/host';
import type { Python } from '../python';
import type { ConfigFile } from '../schema/types';
import { type Reading, readSettings } from '../syntax/reading';
import { NEWEST_RELEASE, type Release } from '../syntax/release';
import type { TextMemory } from '../syntax/text-memory';
import { parse } from '../syntax/tree';
import type { CleanFiles } from './clean-files';
import { FileContext } from './context';
import { type Diagnosis, diagnose } from './diagnose';
import type { FileInput } from './file-input';
import { pythonReport } from './python-report';
import type { RuleMemory } from './rule-memory';
import type { Severities } from './severities';

/** What a file is to be judged by. */
export interface InspectOptions {
  readonly release?: Release;
  /** Whose file it is; a guest's unless told otherwise. */
  readonly configFile?: ConfigFile;
  readonly host?: Host;
  /** Reads the Python of xm files; without it they are reported as xl sees them. */
  readonly python?: Python;
  /** The file's own name, without its folder. */
  readonly fileName?: string;
  /** The folder that the file is in, as a path: xm is taken to have run there. */
  readonly folder?: string;
  /** String variables that are set before the first line, as `xm create NAME=VALUE` did. */
  readonly presets?: ReadonlyMap<string, string>;
  /** What an expression that only the machine knows comes to, by its source: `socket.gethostname()`. */
  readonly assume?: ReadonlyMap<string, string>;
  readonly knownKeys?: readonly string[];
  readonly foreign?: FileInput['foreign'];
  readonly forceXm?: boolean;
  /** What rules found in earlier versions of the text; kept by whoever reads one text again and again. */
  readonly findings?: RuleMemory;
  /** What is known of other files; kept by whoever judges many. */
  readonly cleanFiles?: CleanFiles;
  /** What is known of the text's earlier versions; kept by whoever reads one text again and again. */
  readonly memory?: TextMemory;
  /** The text before a conversion that is under way. */
  readonly original?: string;
  /** What Python read in that text. */
  readonly originalReads?: ReadonlySet<string>;
  /** A conversion of an xm file writes out the defaults of xm that are others in xl. */
  readonly keepXmDefaults?: boolean;
  /** Rules of which no conversion applies a fix are not asked, if they are general. */
  readonly forConversion?: boolean;
  /** Severities of rules, by code, in the place of their own. They change what is found, never the verdict. */
  readonly severities?: Severities;
  /** The name that libxlutil's messages begin with. */
  readonly source?: string;
}

/** A file, read by every layer, and what the rules say of it. */
export interface Inspection extends Diagnosis {
  readonly input: FileInput;
}

/**
 * Reads a text and runs the rules over it. Never throws, whatever the text.
 * @param reading what `readFirst` gave for it
 */
export function inspect(text: string, options: InspectOptions = {}, reading = readFirst(text, options)): Inspection {
  const input = readInput(text, options, reading);
  const file = new FileContext(input);
  const { cleanFiles } = options;
  const key = cleanFiles?.keyOf(file, options);
  if (key !== undefined && cleanFiles!.has(key)) return { input, ...nothingFound(file) };
  const diagnosis = diagnose(file, input.forConversion ? undefined : options.findings);
  const { verdict, findings, isOther } = diagnosis;
  if (key !== undefined && verdict === 'accepted' && findings.length === 0 && !isOther) cleanFiles!.add(key);
  return { input, ...diagnosis };
}

function nothingFound(file: FileContext): Diagnosis {
  return { findings: [], verdict: 'accepted', dialect: file.isXm ? 'xm' : 'xl', file, isOther: false };
}

const NO_SEVERITIES: Severities = {};

/** What libxlutil makes of a text: the first thing to know, as the others depend on it. */
export function readFirst(text: string, options: InspectOptions): Reading {
  const { release = NEWEST_RELEASE, fileName = '', source = fileName, memory } = options;
  return memory ? memory.reading(text, release, source) : readSettings(text, { release, source });
}

/** Reads a text by every layer, without asking the rules. Never throws, whatever the text. */
export function readInput(text: string, options: InspectOptions, reading = readFirst(text, options)): FileInput {
  const release = options.release ?? NEWEST_RELEASE;
  const { python, fileName, configFile = 'guest' } = options;
  // what xl accepts is a guest's file, whatever it looks like
  const foreign = reading.ok || configFile !== 'guest' ? undefined : options.foreign;
  const tree = options.memory?.tree(text, release) ?? parse(text, release);
  const { host } = options;
  const isProgram = python && configFile === 'guest' && !reading.ok && !foreign;
  const report = isProgram ? pythonReport(python, tree, release, options) : undefined;
  let domain: DomainResult | undefined;
  return {
    text,
    release,
    reading,
    tree,
    configFile,
    // not built for those who want no more than what the text says
    get domain() {
      domain ??= domainOf(configFile, reading, release, host);
      return domain;
    },
    ...(report && { python: report }),
    ...(foreign && { foreign }),
    ...(host && { arch: host.arch }),
    ...(fileName !== undefined && { fileName }),
    knownKeys: new Set(options.knownKeys),
    severities: options.severities ?? NO_SEVERITIES,
    forceXm: options.forceXm ?? false,
    ...(options.original !== undefined && { original: options.original }),
    ...(options.originalReads && { originalReads: options.originalReads }),
    keepXmDefaults: options.keepXmDefaults ?? false,
    ...(options.forConversion && { forConversion: true }),
  };
}

function domainOf(configFile: ConfigFile, reading: Reading, release: Release, host: Host | undefined): DomainResult {
  if (configFile !== 'guest')
    return readHostFile(configFile, reading, { release, host: host ?? DEFAULT_HOST, source: '' });
  return host ? buildDomain(reading, { release, host }) : buildAnywhere(reading, { release });
}
