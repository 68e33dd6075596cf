import type { PyNode } from '../python';
import { findKey } from '../schema';
import type { Span } from '../syntax/span';
import type { Analysis } from './analysis';
import type { SemanticToken, TokenType } from './semantic-tokens';

/** The names in those statements of a program that are no plain settings, in order. */
export function pythonTokens(analysis: Analysis, within?: Span): SemanticToken[] {
  const { text } = analysis;
  const found: SemanticToken[] = [];
  for (const statement of analysis.inspection.input.python?.evaluation.statements ?? []) {
    if (statement.plain || (within && (statement.span.end < within.start || statement.span.start > within.end)))
      continue;
    const stack: { node: PyNode; parent: PyNode | undefined }[] = [{ node: statement.node, parent: undefined }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, parent } = next;
      if (node.type === 'identifier') {
        const type = typeOf(text, node, parent);
        found.push({ span: { start: node.start, end: node.end }, type });
        continue;
      }
      for (let i = node.children.length - 1; i >= 0; i--) stack.push({ node: node.children[i]!, parent: node });
    }
  }
  return found;
}

const PARAMETERS = new Set(['parameters', 'lambda_parameters', 'default_parameter', 'list_splat_pattern']);

function typeOf(text: string, node: PyNode, parent: PyNode | undefined): TokenType {
  if (!parent) return 'variable';
  if (parent.type === 'call' && node.role === 'function') return 'function';
  if (parent.type === 'function_definition' && node.role === 'name') return 'function';
  if (parent.type === 'attribute' && node.role === 'attribute') return 'property';
  if (parent.type === 'keyword_argument' && node.role === 'name') return 'parameter';
  if (PARAMETERS.has(parent.type) && node.role !== 'value') return 'parameter';
  if (parent.type === 'dotted_name' || parent.type === 'aliased_import') return 'namespace';
  if (node.role === 'left' && findKey(text.slice(node.start, node.end))) return 'property';
  return 'variable';
}
