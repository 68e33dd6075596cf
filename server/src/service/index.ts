/**
 * The language service: what editors and the command line ask of a text. Pure functions of (text, offset, options);
 * offsets are UTF-16, everything that comes back is plain data.
 */
export type { Applied, Left } from '../migrate/convert';
export { isDifference, type Proof, type ProofRow } from '../migrate/proof';
export { CleanItems } from '../rules/clean-items';
export type { Finding, Fix, FixKind, Severity } from '../rules/finding';
export { readFirst } from '../rules/inspect';
export { RuleMemory } from '../rules/rule-memory';
export { type AnalyseOptions, type Analysis, analyse, needsPython, type ReadFile, readFile } from './analysis';
export { type Caption, captionsIn, inEnglish, type Translations } from './caption';
export { type Completion, completions } from './completion';
export {
  type ConversionRow,
  type ConversionStatus,
  conversionCounts,
  conversionMarkdown,
  conversionRow,
} from './conversion-report';
export { type Conversion, type ConvertOptions, convert, convertAnalysis, fixAll } from './convert';
export { type Counts, countFindings } from './counts';
export { type Device, devices } from './devices';
export { type FindingFix, fixesFor } from './fixes';
export { type Fold, folds } from './folding';
export { type FormatOptions, format, formatOnType } from './format';
export { type Hover, hover } from './hover';
export { type IgnoreWhere, ignoreEdit } from './ignore';
export { type Inlay, inlays } from './inlays';
export { type Lens, lenses } from './lenses';
export { type FileLink, fileLinks } from './links';
export { type MentionKind, mentions } from './mentions';
export { definitionsAt, mentionsOf, type Occurrences, occurrencesAt } from './occurrences';
export { guestDetail, type OutlineSymbol, outline } from './outline';
export { type Assumable, assumables, type Parameter, parametersOf } from './parameters';
export { folderWanted } from './path-completion';
export { proofPage } from './proof-page';
export { proofTable } from './proof-table';
export { builtBefore } from './proof-words';
export { type Refactoring, refactorings } from './refactorings';
export { type Renamed, renameMention, renameVariable, renamingAt } from './rename';
export { fixableByRule, fixRule, type RuleFixKind } from './rule-fixes';
export { selections } from './selection';
export { eachToken, TOKEN_TYPES } from './semantic-tokens';
export { type Signature, signatureAt } from './signature';
export type { FolderEntry, Surroundings } from './surroundings';
export { readSxp, SXP_CODE, type SxpFile } from './sxp';
export { sxpFolds } from './sxp-folding';
export { sxpHover } from './sxp-hover';
export { sxpOutline } from './sxp-outline';
