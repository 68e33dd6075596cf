import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEnums, allKeys, allLanguages, findXmName, type KeyRow } from '../../server/src/schema';
import { analyse, completions, hover } from '../../server/src/service/index';
import { NEWEST_RELEASE, RELEASES } from '../../server/src/syntax/release';
import { isCleanWhenRight, slipFound } from './coverage-checks';
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
  checked: (subject) => slipFound(subject) !== undefined,
  'clean when right': isCleanWhenRight,
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

test('every key, option, word and flag of the newest release is completed, explained and checked', (t) => {
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

test('how the checked are found: by its name alone where no value can be wrong', (t) => {
  const counts = new Map<string, number>();
  for (const subject of subjects()) {
    const slip = slipFound(subject);
    const how = `${subject.group} by ${slip}`;
    counts.set(how, (counts.get(how) ?? 0) + 1);
    assert.equal(slip === 'name', Object.hasOwn(BY_NAME, subject.name), subject.name);
  }
  t.diagnostic([...counts].map(([how, count]) => `${count} ${how}`).join(', '));
});

test('every key is reported in the releases that do not read it, and in no other', () => {
  for (const { name, since, until } of allKeys()) {
    for (const release of RELEASES) {
      const { findings } = analyse(`${name} = ""\nname = "guest"\n`, { release });
      const reported = findings.some(({ code, span }) => code === 'key-release' && span.start === 0);
      const isRead = since <= release && release <= (until ?? NEWEST_RELEASE);
      if (findXmName(name) === undefined || reported) assert.equal(reported, !isRead, `${name} in ${release}`);
    }
  }
});

/** What is checked as far as its name goes, and why no value of it is. */
const BY_NAME: Readonly<Record<string, string>> = {
  'usbdevice host:': 'the device behind it is for QEMU to find',
  'disk vdev': 'libxl looks at the name of the device, xl does not',
};

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
