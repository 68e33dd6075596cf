/**
 * The language service: what editors and the command line ask of a text. Pure functions of (text, offset, options);
 * offsets are UTF-16, everything that comes back is plain data.
 */
export type { Applied, Left } from '../migrate/convert';
export type { Finding, Fix, FixKind, Severity } from '../rules/finding';
export { type AnalyseOptions, type Analysis, analyse, needsPython } from './analysis';
export { type Completion, completions } from './completion';
export { type Conversion, type ConvertOptions, convert, convertAnalysis, fixAll } from './convert';
export { type FindingFix, fixesFor } from './fixes';
export { type Hover, hover } from './hover';
