import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { analyse, completions } from '../../server/src/service';
import { readSettings } from '../../server/src/syntax/reading';
import { parse } from '../../server/src/syntax/tree';

function samples(): string[] {
  return ['samples', 'test/fixtures/clean'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8')),
  );
}

test('every prefix of every sample parses, and has a place for completions', () => {
  const counts = { key: 0, value: 0, none: 0 };
  samples().forEach((text, i) => {
    for (let end = 0; end <= text.length; end++) {
      const prefix = text.slice(0, end);
      assert.equal(parse(prefix).errors.length === 0, readSettings(prefix).ok, JSON.stringify(prefix.slice(-60)));
      // an analysis is far more work than a tree
      if (end % 32 !== i % 32) continue;
      const [first] = completions(analyse(prefix, { release: 422 }), end);
      if (!first) counts.none++;
      else if (first.kind === 'key' || first.kind === 'snippet') counts.key++;
      else counts.value++;
    }
  });
  assert.ok(counts.key > 20 && counts.value > 20 && counts.none > 20, JSON.stringify(counts));
});
