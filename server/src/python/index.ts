export { assumptionKey } from './assumed';
export { fromBytes, toBytes } from './bytes';
export {
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type Parameter,
  type Statement,
  type Variable,
} from './evaluate';
export type { StatementKind } from './kinds';
export type { Setting } from './machine';
export type { PythonCode } from './plans';
export { type Rendered, type RenderStyle, renderXlValue } from './render';
export { type PythonFix, type RewriteOptions, rewrite } from './rewrite';
export { loadPython, type PyNode, type PythonBinaries, type PythonParser, type PythonTree } from './tree';
export type { Value } from './values';
