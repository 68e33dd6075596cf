import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEnums, allKeys, allLanguages, type KeyRow } from '../../server/src/schema';
import { analyse, completions, hover } from '../../server/src/service/index';
import { NEWEST_RELEASE } from '../../server/src/syntax/release';
import { type Subject, subjects } from './coverage-subjects';

/** What is done with each subject once: another column is another line. True when the subject is served. */
const COLUMNS: Readonly<Record<string, (subject: Subject) => boolean>> = {
  completed: ({ before, label, form }) => form === true || offers(before, label),
  hovered: ({ before, written, after, label, form }) => {
    const found = hover(analysed(before + written + after), before.length);
    if (!found) return false;
    const { span, markdown } = found;
    const covers = span.start <= before.length && before.length < span.end;
    return covers && (form === true || markdown.includes(label));
  },
};

function analysed(text: string) {
  return analyse(text, { release: NEWEST_RELEASE });
}

/** True where the text ends at the cursor, and where an editor has closed quotes and brackets behind it. */
function offers(before: string, label: string): boolean {
  const open = analysed(before);
  const brackets = [...before].filter((character) => character === '[').length;
  const closed = analysed(`${before}${before.endsWith('"') || brackets > 0 ? '"' : ''}${' ]'.repeat(brackets)}\n`);
  return [open, closed].every((analysis) =>
    completions(analysis, before.length).some((completion) => completion.label === label),
  );
}

test('every key, option, word and flag of the newest release is completed and explained', (t) => {
  const all = subjects();
  const missing: string[] = [];
  for (const group of new Set(all.map((subject) => subject.group))) {
    const members = all.filter((subject) => subject.group === group);
    const shares = Object.entries(COLUMNS).map(([column, served]) => {
      const lacking = members.filter((subject) => !served(subject));
      missing.push(...lacking.map(({ name }) => `${group}: ${name} is not ${column}`));
      return `${column} ${(100 * (1 - lacking.length / members.length)).toFixed(1)} %`;
    });
    t.diagnostic(`coverage of ${members.length} ${group}: ${shares.join(', ')}`);
  }
  assert.deepEqual(missing, []);
});

test('the subjects are all that the schema has for guests', () => {
  const names = new Set(subjects().map(({ name }) => name));
  const hosts = new Set([...allKeys('xl.conf'), ...allKeys('cpupool')].flatMap((row) => enumsNamed(row)));
  const reached = new Set(allKeys().flatMap((row) => enumsNamed(row)));
  for (const { values, options, since, until } of allLanguages()) {
    if (since > NEWEST_RELEASE || (until ?? NEWEST_RELEASE) < NEWEST_RELEASE) continue;
    for (const name of [...(values ?? []), ...(options ?? []).flatMap((option) => option.values ?? [])])
      reached.add(name);
  }
  const unreached = allEnums().filter(({ name }) => !reached.has(name) && !hosts.has(name));
  assert.deepEqual(
    unreached.map(({ name }) => name),
    [],
  );
  for (const name of ['memory', 'disk vdev', 'vif bridge', 'type = pvh', 'disk format = qcow2', 'cpus N-M', 'avx2']) {
    assert.ok(names.has(name), name);
  }
});

function enumsNamed(row: KeyRow): string[] {
  return row.values === undefined ? [] : [row.values];
}
