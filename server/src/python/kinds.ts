import { isPrint } from './statements';
import { type PyNode, parts } from './tree';

export type StatementKind =
  | 'assignment'
  | 'expression'
  | 'print'
  | 'if'
  | 'loop'
  | 'import'
  | 'definition'
  | 'deletion'
  | 'pass'
  | 'error'
  | 'other';

/** The kind of a statement that Python can read. */
export function kindOf(text: string, node: PyNode): StatementKind {
  switch (node.type) {
    case 'expression_statement': {
      if (isPrint(text, node)) return 'print';
      const inner = parts(node)[0]?.type;
      return inner === 'assignment' || inner === 'augmented_assignment' ? 'assignment' : 'expression';
    }
    case 'print_statement':
      return 'print';
    case 'if_statement':
      return 'if';
    case 'for_statement':
    case 'while_statement':
      return 'loop';
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      return 'import';
    case 'function_definition':
    case 'decorated_definition':
    case 'class_definition':
      return 'definition';
    case 'delete_statement':
      return 'deletion';
    case 'pass_statement':
      return 'pass';
    default:
      return 'other';
  }
}
