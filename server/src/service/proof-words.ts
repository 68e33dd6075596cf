import { isDifference, type Proof, type ProofRow } from '../migrate/proof';

/** What stands on the left, as a title has it. */
export function builtBefore({ builder, refused }: Proof): string {
  if (builder === 'xm') return 'what xm built';
  return refused ? 'the file without the mistakes for which xl refused it' : 'what xl built before';
}

/** The names of the columns of a proof. */
export function headOf({ builder, refused }: Proof): readonly [string, string, string, string] {
  const before = builder === 'xm' ? 'xm built' : refused ? 'xl refused' : 'xl built';
  return ['Field', before, 'xl will build', 'Why they differ'];
}

const KINDS = {
  backend: 'other means',
  default: 'changed default',
  dropped: 'dropped by xl',
  form: 'read otherwise',
  'other-key': 'another key',
  undecided: 'left to decide',
  unsafe: 'unsafe choice',
} as const;

/** What stands in a row of a proof's table, each on one line; kind and text are empty where both sides are the same. */
export interface Cells {
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly kind: string;
  readonly text: string;
}

/** The words of a row; a reason that the row above has too is not said again. */
export function cellsOf(row: ProofRow, above?: ProofRow): Cells {
  const { field, before, after, isDefault, reason } = row;
  const mark = (side: typeof isDefault) => (isDefault === side ? ' (default)' : '');
  const sides = { field, before: wordOf(before) + mark('before'), after: wordOf(after) + mark('after') };
  if (!reason) return { ...sides, kind: isDifference(row) ? 'not explained' : '', text: 'please report it' };
  const text = reason.text === above?.reason?.text ? 'as above' : printable(reason.text);
  return { ...sides, kind: KINDS[reason.kind], text };
}

/** A sentence or two: how many fields are the same, and what the comparison leaves out. */
export function summaryOf({ rows, accepted }: Proof): string[] {
  const different = rows.filter(isDifference);
  const same = rows.length - different.length;
  const unexplained = different.filter(({ reason }) => !reason).length;
  const counts = [
    `${same} ${same === 1 ? 'field is' : 'fields are'} the same`,
    different.length === 0 ? 'nothing differs' : `${different.length} ${different.length === 1 ? 'differs' : 'differ'}`,
    ...(unexplained > 0 ? [`${unexplained} without a known reason: please report it`] : []),
  ];
  return [`${counts.join(', ')}.`, ...(accepted ? [] : ['xl refuses the file until it is decided what is left.'])];
}

function wordOf(text: string | undefined): string {
  if (text === undefined) return '(not set)';
  return text === '' ? '""' : printable(text);
}

/** Line ends and control characters would break a table. */
function printable(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\x00-\x1f\x7f]/g, '\ufffd');
}
