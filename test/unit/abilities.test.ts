import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities } from 'vscode-languageserver';
import { readAbilities } from '../../server/src/lsp/abilities';

test('what a client leaves out it cannot do, also where the protocol wants it said', () => {
  const half = { textDocument: { semanticTokens: {}, completion: {}, publishDiagnostics: {}, codeAction: {} } };
  const { tokenDeltas, completionDefaults, insertReplace } = readAbilities(half as ClientCapabilities);
  assert.deepEqual([tokenDeltas, completionDefaults, insertReplace], [false, false, false]);
});

test('tokens as what has changed, and what items have in common: where the client says so', () => {
  const tokens = (full: boolean | { delta: boolean }) =>
    readAbilities({ textDocument: { semanticTokens: { requests: { full } } } } as ClientCapabilities).tokenDeltas;
  assert.deepEqual([tokens(true), tokens({ delta: false }), tokens({ delta: true })], [false, false, true]);
  const defaults = (...itemDefaults: string[]) =>
    readAbilities({ textDocument: { completion: { completionList: { itemDefaults } } } }).completionDefaults;
  assert.deepEqual([defaults('editRange'), defaults('insertTextFormat', 'editRange', 'data')], [false, true]);
});
