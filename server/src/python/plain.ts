import { splitString } from './literals';
import type { Setting } from './machine';
import { child, type PyNode, parts } from './tree';

/** True when the statement is a setting that xl and Python 2 read alike: `name = value` in xl's own grammar. */
export function isPlain(text: string, node: PyNode): boolean {
  const inner = parts(node)[0];
  if (node.type !== 'expression_statement' || inner?.type !== 'assignment' || parts(node).length !== 1) return false;
  const left = child(inner, 'left');
  const right = child(inner, 'right');
  if (left?.type !== 'identifier' || !right || !isXlName(text.slice(left.start, left.end))) return false;
  // Between the name and the value xl wants blanks and the sign alone, on one line.
  return /^[ \t]*=[ \t]*$/.test(text.slice(left.end, right.start)) && isPlainValue(text, right);
}

/** True for `name += value` where value is plain, and the result a text or a list, which xl joins as Python does. */
export function isAppend(text: string, node: PyNode, settings: readonly Setting[]): boolean {
  const inner = parts(node)[0];
  if (node.type !== 'expression_statement' || inner?.type !== 'augmented_assignment' || settings.length !== 1)
    return false;
  const left = child(inner, 'left');
  const right = child(inner, 'right');
  if (left?.type !== 'identifier' || !right || !isXlName(text.slice(left.start, left.end))) return false;
  const { kind } = settings[0]!.value;
  if (kind !== 'str' && kind !== 'list') return false;
  return (
    /^[ \t]*\+=[ \t]*$/.test(text.slice(left.end, right.start)) &&
    isPlainValue(text, right) &&
    (kind === 'str') === (right.type === 'string')
  );
}

/** True when xl reads the name as a setting's. */
export function isXlName(name: string): boolean {
  return /^[a-z][._0-9a-z]*$/.test(name);
}

/** True when xl and Python 2 read the value alike. */
export function isPlainValue(text: string, node: PyNode, depth = 0): boolean {
  const source = () => text.slice(node.start, node.end);
  switch (node.type) {
    case 'string':
      return isPlainString(text, node);
    case 'integer':
      return isPlainNumber(source(), depth > 0);
    case 'list':
      return depth < 20 && isPlainList(text, node, depth);
    default:
      return false;
  }
}

/**
 * xl reads a scalar with the base that its prefix names, as Python does. The items of a list are texts to xl, while xm
 * handed them on in decimal. A long is no setting by itself, but an item like any other.
 */
function isPlainNumber(digits: string, isItem: boolean): boolean {
  if (isItem || /^[1-9]/.test(digits)) return /^(0|[1-9][0-9]*)$/.test(digits) && (isItem || isInt(digits));
  return /^(0[0-7]*|0x[0-9a-f]+)$/.test(digits) && isInt(digits.replace(/^0(?=[0-7]+$)/, '0o'));
}

const isInt = (digits: string) => digits.length < 24 && BigInt(digits) < 2n ** 63n;

function isPlainString(text: string, node: PyNode): boolean {
  const literal = splitString(text, node);
  if (literal?.prefix !== '' || literal.quote.length !== 1) return false;
  return /^(?:[^\\\r\n]|\\["'\\abfnrtv])*$/.test(literal.content);
}

function isPlainList(text: string, node: PyNode, depth: number): boolean {
  let end = node.start + 1;
  for (const part of node.children) {
    if (part.type === 'line_continuation' || text.slice(end, part.start).includes('\\')) return false;
    end = part.end;
    if (!part.named || part.type === 'comment') continue;
    if (!isPlainValue(text, part, depth + 1)) return false;
  }
  return true;
}
