import type { PyNode, Value } from '../python';
import type { Span } from '../syntax/span';
import type { Analysis } from './analysis';
import type { Hover } from './hover';
import { variableAt } from './occurrences';
import { page, sentence } from './phrases';
import { nodesAt, pythonTree } from './python-nodes';

/** Expressions that come to more than what stands there. */
const EXPRESSIONS = new Set([
  'binary_operator',
  'boolean_operator',
  'call',
  'comparison_operator',
  'concatenated_string',
  'conditional_expression',
  'dictionary_comprehension',
  'generator_expression',
  'list_comprehension',
  'not_operator',
  'subscript',
  'unary_operator',
]);

/** Constructs whose parts have no value at the top of the program. */
const INNER = new Set(['block', 'lambda', 'list_comprehension', 'generator_expression', 'dictionary_comprehension']);

/** A value and a line of source are shortened to that. */
const LONGEST = 200;
const RESULT = '__xencfg_result';

/**
 * What a variable or an expression of Python comes to, and where that is from. Undefined outside of Python, for settings
 * that xl reads as they stand, and inside of functions and loops, where there is no one value.
 */
export function pythonHover(analysis: Analysis, offset: number): Hover | undefined {
  const { python } = analysis.inspection.input;
  const tree = pythonTree(analysis);
  if (!python || !tree) return undefined;
  const { statements } = python.evaluation;
  const index = statements.findIndex(({ span }) => span.start <= offset && offset <= span.end);
  const statement = statements[index];
  if (!statement || statement.plain) return undefined;
  const use = variableAt(analysis, offset);
  if (use) {
    const value = variableValue(analysis, use.name, index, use.write);
    return value === undefined ? undefined : { span: use.span, markdown: value };
  }
  const nodes = nodesAt(tree, offset);
  const path = nodes.slice(nodes.findIndex((node) => node.start === statement.span.start));
  if (path.some((node) => INNER.has(node.type) && node.start < offset && !EXPRESSIONS.has(node.type))) return undefined;
  const node = path.findLast(({ type, start }) => EXPRESSIONS.has(type) && start <= offset);
  return node && expressionHover(analysis, node, statement.span);
}

/** The value that a variable has at a statement, or gets from it. */
function variableValue(analysis: Analysis, name: string, index: number, write: boolean): string | undefined {
  const { statements } = analysis.inspection.input.python!.evaluation;
  for (let i = write ? index : index - 1; i >= 0; i--) {
    const setting = statements[i]!.settings.findLast((one) => one.name === name);
    if (!setting) continue;
    const line = analysis.lines.position(statements[i]!.span.start).line + 1;
    const source = analysis.text.slice(statements[i]!.span.start, statements[i]!.span.end);
    const from = i === index ? '' : `Set in line ${line}: \`${shortened(source).replaceAll('`', "'")}\``;
    return valuePage(analysis, name, setting.value, statements[i]!.span, from);
  }
  return undefined;
}

function expressionHover(analysis: Analysis, node: PyNode, statement: Span): Hover | undefined {
  const { text, options } = analysis;
  const source = text.slice(node.start, node.end);
  if (!options.python) return undefined;
  const program = `${text.slice(0, statement.start)}${RESULT} = (${source})\n`;
  const { presets, assume } = options;
  const { variables } = options.python.evaluate(options.python.parse(program), {
    ...(presets && { presets }),
    ...(assume && { assume }),
  });
  const result = variables.get(RESULT);
  if (!result) return undefined;
  const markdown = valuePage(analysis, shortened(source), result.value, node, '');
  return { span: { start: node.start, end: node.end }, markdown };
}

function valuePage(analysis: Analysis, what: string, value: Value, within: Span, from: string): string {
  const { evaluation } = analysis.inspection.input.python!;
  const assumed = evaluation.assumptions.filter(({ span }) => within.start <= span.start && span.end <= within.end);
  const rendered = analysis.options.python!.renderXlValue(value, analysis.release, { width: Number.MAX_SAFE_INTEGER });
  const heading = `\`${what.replaceAll('`', "'")}\` · Python`;
  const facts = [from, ...assumed.map(({ text }) => `Takes for granted: ${text}`)];
  if (value.kind === 'unknown') {
    const line = analysis.lines.position(value.cause.start).line + 1;
    return page(
      heading,
      [
        sentence(
          value.reason.startsWith('Python stops')
            ? `xm itself stopped: ${value.reason}`
            : `What it comes to is not known: ${value.reason}`,
        ),
      ],
      [...facts, `See line ${line}`],
      '',
    );
  }
  const shown = 'text' in rendered ? shortened(rendered.text) : undefined;
  const says =
    shown === undefined ? sentence((rendered as { reason: string }).reason) : `\`\`\`xen-cfg\n${shown}\n\`\`\``;
  return page(heading, [says], facts, '');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
