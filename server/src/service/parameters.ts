import { assumptionKey } from '../python/assumption-key';
import type { Span } from '../syntax/span';
import type { Analysis } from './analysis';

/** A variable of an xm file that the command line of `xm create` set: the file is a template while it has no value. */
export interface Parameter {
  readonly name: string;
  /** Where the file declares it, or reads it first. */
  readonly span: Span;
  /** What the file says that it is for. */
  readonly use?: string;
  /** The value that is given. */
  readonly value?: string;
  /** Why the file does not take that value, in the words of its check function or of Python. */
  readonly problem?: string;
}

/** The parameters of a file: those without a value, and those whose value is given and used. */
export function parametersOf({ inspection, options }: Analysis): Parameter[] {
  const { evaluation } = inspection.input.python ?? {};
  if (!evaluation) return [];
  const { statements, parameters, error } = evaluation;
  const found = new Map(parameters);
  for (const name of options.presets?.keys() ?? []) {
    const first = statements.find(({ reads, writes }) => reads.has(name) || writes.has(name));
    if (first?.reads.has(name) && !found.has(name)) found.set(name, { span: first.span });
  }
  return [...found].map(([name, { span, use, problem }]) => {
    const value = options.presets?.get(name);
    const stopped = statements.find((one) => one.span.start <= span.start && one.reads.has(name) && one.undecided);
    const failed = value !== undefined && error && stopped?.span.start === error.span.start ? error.message : undefined;
    const why = problem ?? failed;
    return {
      name,
      span,
      ...(use !== undefined && { use }),
      ...(value !== undefined && { value }),
      ...(why !== undefined && { problem: why }),
    };
  });
}

/** An expression whose value is taken for granted, or is not known: what `assume` can say it is. */
export interface Assumable {
  /** Its source, as the key of an assumption. */
  readonly expression: string;
  readonly span: Span;
  /** What is assumed of it; absent when it is not known. */
  readonly assumed?: string;
  /** Why it is not known. */
  readonly reason?: string;
}

/** A name, an attribute, a call or an item of one, without blanks: what can be the key of an assumption. */
const EXPRESSION = /^[A-Za-z_][\w.]*(?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|\.\w+)*$/;

/** What may follow on a name to make a call or an item of it. */
const BEHIND = /^(?:[ \t]*\((?:[^()\n]|\([^()\n]*\))*\)|[ \t]*\[[^\]\n]*\])*/;

/** The expressions of a file that only the machine knows on which xm ran, in the order of the text. */
export function assumables({ inspection, text, options }: Analysis): Assumable[] {
  const { evaluation } = inspection.input.python ?? {};
  if (!evaluation) return [];
  const found = new Map<string, Assumable>();
  const add = (span: Span, rest: { assumed?: string; reason?: string }) => {
    const index = BEHIND.exec(text.slice(span.end, span.end + 200))![0];
    const whole = { start: span.start, end: span.end + index.length };
    const expression = assumptionKey(text.slice(whole.start, whole.end));
    const isParameter = evaluation.parameters.has(expression) || options.presets?.has(expression);
    if (!EXPRESSION.test(expression) || isParameter || found.has(expression)) return;
    found.set(expression, { expression, span: whole, ...rest });
  };
  for (const { text: assumed, span } of evaluation.assumptions) add(span, { assumed });
  for (const { undecided } of evaluation.statements) {
    if (undecided) add(undecided.cause, { reason: undecided.reason });
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}
