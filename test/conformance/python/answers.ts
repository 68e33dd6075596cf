import { type Evaluation, type Outcome, reprFloat, type Value } from '../../../server/src/python';

/** A value as xmeval.py tells it. */
export type Told =
  | readonly ['s' | 'u' | 'i' | 'l' | 'f' | 'o', string]
  | readonly ['b', boolean]
  | readonly ['n']
  | readonly ['L' | 'T' | 'S', readonly Told[]]
  | readonly ['D', readonly (readonly [Told, Told])[]];

/** What the real Python made of a program. */
export interface Answer {
  readonly error: readonly [type: string, message: string, line: number | null] | null;
  readonly variables: Readonly<Record<string, Told>>;
}

/** The program's text in bytes, as Python gets it. */
export function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The text that such bytes are. */
export function textOf(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** What Python's compiler refuses, and we read on: such a program never was a file of xm's. */
const NOT_CHECKED = /^can not delete variable '\w+' referenced in nested scope/;

/** What of ours differs from the real Python's answer, in words; empty when nothing does. What is unknown differs from nothing. */
export function differences(text: string, evaluation: Evaluation, answer: Answer): string[] {
  const syntax = evaluation.statements.some(({ kind }) => kind === 'error');
  // a text that the program runs is refused when its turn comes
  const isInner = answer.error?.[1].includes('(<string>,') === true;
  if (!isInner && (answer.error?.[0] === 'SyntaxError' || answer.error?.[0] === 'IndentationError' || syntax)) {
    const refused = answer.error !== null && /^(Syntax|Indentation|Tab)Error$/.test(answer.error[0]);
    if (syntax === refused || NOT_CHECKED.test(answer.error?.[1] ?? '')) return [];
    return [
      `Python ${refused ? `refuses it: ${answer.error[1]}` : 'reads it'}, ours says ${evaluation.error?.message}`,
    ];
  }
  // What has no end there has bounds here.
  if (answer.error?.[0] === 'Late' || answer.error?.[0] === 'MemoryError') return [];
  if (answer.error) return differingError(text, evaluation, answer.error);
  const { error } = evaluation;
  if (error) return [`no error in Python, ours says ${error.type}: ${error.message}`];
  return differingVariables(evaluation, answer);
}

function differingError(
  text: string,
  evaluation: Evaluation,
  [type, message, line]: NonNullable<Answer['error']>,
): string[] {
  const { error, statements } = evaluation;
  const lineOf = (at: number) => text.slice(0, at).split(/\r\n|\n|\r/).length;
  const there = statements.filter(
    ({ span }) => line !== null && lineOf(span.start) <= line && line <= lineOf(span.end),
  );
  const doubtful = there.length === 0 || there.some(isDoubtful);
  const told = `Python raises ${type}: ${message} (line ${line})`;
  const within = error && there.find(({ span }) => span.start <= error.span.start && error.span.end <= span.end);
  if (!within) {
    if (error && error.span.end <= (there[0]?.span.start ?? 0))
      return [`${told}, ours ${error.type}: ${error.message} before`];
    return doubtful ? [] : [`${told}, ours goes on`];
  }
  // the functions of the pretended host are written in Python
  const plain = (text: string) => text.replaceAll('builtin_function_or_method', 'function');
  const said = plain(error.message) === plain(message) || error.message === '';
  // what is wrong with a text that the program runs is told in other words
  const isSyntax = /^(Syntax|Indentation)Error$/.test(type) && error.type === 'SyntaxError';
  return isSyntax || (error.type === type && said) || doubtful
    ? []
    : [`${told}, ours says ${error.type}: ${error.message}`];
}

/** True for a statement in which something is not known that may have raised. A missing name may be one that is given. */
function isDoubtful({ undecided, doubt, taken }: Outcome): boolean {
  if (doubt || (undecided && !/^Python stops here|is not set in this file/.test(undecided.reason))) return true;
  return taken?.body.some(isDoubtful) ?? false;
}

function differingVariables(evaluation: Evaluation, { variables }: Answer): string[] {
  const found: string[] = [];
  const lostAll = evaluation.statements.some(({ undecided, readsAll }) => undecided && readsAll);
  for (const [name, told] of Object.entries(variables)) {
    const ours = evaluation.variables.get(name);
    if (!ours && lostAll) continue;
    if (!ours) found.push(`${name} is ${JSON.stringify(told)} in Python, ours has none`);
    else if (!agree(ours.value, told))
      found.push(`${name} is ${JSON.stringify(told)} in Python, ours ${showValue(ours.value)}`);
    else if (ours.value.kind !== 'unknown' && ours.taken !== 'sLif'.includes(told[0]))
      found.push(`${name}: ours says taken: ${ours.taken}`);
  }
  for (const [name, { value }] of evaluation.variables)
    if (!Object.hasOwn(variables, name) && value.kind !== 'unknown' && value.kind !== 'module')
      found.push(`ours has ${name}, Python has not`);
  return found;
}

const TAGS: Partial<Record<Value['kind'], string>> = {
  str: 's',
  unicode: 'u',
  int: 'i',
  long: 'l',
  float: 'f',
  bool: 'b',
};

function agree(ours: Value, told: Told): boolean {
  if (ours.kind === 'unknown') return true;
  const [tag, inside] = told;
  switch (ours.kind) {
    case 'str':
    case 'unicode':
      return tag === TAGS[ours.kind] && inside === ours.value;
    case 'int':
    case 'long':
      return tag === TAGS[ours.kind] && inside === String(ours.value);
    case 'float':
      return tag === 'f' && inside === reprFloat(ours.value);
    case 'bool':
      return tag === 'b' && inside === ours.value;
    case 'none':
      return tag === 'n';
    case 'list':
      return tag === 'L' && (ours.lost !== undefined || allAgree(ours.items, inside as readonly Told[]));
    case 'tuple':
      return tag === 'T' && allAgree(ours.items, inside as readonly Told[]);
    case 'dict': {
      if (tag !== 'D') return false;
      if (ours.lost) return true;
      const entries = [...ours.entries.values()];
      const pairs = inside as readonly (readonly [Told, Told])[];
      return (
        entries.length === pairs.length &&
        pairs.every(([key, value]) => entries.some((one) => agree(one.key, key) && agree(one.value, value)))
      );
    }
    default:
      return tag === 'o' || tag === 'D' || tag === 'S';
  }
}

function allAgree(ours: readonly Value[], told: readonly Told[]): boolean {
  return ours.length === told.length && ours.every((item, i) => agree(item, told[i]!));
}

/** A value in a few words. */
export function showValue(value: Value): string {
  switch (value.kind) {
    case 'str':
    case 'unicode':
      return `${value.kind} ${JSON.stringify(value.value)}`;
    case 'list':
    case 'tuple':
      return `${value.kind} [${value.items.map(showValue).join(', ')}]`;
    case 'none':
    case 'unknown':
      return value.kind;
    case 'int':
    case 'long':
    case 'float':
    case 'bool':
      return `${value.kind} ${value.value}`;
    default:
      return value.kind;
  }
}
