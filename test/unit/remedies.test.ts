import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDomain } from '../../server/src/model';
import { inspect } from '../../server/src/rules/inspect';
import { REMEDIES, remedyFor } from '../../server/src/rules/remedies';
import { quoteOf } from '../../server/src/rules/xl-message';
import { readSettings } from '../../server/src/syntax/reading';
import type { Release } from '../../server/src/syntax/release';
import { ask, type Question } from '../conformance/xl/question';
import { familiesOf } from '../conformance/xl/run';

/** Releases between which xl's messages changed most. */
const RELEASES: readonly Release[] = [401, 402, 405, 409, 410, 414, 422];

/** What the families leave to the generated guests. */
const COMBINED: readonly Question[] = [
  'name = "g"\nbuilder = "hvm"\n',
  'name = "g"\ntype = "pv"\nkernel = "/k"\nfirmware = "pvgrub64"\n',
  'name = "g"\nkernel = "/k"\ndisk = [ "phy:/dev/vg/a,xvda:tape,w" ]\n',
].map((text) => ask(text));

/** The texts of the conformance suite: they bring about every message that the model has. */
function questions(release: Release): readonly Question[] {
  const build = { name: '', release, arch: 'x86', program: '', env: {}, oneIn: 1 } as const;
  return [...familiesOf(build, '1', false).questions, ...COMBINED];
}

test('every message of the model has a remedy of its own, and every remedy a message', () => {
  const without = new Set<string>();
  const used = new Set<string>();
  for (const release of RELEASES) {
    for (const { text, machine } of questions(release)) {
      const reading = readSettings(text, { release });
      if (!reading.ok) continue;
      const host = { cpus: machine[0], nodes: machine[1], memory: 65536, arch: 'x86' } as const;
      const { messages, further } = buildDomain(reading, { release, host });
      for (const message of [...messages, ...further]) {
        const quote = quoteOf(message);
        const remedy = remedyFor(message, quote);
        if (remedy === undefined) without.add(`${message.key}: ${quote}`);
        else used.add(remedy);
      }
    }
  }
  assert.deepEqual([...without], []);
  assert.deepEqual(
    REMEDIES.filter(([, remedy]) => !used.has(remedy)),
    [],
  );
});

test('every message about a setting is found at its value', () => {
  const elsewhere: string[] = [];
  for (const { text } of questions(422).filter((_, index) => index % 5 === 0)) {
    const { input, findings } = inspect(text, { release: 422 });
    const { messages, further } = input.domain;
    if (!input.reading.ok) continue;
    for (const { key, text: said } of [...messages, ...further]) {
      const setting = input.tree.settings.findLast(({ name }) => name === key);
      if (!setting) continue;
      const { start, end } = setting.span;
      if (!findings.some(({ span }) => start <= span.start && span.end <= end))
        elsewhere.push(`${key}: ${said}\n${text}`);
    }
  }
  assert.deepEqual(elsewhere, []);
});

test('what xl would say behind its first fatal message is reported too', () => {
  const text = 'name = "g"\ntype = "hvm"\non_crash = "explode"\nbios_path_override = "/x"\n';
  const { findings } = inspect(text, { release: 417 });
  assert.ok(findings.some(({ message, severity }) => severity === 'error' && message.includes('explode')));
  const later = findings.find(({ message }) => message.includes('bios_path_override given'));
  assert.equal(later?.severity, 'warning');
  assert.equal(later && text.slice(later.span.start, later.span.end), '"/x"');
});
