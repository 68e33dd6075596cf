import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readSettings, SETTINGS } from '../../server/src/lsp/settings';
import { RELEASES, releaseName } from '../../server/src/syntax/release';

interface Property {
  type: string;
  default: unknown;
  enum?: unknown[];
  description?: string;
  markdownDescription?: string;
}

const manifest = JSON.parse(readFileSync(path.join(process.cwd(), 'package.json'), 'utf8'));
const groups: { properties: Record<string, Property> }[] = manifest.contributes.configuration;
const properties: Record<string, Property> = Object.assign({}, ...groups.map(({ properties }) => properties));

/** Settings that the client or vscode-languageclient reads. */
const OF_THE_CLIENT = [
  'xencfg.trace.server',
  'xencfg.realXl.command',
  'xencfg.realXl.timeLimit',
  'xencfg.detectByContent',
];

const INITIAL = {
  xenRelease: 422,
  knownKeys: [],
  'migrate.keepXmDefaults': false,
  severity: {},
  assume: {},
  host: null,
  acrossFiles: true,
  codeLens: true,
  inlayHints: false,
};

test('package.json has exactly the settings that the server reads, with the same defaults', () => {
  const declared = Object.keys(properties).filter((name) => !OF_THE_CLIENT.includes(name));
  assert.deepEqual(
    declared.sort(),
    Object.keys(SETTINGS)
      .map((name) => `xencfg.${name}`)
      .sort(),
  );
  for (const [name, setting] of Object.entries(SETTINGS)) {
    assert.deepEqual(properties[`xencfg.${name}`]!.default, setting.default, name);
    if (setting.default !== null)
      assert.notEqual(setting.read(setting.default), undefined, `the default of ${name} is valid`);
  }
});

test('package.json describes each setting, and allows what the server takes', () => {
  for (const [name, property] of Object.entries(properties)) {
    assert.ok(property.markdownDescription ?? property.description, `${name} has a description`);
    if (!property.enum || OF_THE_CLIENT.includes(name)) continue;
    for (const value of property.enum) {
      assert.deepEqual(readSettings({ [name.replace('xencfg.', '')]: value }).problems, []);
    }
  }
  assert.deepEqual(properties['xencfg.xenRelease']!.enum, RELEASES.map(releaseName));
});

test('values are read', () => {
  const { settings, problems } = readSettings({
    xenRelease: '4.4',
    knownKeys: ['colour'],
    severity: { syntax: 'off' },
  });
  assert.deepEqual(settings, { ...INITIAL, xenRelease: 404, knownKeys: ['colour'], severity: { syntax: 'off' } });
  assert.deepEqual(problems, []);
});

test('a setting of a group is read, flat or as an object', () => {
  for (const section of [{ migrate: { keepXmDefaults: true } }, { 'migrate.keepXmDefaults': true }]) {
    assert.equal(readSettings(section).settings['migrate.keepXmDefaults'], true);
  }
  for (const section of [{ migrate: { keepXmDefaults: 'yes' } }, { migrate: { keepXmDefaults: 1 } }]) {
    assert.equal(readSettings(section).problems.length, 1);
  }
  assert.deepEqual(readSettings({ migrate: null }).problems, []);
});

test('what is absent or null gets its default without a word', () => {
  for (const section of [undefined, null, {}, { xenRelease: null }, 'xencfg', { trace: { server: 'verbose' } }]) {
    assert.deepEqual(readSettings(section), {
      settings: INITIAL,
      problems: [],
    });
  }
});

test('a wrong value gets its default and a line that names the setting', () => {
  for (const value of [4.1, '4.99', '', {}, true]) {
    const { settings, problems } = readSettings({ xenRelease: value, knownKeys: ['a'] });
    assert.deepEqual(settings, { ...INITIAL, knownKeys: ['a'] });
    assert.equal(problems.length, 1);
    assert.match(problems[0]!, /^xencfg\.xenRelease has to be a release/);
  }
  assert.match(readSettings({ knownKeys: ['a', 1] }).problems[0]!, /^xencfg\.knownKeys has to be a list of strings/);
  for (const severity of [[], 'off', { syntax: 'loud' }, { syntax: 1 }]) {
    const { settings, problems } = readSettings({ severity });
    assert.deepEqual(settings.severity, {});
    assert.match(problems[0]!, /^xencfg\.severity has to be an object of rule codes/);
  }
});
