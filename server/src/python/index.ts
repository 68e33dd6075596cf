export { evaluatedBuiltins, otherBuiltins } from './builtins';
export { fromBytes, toBytes } from './bytes';
export { DICT_METHODS } from './dicts';
export {
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type Parameter,
  type Statement,
  type Variable,
} from './evaluate';
export { EXCEPTION_NAMES } from './exception-classes';
export { reprFloat, strFloat } from './floats';
export type { StatementKind } from './kinds';
export { LIST_METHODS } from './lists';
export { loadPython, type Python } from './load';
export type { Setting } from './machine';
export { MATCH_METHODS } from './matches';
export { evaluatedMembers, HOST_MEMBERS } from './module-members';
export type { Outcome } from './outcomes';
export type { PythonBinaries } from './parser';
export { PATTERN_METHODS } from './patterns';
export type { PythonCode } from './plans';
export { type Rendered, type RenderStyle, renderXlValue } from './render';
export { type PythonFix, type RewriteOptions, rewrite } from './rewrite';
export { SET_METHODS } from './sets';
export { STRING_METHODS } from './strings';
export type { PyNode, PythonTree } from './tree';
export type { Value } from './values';
