import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv';
import { FORMATS } from '../../server/src/cli/check-formats';
import { type FileReport, failure, type ReportedFinding } from '../../server/src/cli/file-report';
import { Counter, reporterOf } from '../../server/src/cli/reporter';
import { RULES } from '../../server/src/rules/registry';
import { SARIF_SCHEMA } from './sarif-schema';

const NASTY = 'a"b\'c<d>&]]>\u0001\u001b[31m\r\n\t%25::,\u2028\udc80\ud800 Ümlaut 😀';
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

function finding(code: string, severity: ReportedFinding['severity'], message: string): ReportedFinding {
  const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } };
  const fixes = [{ title: NASTY, kind: 'safe', edits: [{ range, newText: NASTY }] }];
  return { code, severity, message, range, fixes, line: `\t${NASTY}`, related: [{ path: NASTY, range, message }] };
}

const files: FileReport[] = [
  { path: 'good.cfg', dialect: 'xl', verdict: 'accepted', findings: [] },
  {
    path: NASTY,
    dialect: 'xm',
    verdict: 'refused',
    findings: SEVERITIES.flatMap((severity) => [
      finding(RULES[0]!.code, severity, NASTY),
      finding('unlisted', severity, 'plain'),
      finding('unlisted', severity, 'plain'),
    ]),
  },
  failure('/etc/xen/a b.cfg', `permission denied ${NASTY}`),
  { path: 'xl.conf', dialect: 'xl.conf', verdict: null, findings: [] },
];

async function printed(format: (typeof FORMATS)[number], reports = files, most = 1000, statistics = false) {
  const reporter = await reporterOf(format, { color: false, quiet: false, statistics });
  const counter = new Counter(most);
  const parts = reports.map((report) => reporter.file(counter.take(report)));
  return reporter.begin() + parts.join('') + reporter.end(counter);
}

test('sarif: valid, each finding once, nothing lost', async () => {
  const validate = new Ajv({ strict: false }).compile(SARIF_SCHEMA);
  for (const reports of [files, []]) {
    const log = JSON.parse(await printed('sarif', reports)) as { runs: { results: unknown[] }[] };
    const valid = validate(log) as boolean;
    assert.ok(valid, JSON.stringify(validate.errors));
    assert.equal(log.runs[0]!.results.length, reports.flatMap(({ findings }) => findings).length);
  }
  const [run] = JSON.parse(await printed('sarif')).runs;
  assert.equal(run.tool.driver.rules.length, RULES.length);
  assert.equal(run.results[0].message.text, NASTY);
  assert.equal(run.tool.driver.rules[run.results[0].ruleIndex].id, run.results[0].ruleId);
  assert.equal(
    decodeURIComponent(run.results[0].locations[0].physicalLocation.artifactLocation.uri.replace('%80%EF%BF%BD', '')),
    NASTY.replace('\udc80\ud800', ''),
  );
  assert.equal(run.invocations[0].executionSuccessful, false);
  assert.equal(
    run.invocations[0].toolExecutionNotifications[0].locations[0].physicalLocation.artifactLocation.uri,
    'file:///etc/xen/a%20b.cfg',
  );
});

test('gitlab: a JSON array, every fingerprint once and the same in the next run', async () => {
  const entries = JSON.parse(await printed('gitlab'));
  assert.equal(entries.length, 13);
  assert.equal(new Set(entries.map((entry: { fingerprint: string }) => entry.fingerprint)).size, 13);
  assert.deepEqual(entries, JSON.parse(await printed('gitlab')));
  assert.deepEqual(entries[0].location, { path: NASTY, lines: { begin: 3, end: 3 } });
  assert.deepEqual(
    new Set(entries.map((entry: { severity: string }) => entry.severity)),
    new Set(['blocker', 'critical', 'major', 'minor', 'info']),
  );
  assert.deepEqual(JSON.parse(await printed('gitlab', [])), []);
});

test('github: one command on a line, which says the same once it is read back', async () => {
  const lines = (await printed('github')).split('\n').filter(Boolean);
  assert.equal(lines.length, 13);
  const readBack = (word: string) =>
    word.replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
  for (const line of lines) assert.match(line, /^::(error|warning|notice) file=[^:]*,title=[^:,]*::[^\r]*$/);
  const [, properties, message] = /^::error ([^:]*)::(.*)$/s.exec(lines[0]!)!;
  assert.equal(readBack(message!), NASTY);
  assert.deepEqual(Object.fromEntries(properties!.split(',').map((word) => word.split('=').map(readBack))), {
    file: NASTY,
    line: '3',
    endLine: '3',
    col: '5',
    endColumn: '9',
    title: `xencfg ${RULES[0]!.code}`,
  });
});

test('junit: well-formed XML 1.0, a case for each finding', async () => {
  const xml = await printed('junit');
  assert.doesNotMatch(xml, /[\0-\x08\x0b\x0c\x0e-\x1f]|\p{Surrogate}/u);
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml [^?]*\?>/, '')
    .replace(/<(\/?)([\w-]+)((?:\s+[\w-]+="(?:[^<>&"\n\t\r]|&(?:amp|lt|gt|quot|#\d+);)*")*)>/g, (_, close, name) => {
      if (close) assert.equal(open.pop(), name);
      else open.push(name);
      return '';
    });
  assert.deepEqual(open, []);
  assert.match(rest, /^(?:[^<>&]|&(?:amp|lt|gt);)*$/);
  assert.equal(xml.match(/<testcase /g)!.length, 12 + 3);
  assert.equal(xml.match(/<failure /g)!.length, 6);
  assert.match(xml, /tests="12" failures="6" errors="0"/);
  assert.match(xml, /tests="1" failures="0" errors="1"/);
});

test('json: the document of the contract, and what the rules come to when that is asked for', async () => {
  const { version, files: told, statistics } = JSON.parse(await printed('json', files, 1000, true));
  assert.equal(version, 1);
  assert.deepEqual(told[0], { path: 'good.cfg', dialect: 'xl', verdict: 'accepted', findings: [] });
  assert.deepEqual(Object.keys(told[2]), ['path', 'error']);
  assert.ok(!('line' in told[1].findings[0]));
  assert.deepEqual(statistics[0], { code: 'unlisted', count: 8, fixable: 8 });
  assert.deepEqual(JSON.parse(await printed('json', [])), { version: 1, files: [] });
});

test('text: a line for each finding, with its excerpt, and nothing that a terminal would obey', async () => {
  const text = await printed('text');
  assert.doesNotMatch(text, /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028]/);
  assert.equal(text.split('\n').length, 1 + 12 * 3 + 1 + 1);
  assert.match(text, /3 files checked: 3 errors, 9 other findings, 12 with a fix, 1 file not checked\n$/);
  assert.match(await printed('text', files, 2), /10 not shown\n$/);
  const statistics = await printed('text', files, 1000, true);
  assert.match(statistics, /^8 {2}unlisted \(8 with a fix\)\n4 {2}/m);
  const long = finding('unlisted', 'error', 'm');
  const far = { start: { line: 0, character: 5000 }, end: { line: 0, character: 5003 } };
  const report = {
    ...files[0]!,
    findings: [{ ...long, range: far, line: `${'a'.repeat(5000)}bbb${'c'.repeat(999)}` }],
  };
  assert.match(await printed('text', [report]), /^ {2}1 \| …a{40}bbbc{117}…\n {4}\| {42}\^\^\^\n/m);
});

test('colours: only where they are wanted, and every one is taken back', async () => {
  const reporter = await reporterOf('text', { color: true, quiet: false, statistics: false });
  const colored = reporter.file(files[1]!);
  assert.equal(colored.match(/\x1b\[0m/g)!.length * 2, colored.match(/\x1b\[/g)!.length);
});

test('every format prints every kind of report', async () => {
  for (const format of FORMATS) assert.notEqual(await printed(format), '');
});
