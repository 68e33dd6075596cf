import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, ignoreEdit } from '../../../server/src/service/index';
import { applyEdits } from '../../../server/src/syntax/span';
import { pythonForTests } from '../python-for-tests';
import { readRuleCases } from '../rule-cases';
import { analysed } from './marked';

/** The text with the finding of that code ignored. */
async function ignored(text: string, code: string, where: 'here' | 'file' = 'here'): Promise<string | undefined> {
  const analysis = await analysed(text);
  const finding = analysis.findings.find((one) => one.code === code);
  assert.ok(finding, `${code} in ${text}`);
  const edit = ignoreEdit(analysis, finding, where);
  return edit && applyEdits(text, [edit]);
}

test('a comment on a line of its own before the finding, indented as it is', async () => {
  assert.equal(
    await ignored('name = "a"\nvif = [\n  "mac=00:11:22:33:44:55",\n]\n', 'mac-prefix'),
    'name = "a"\nvif = [\n  # xencfg: ignore mac-prefix\n  "mac=00:11:22:33:44:55",\n]\n',
  );
  assert.equal(await ignored('foo = 1\r\nbar = 2\r\n', 'syntax'), '# xencfg: ignore syntax\r\nfoo = 1\r\nbar = 2\r\n');
});

test('a comment that is there already gets the code, but for one with a reason', async () => {
  assert.equal(
    await ignored('# xencfg: ignore mac-prefix\nfoo = 1\n', 'unknown-key'),
    '# xencfg: ignore mac-prefix, unknown-key\nfoo = 1\n',
  );
  assert.equal(
    await ignored('# xencfg: ignore mac-prefix -- ours\nfoo = 1\n', 'unknown-key'),
    '# xencfg: ignore mac-prefix -- ours\n# xencfg: ignore unknown-key\nfoo = 1\n',
  );
  assert.equal(
    await ignored('# xencfg: ignore-file x\nfoo = 1\n', 'unknown-key'),
    '# xencfg: ignore-file x\n# xencfg: ignore unknown-key\nfoo = 1\n',
  );
});

test('for the whole file: at the top, behind what has to stand there', async () => {
  assert.equal(await ignored('foo = 1\n', 'unknown-key', 'file'), '# xencfg: ignore-file unknown-key\nfoo = 1\n');
  assert.equal(
    await ignored('#!/usr/sbin/xl create\n# -*- coding: utf-8 -*-\n# a\nfoo = 1\n', 'unknown-key', 'file'),
    '#!/usr/sbin/xl create\n# -*- coding: utf-8 -*-\n# xencfg: ignore-file unknown-key\n# a\nfoo = 1\n',
  );
});

test('not within a text of several lines, nor behind a backslash', async () => {
  assert.equal(
    await ignored('a = 1\nextra = """x\n""" + str(a)\n', 'python-expression').then((text) => text?.includes('x\n#')),
    false,
  );
});

test('every case of every rule: the finding is gone, the verdict and all others stay', async () => {
  const python = await pythonForTests();
  for (const [code, { report }] of readRuleCases('test/fixtures/rules')) {
    for (const { text, options, label } of report) {
      const before = analyse(text, { ...options, python });
      const finding = before.findings.find((one) => one.code === code);
      if (!finding) continue;
      for (const where of ['here', 'file'] as const) {
        const edit = ignoreEdit(before, finding, where);
        if (!edit) continue;
        const after = analyse(applyEdits(text, [edit]), { ...options, python });
        assert.equal(after.verdict, before.verdict, label);
        const rest = after.findings.filter((one) => one.code === code);
        const many = before.findings.filter((one) => one.code === code);
        assert.ok(where === 'file' ? rest.length === 0 : rest.length < many.length, `${label}: ${where}`);
        const others = (all: typeof before) =>
          all.findings
            .filter((one) => one.code !== code)
            .map((one) => one.code)
            .sort();
        // a template that is taken for a guest's file after all is judged as one
        if (code !== 'template-placeholder') assert.deepEqual(others(after), others(before), label);
      }
    }
  }
});
