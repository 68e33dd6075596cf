import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConfigFile } from '../../server/src/schema';
import { allKeys } from '../../server/src/schema';
import { analyse, completions, convertAnalysis, hover } from '../../server/src/service';
import { hostFileOf, kindOfFile } from '../../server/src/workspace/sniff';

function analysed(configFile: ConfigFile, text: string, release = 422) {
  return analyse(text, { release, configFile });
}

function findings(configFile: ConfigFile, text: string, release?: number): string[] {
  const analysis = analysed(configFile, text, release);
  return analysis.findings.map(({ code, severity, span }) => `${severity} ${code} ${text.slice(span.start, span.end)}`);
}

test('files of the host are told by their names', () => {
  assert.equal(hostFileOf('xl.conf'), 'xl.conf');
  assert.equal(hostFileOf('xlcpupool.cfg'), 'cpupool');
  assert.equal(hostFileOf('cpupool-realtime'), 'cpupool');
  for (const name of ['web.cfg', 'xl.conf.bak', 'my-xl.conf', 'xl.config']) assert.equal(hostFileOf(name), undefined);
  assert.equal(kindOfFile('xl.conf', ''), 'xl.conf');
});

test('a file of the host has no verdict, and its own language', () => {
  const conf = analysed('xl.conf', 'autoballoon = "off"\n');
  assert.deepEqual([conf.dialect, conf.verdict, conf.findings.length], ['xl.conf', null, 0]);
  const pool = analysed('cpupool', 'name = "realtime"\nsched = "rtds"\ncpus = "4-7"\n');
  assert.deepEqual([pool.dialect, pool.verdict, pool.findings.length], ['cpupool', null, 0]);
});

test('each key is known in its own file alone', () => {
  assert.deepEqual(findings('xl.conf', 'memory = 512\n'), ['warning unknown-key memory']);
  assert.deepEqual(findings('cpupool', 'name = "a"\nvif = [ "" ]\n'), ['warning unknown-key vif']);
  assert.deepEqual(findings('guest', 'name = "a"\nkernel = "/k"\nautoballoon = "off"\n'), [
    'warning unknown-key autoballoon',
  ]);
  assert.deepEqual(findings('xl.conf', 'autobaloon = "off"\n'), ['warning unknown-key autobaloon']);
});

test('what xl says of xl.conf stands at its place', () => {
  assert.deepEqual(findings('xl.conf', 'autoballoon = "maybe"\n'), ['warning unknown-value "maybe"']);
  assert.deepEqual(findings('xl.conf', 'claim_mode = "x"\n'), ['warning wrong-number "x"']);
  assert.deepEqual(findings('xl.conf', 'vif.default.script = [ "a" ]\n'), ['warning wrong-shape [ "a" ]']);
  assert.deepEqual(findings('xl.conf', 'autoballoon = off\n'), ['error syntax off']);
  assert.deepEqual(findings('xl.conf', 'claim_mode = 1\n', 401), ['warning key-release claim_mode']);
});

test('what xl cpupool-create says stands at its place', () => {
  assert.deepEqual(findings('cpupool', 'name = "a"\nsched = "fifo"\n'), ['error unknown-value "fifo"']);
  assert.deepEqual(findings('cpupool', 'name = "a"\nnodes = 1\n'), ['warning wrong-shape 1']);
  assert.equal(analysed('cpupool', 'name = "a"\ncpus = "x"\n').findings.at(-1)?.severity, 'error');
});

test('nothing of a guest is missed or looked for', () => {
  assert.deepEqual(findings('xl.conf', ''), []);
  assert.deepEqual(findings('cpupool', 'nodes = [ 1 ]\n'), []);
  assert.equal(convertAnalysis(analysed('xl.conf', 'autoballoon="off"\n'), true).text, 'autoballoon="off"\n');
});

test('every key of these files is completed and has its text', () => {
  for (const file of ['xl.conf', 'cpupool'] as const) {
    const labels = completions(analysed(file, ''), 0)
      .filter(({ kind }) => kind === 'key')
      .map(({ label }) => label);
    const keys = allKeys(file).filter(({ since, until }) => since <= 422 && (until === undefined || until >= 422));
    assert.deepEqual(labels.toSorted(), keys.map(({ name }) => name).toSorted());
    for (const { name } of allKeys(file)) {
      const markdown = hover(analysed(file, `${name} = 1\n`), 1)?.markdown ?? '';
      assert.match(markdown, file === 'xl.conf' ? /xl\.conf\(5\)/ : /xlcpupool\.cfg\(5\)/, name);
    }
  }
});

test("a file of xend's that a folder holds is no guest of xl, whatever stands in it", () => {
  const text = 'name = "web"\nmemory = 512\nvif = [ "" ]\n';
  assert.equal(kindOfFile('web.cfg', text), 'guest');
  for (const name of ['config.sxp', 'web.SXP', '.sxp']) assert.equal(kindOfFile(name, text), 'other', name);
  assert.equal(kindOfFile('config', '(domain\n    (name web)\n    (memory 512)\n    (vif 1))\n'), 'other');
});
