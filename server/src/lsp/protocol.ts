// What Xencfg's client and server say to each other beyond LSP. Plain names and shapes: both sides import this file.

/** Asks for the text as `convert` would leave it: ConversionParams -> PreviewResult. */
export const PREVIEW_REQUEST = 'xencfg/preview';

/** Asks for the edits that make the document an xl file: ConversionParams -> ConvertResult. */
export const CONVERT_REQUEST = 'xencfg/convert';

/** Asks for a document's parameters, and for what only the machine knows on which xm ran: ConversionParams -> ParametersResult. */
export const PARAMETERS_REQUEST = 'xencfg/parameters';

/** Asks for what xm built beside what xl will build: ConversionParams -> ProofResult. */
export const PROOF_REQUEST = 'xencfg/proof';

/** Asks for the domain that xl builds from the converted text, as JSON: ConversionParams -> TextResult. */
export const DOMAIN_REQUEST = 'xencfg/domain';

/** The same with the defaults that libxl fills in: ConversionParams -> TextResult. */
export const COMPLETED_REQUEST = 'xencfg/completedDomain';

/** Asks what xl of the release in the settings says of the document: DocumentParams -> JudgeResult. */
export const JUDGE_REQUEST = 'xencfg/judge';

/**
 * Converts every guest file at or below a place, as it is in the editor or else on disk, and changes nothing:
 * ConvertFolderParams -> ConvertFolderResult. Takes a while: tells CONVERT_FOLDER_PROGRESS, and can be cancelled.
 */
export const CONVERT_FOLDER_REQUEST = 'xencfg/convertFolder';

/** Server to client, under way: ConvertFolderProgress. */
export const CONVERT_FOLDER_PROGRESS = 'xencfg/convertFolderProgress';

/** Server to client, where the server cannot reach files: the files at or below a place: DocumentParams -> ListFilesResult. */
export const LIST_FILES_REQUEST = 'xencfg/listFiles';

/** Server to client, where the server cannot reach files: a file's text: DocumentParams -> ReadFileResult. */
export const READ_FILE_REQUEST = 'xencfg/readFile';

/** Server to client, after each analysis, to a client that set `InitializationOptions.status`: DocumentStatus. */
export const STATUS_NOTIFICATION = 'xencfg/status';

/** Asks for every guest's file that is known, open or not, in the order of their paths: nothing -> GuestsResult. */
export const GUESTS_REQUEST = 'xencfg/guests';

/** Asks what some of these guests are: GuestCardsParams -> GuestCardsResult. Can be cancelled. */
export const GUEST_CARDS_REQUEST = 'xencfg/guestCards';

/** Server to client, to one that set `InitializationOptions.guests`: GUESTS_REQUEST has another answer now. */
export const GUESTS_NOTIFICATION = 'xencfg/guestsChanged';

/** The language id of guest configurations, xl and xm alike. */
export const LANGUAGE_ID = 'xen-cfg';

/** The language id of xend's S-expressions: managed domains and xend's own settings. */
export const SXP_LANGUAGE_ID = 'xen-sxp';

/** The kind of the code action that applies every safe fix. */
export const FIX_ALL_KIND = 'source.fixAll.xencfg';

/** What a client may hand over with `initialize`; every part may be absent. */
export interface InitializationOptions {
  /**
   * URL of the folder with the server's own files, such as its wasm files. Needed by the server in a browser alone: on Node
   * they lie beside the server.
   */
  readonly home?: string;
  /** The `xencfg` settings, for clients that do not answer `workspace/configuration`. */
  readonly settings?: unknown;
  /** URI of a rule's page, with `{code}` where the rule's code goes; diagnostics link to it. */
  readonly rulePage?: string;
  /** Titles and labels in the user's language, by the English ones (l10n/bundle.l10n.json); all others are English. */
  readonly translations?: Readonly<Record<string, string>>;
  /** True when the client answers LIST_FILES_REQUEST and READ_FILE_REQUEST. */
  readonly files?: boolean;
  /** True when the client wants STATUS_NOTIFICATION. */
  readonly status?: boolean;
  /** True when the client wants GUESTS_NOTIFICATION. */
  readonly guests?: boolean;
  /** True when the client has VS Code's commands and `xencfg.preview` and the others of the extension. */
  readonly commands?: boolean;
}

export interface ListFilesResult {
  readonly uris: readonly string[];
}

export interface ReadFileResult {
  /** Null when the file cannot be read. */
  readonly text: string | null;
}

/** `id` comes back with the progress. */
export interface ConvertFolderParams {
  readonly uri: string;
  readonly id: number;
}

export interface ConvertFolderProgress {
  readonly id: number;
  /** The file that comes next, by its path in the folder. */
  readonly path: string;
  readonly done: number;
  readonly count: number;
}

/** A guest file and its conversion; statuses are those of the report. */
export interface ConvertedFile {
  readonly uri: string;
  /** Its path in the folder. */
  readonly path: string;
  readonly status: 'converted' | 'assumed' | 'decision' | 'unchanged';
  readonly before: string;
  readonly after: string;
  /** LSP text edits against `before`. */
  readonly edits: ConvertResult['edits'];
}

export interface ConvertFolderResult {
  readonly files: readonly ConvertedFile[];
  /** What became of every file, in Markdown. */
  readonly report: string;
}

export interface DocumentParams {
  readonly uri: string;
}

export interface ConversionParams extends DocumentParams {
  /** Values of the document's parameters, as `xm create NAME=VALUE` gave them. */
  readonly presets?: Readonly<Record<string, string>>;
}

/** A variable that the command line of `xm create` set. */
export interface ParameterInfo {
  readonly name: string;
  /** Line of the document that declares or reads it first, from 0. */
  readonly line: number;
  /** What the document says that it is for. */
  readonly use?: string;
  /** The value that was given. */
  readonly value?: string;
  /** Why the document does not take that value. */
  readonly problem?: string;
}

/** An expression that only the machine knows on which xm ran; the setting `xencfg.assume` can say what it comes to. */
export interface AssumableInfo {
  readonly expression: string;
  /** Line of the document, from 0. */
  readonly line: number;
  /** What is assumed of it; absent when it is not known, and `reason` says why. */
  readonly assumed?: string;
  readonly reason?: string;
}

export interface ParametersResult {
  readonly version: number;
  readonly parameters: readonly ParameterInfo[];
  readonly assumables: readonly AssumableInfo[];
}

/** A text that was made of the document at `version`. */
export interface TextResult {
  readonly version: number;
  readonly text: string;
}

/** `text` is a page of Markdown for people, `rows` the same for programs. */
export interface ProofResult extends TextResult {
  readonly builder: 'xm' | 'xl';
  readonly accepted: boolean;
  readonly rows: readonly {
    readonly field: string;
    readonly before?: string;
    readonly after?: string;
    readonly isDefault?: 'before' | 'after';
    readonly reason?: { readonly kind: string; readonly text: string };
  }[];
}

/** Something that conversion left for a person to decide. */
export interface LeftOver {
  /** Line of the converted text, from 0. */
  readonly line: number;
  /** Line of the document that it comes from, from 0. */
  readonly origin: number;
  readonly message: string;
}

/** A fix that conversion applied; `line` is one of the text as it was when the fix was applied, from 0. */
export interface AppliedFix {
  readonly code: string;
  readonly title: string;
  readonly kind: 'safe' | 'restoring' | 'unsafe';
  readonly line: number;
}

/** What both conversion requests answer; `version` is that of the document that was converted. */
export interface ConversionSummary {
  readonly version: number;
  readonly left: readonly LeftOver[];
  readonly applied: readonly AppliedFix[];
  readonly verdict: 'accepted' | 'refused' | null;
  /** What the result takes for granted about the machine where xm ran, a clause each. */
  readonly assumptions: readonly string[];
  readonly parameters: readonly ParameterInfo[];
}

export interface PreviewResult extends ConversionSummary {
  readonly text: string;
  /** The guest's name in the result, where it has one. */
  readonly name?: string;
}

export interface ConvertResult extends ConversionSummary {
  /** LSP text edits against the document at `version`. */
  readonly edits: readonly {
    readonly range: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
    readonly newText: string;
  }[];
}

/** A line that xl prints about a file, the file's name being empty, and the line of the file that it is about, from 0. */
export interface XlMessage {
  readonly text: string;
  readonly line: number;
}

/** What xl should make of a document. */
export interface JudgeResult {
  readonly version: number;
  readonly release: string;
  readonly verdict: 'accepted' | 'refused';
  readonly messages: readonly XlMessage[];
}

/** What the server found a document to be. */
export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  readonly release: string;
  readonly dialect: 'xl' | 'xm' | 'xl.conf' | 'cpupool' | null;
  readonly verdict: 'accepted' | 'refused' | null;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** A guest's file. `version` is another one whenever its card may be. */
export interface GuestEntry {
  readonly uri: string;
  /** Its path in the workspace, as people are told of it. */
  readonly path: string;
  readonly name?: string;
  readonly version: string;
}

export interface GuestsResult {
  readonly guests: readonly GuestEntry[];
  /** False while folders are still being read. */
  readonly complete: boolean;
}

export interface GuestCardsParams {
  readonly uris: readonly string[];
}

/** A device of a guest, as it is told from the others: a disk by its name in the guest, a network card by its address. */
export interface GuestDevice {
  /** The key that it stands in: disk, vif, pci and so on. */
  readonly key: string;
  readonly name: string;
  readonly detail?: string;
  /** Its line, from 0. */
  readonly line: number;
}

export interface GuestCard {
  readonly uri: string;
  /** xm: holds something that only xm understood, whatever xl says of it; refused: an xl file that xl refuses. */
  readonly state: 'xl' | 'xm' | 'refused';
  /** Constructs of xm's that a conversion is about. */
  readonly constructs: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Its type, memory and CPUs. */
  readonly detail: string;
  readonly release: string;
  readonly devices: readonly GuestDevice[];
}

/** One card for each file that can be read and is a guest's, in the order that was asked. */
export interface GuestCardsResult {
  readonly cards: readonly GuestCard[];
}
