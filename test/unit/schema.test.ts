import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allCpuidFlags,
  allEnums,
  allKeys,
  allLanguages,
  allOptions,
  allXmLanguages,
  allXmNames,
  type ConfigFile,
  type Earlier,
  enumsOf,
  findEnum,
  findKey,
  findLanguage,
  type KeyRow,
  keyAt,
  keysFor,
  readersOf,
  shapeOf,
} from '../../server/src/schema';
import { NEWEST_RELEASE, OLDEST_RELEASE, RELEASES } from '../../server/src/syntax/release';

const FILES: readonly ConfigFile[] = ['guest', 'xl.conf', 'cpupool'];
const KEYS: readonly KeyRow[] = FILES.flatMap((file) => allKeys(file));

function namesOnce(what: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    assert.ok(name.length > 0, `${what} without a name`);
    assert.ok(!seen.has(name), `${what} ${name} stands twice`);
    seen.add(name);
  }
}

function releasesInOrder(what: string, since: number, until: number | undefined): void {
  assert.ok(RELEASES.includes(since), `${what}: since ${since}`);
  if (until === undefined) return;
  assert.ok(RELEASES.includes(until) && since <= until, `${what}: until ${until}`);
  assert.ok(until < NEWEST_RELEASE, `${what}: until the newest release is no end`);
}

function earlierInOrder(what: string, since: number, earlier: readonly Earlier<object>[] | undefined): void {
  let last = since - 1;
  for (const entry of earlier ?? []) {
    releasesInOrder(what, since, entry.until);
    assert.ok(entry.until > last, `${what}: earlier columns out of order`);
    assert.ok(Object.keys(entry).length > 1, `${what}: an earlier entry without columns`);
    last = entry.until;
  }
}

test('every table is there', (t) => {
  const options = allLanguages().flatMap(({ name }) => allOptions(name));
  t.diagnostic(
    `${allKeys().length} keys of guests, ${allKeys('xl.conf').length} of xl.conf, ${allKeys('cpupool').length} of pools; ` +
      `${allLanguages().length} languages with ${options.length} options and words; ` +
      `${allEnums().length} enumerations with ${allEnums().flatMap(({ members }) => members).length} members; ` +
      `${allCpuidFlags().length} cpuid flags; ${allXmNames().length} names of xm; ` +
      `${allXmLanguages().length} languages of xend with ${allXmLanguages().flatMap((row) => row.options ?? []).length} parts`,
  );
  for (const count of [KEYS.length, options.length, allEnums().length, allCpuidFlags().length, allXmNames().length]) {
    assert.ok(count > 50);
  }
});

test('no name stands twice', () => {
  for (const file of FILES)
    namesOnce(
      `${file} key`,
      allKeys(file).map(({ name }) => name),
    );
  namesOnce(
    'language',
    allLanguages().map(({ name }) => name),
  );
  namesOnce(
    'enumeration',
    allEnums().map(({ name }) => name),
  );
  namesOnce(
    'cpuid flag',
    allCpuidFlags().map(({ name }) => name),
  );
  namesOnce(
    'name of xm',
    allXmNames().map(({ name }) => name),
  );
  namesOnce(
    'language of xend',
    allXmLanguages().map(({ name }) => name),
  );
  for (const { name } of allLanguages())
    namesOnce(
      `${name} option`,
      allOptions(name).map((option) => option.name),
    );
  for (const row of allEnums())
    namesOnce(
      `${row.name} member`,
      row.members.map(({ value }) => value || '(empty)'),
    );
  for (const row of allXmLanguages()) {
    namesOnce(
      `${row.name} part`,
      (row.options ?? []).map(({ name }) => name),
    );
  }
});

test('releases are known and in order', () => {
  for (const row of KEYS) {
    releasesInOrder(row.name, row.since, row.until);
    earlierInOrder(row.name, row.since, row.earlier);
    if (row.point) assert.match(row.point, new RegExp(`^4\\.${row.since % 100}\\.[1-9]\\d*$`), row.name);
    for (const check of row.checks ?? []) {
      releasesInOrder(`${row.name}: ${check.when}`, check.since ?? row.since, check.until);
      assert.ok((check.since ?? row.since) >= row.since, `${row.name}: ${check.when}`);
    }
    if (row.deprecatedSince) assert.ok(row.deprecatedSince > row.since, row.name);
    if (row.documentedUntil) releasesInOrder(row.name, OLDEST_RELEASE, row.documentedUntil);
  }
  for (const language of allLanguages()) {
    releasesInOrder(language.name, language.since, language.until);
    earlierInOrder(language.name, language.since, language.earlier);
    for (const option of allOptions(language.name)) {
      const what = `${language.name} ${option.name}`;
      releasesInOrder(what, option.since, option.until);
      assert.ok(option.since >= language.since, `${what}: older than its language`);
    }
  }
  for (const row of allEnums()) {
    releasesInOrder(row.name, row.since, undefined);
    for (const member of row.members)
      releasesInOrder(`${row.name} ${member.value}`, member.since ?? row.since, member.until);
    for (const { since = row.since } of row.members) assert.ok(since >= row.since, row.name);
  }
  for (const flag of allCpuidFlags()) releasesInOrder(flag.name, flag.since, flag.until);
});

test('releases of xm are known and in order', () => {
  const order = ['3.0.0', '3.0.2', '3.0.3', '3.0.4', '3.1', '3.2', '3.3', '3.4', '4.0', '4.1', '4.2', '4.3', '4.4'];
  for (const { name, since, until, was } of allXmNames()) {
    const all = [since, ...(was ?? []).map(({ before }) => before), until];
    const places = all.map((release) => order.indexOf(release));
    assert.ok(!places.includes(-1), `${name}: ${all.join(' ')}`);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      name,
    );
  }
  for (const row of allXmLanguages()) {
    for (const { since, until } of [row, ...(row.options ?? [])]) {
      for (const release of [since, until]) assert.ok(release === undefined || order.includes(release), row.name);
    }
  }
});

test('every enumeration and language that is named exists and is used', () => {
  const enums = new Set<string>();
  const languages = new Set<string>();
  for (const row of KEYS) {
    if (row.values) enums.add(row.values);
    for (const name of [row.language, row.listLanguage, ...(row.earlier ?? []).map(({ language }) => language)]) {
      if (name) languages.add(name);
    }
  }
  for (const row of allLanguages()) {
    for (const name of row.values ?? []) enums.add(name);
    for (const { values } of row.options ?? []) if (values) enums.add(values);
  }
  for (const name of enums) assert.ok(findEnum(name), `no enumeration ${name}`);
  for (const name of languages) assert.ok(findLanguage(name), `no language ${name}`);
  for (const { name } of allEnums()) assert.ok(enums.has(name), `enumeration ${name} is used nowhere`);
  for (const { name } of allLanguages()) assert.ok(languages.has(name), `language ${name} is used nowhere`);
});

test('every row has a type that fits its other columns, in every release', () => {
  for (const file of FILES) {
    for (const release of RELEASES) {
      for (const row of keysFor(release, file)) {
        assert.ok(row.type, row.name);
        const what = `${row.name} in ${release}`;
        const list = readersOf(row).some((reader) => reader.endsWith('list'));
        const scalar = readersOf(row).some((reader) => !reader.endsWith('list'));
        const shape = shapeOf(row);
        assert.equal(list, shape !== 'scalar', `${what}: readers for shape ${shape}`);
        assert.equal(scalar, shape === 'scalar' || shape === 'either', `${what}: readers for shape ${shape}`);
        if (row.type.includes('enum')) assert.ok(enumsOf(row).length > 0, `${what}: no words`);
        if (row.type === 'spec') assert.ok(row.language, `${what}: no language`);
      }
    }
  }
  for (const { name } of allLanguages()) {
    for (const option of allOptions(name)) {
      const what = `${name} ${option.name}`;
      if (option.kind === 'named' || option.kind === 'positional') assert.ok(option.type, `${what}: no type`);
      if (option.type === 'enum' || option.type === 'enums') assert.ok(option.values, `${what}: no words`);
      for (const other of option.conflicts ?? []) {
        assert.ok(
          allOptions(name).some((candidate) => candidate.name === other),
          `${what}: conflicts with ${other}`,
        );
      }
    }
  }
});

test('ranges and defaults hold together', () => {
  for (const { name, range, documentedRange } of KEYS) {
    for (const [low, high] of [range, documentedRange].filter((pair) => pair !== undefined))
      assert.ok(low < high, name);
  }
  for (const row of KEYS) {
    const value = row.default;
    if (value === undefined || row.shape) continue;
    if (row.type === 'boolean') assert.match(value, /^[01]$/, row.name);
    if (row.type === 'integer') assert.match(value, /^(0x[0-9a-f]+|\d+)$/, row.name);
    if (row.type === 'enum') {
      const words = enumsOf(row).flatMap((name) => findEnum(name)!.members.map((member) => member.value));
      assert.ok(words.includes(value), `${row.name}: ${value}`);
    }
  }
});

test('what replaces a key is a key, and xm rows name keys of xl', () => {
  for (const file of FILES) {
    for (const row of allKeys(file)) {
      for (const name of row.replacedBy ?? []) {
        const other = findKey(name, file);
        assert.ok(other && other.until === undefined, `${row.name} is replaced by ${name}`);
        assert.equal(other.deprecatedSince, undefined, `${row.name} is replaced by ${name}, itself deprecated`);
      }
    }
  }
  for (const { name, keys, relation, xl } of allXmNames()) {
    for (const key of keys) assert.ok(findKey(key), `${name} of xm: ${key}`);
    if (relation === 'same' || relation === 'partial') {
      assert.ok(findKey(name), `${name} of xm is no key of xl`);
      assert.equal(xl, 'reads', name);
    }
    if (relation === 'none' || relation === 'renamed') assert.notEqual(xl, 'reads', name);
    if (xl === 'ignores') assert.equal(findKey(name), undefined, `${name}: xl reads it`);
  }
});

test('a row of an earlier release differs from that of the newest', () => {
  for (const row of KEYS) {
    for (const { until } of row.earlier ?? []) {
      const { earlier: _, ...then } = keyAt(row, until);
      const { earlier: __, ...next } = keyAt(row, until + 1);
      assert.notDeepEqual(then, next, `${row.name}: nothing changed after ${until}`);
    }
  }
});
