import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = process.cwd();
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const strings: Record<string, string> = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8'));
const commands = new Set(contributes.commands.map(({ command }: { command: string }) => command));
/** The commands that VS Code itself makes for the views. */
const views: { id: string }[][] = Object.values(contributes.views);
const focuses = new Set<string | undefined>(views.flat().map(({ id }) => `${id}.focus`));
const LINK = /\[[^\]]+\]\(command:([\w.]+)(?:\?([^)]*))?\)/g;

test('each step of the walkthrough has its page, and its links name commands that there are', () => {
  let links = 0;
  for (const { steps } of contributes.walkthroughs) {
    for (const { id, description, media, completionEvents } of steps) {
      assert.ok(existsSync(path.join(root, media.markdown)), `page of ${id}`);
      for (const [, command, words] of (strings[description.slice(1, -1)] ?? '').matchAll(LINK)) {
        links++;
        assert.ok(commands.has(command) || focuses.has(command), `${command} in ${id}`);
        if (command === 'xencfg.copyCommand') {
          assert.match(JSON.parse(decodeURIComponent(words ?? ''))[0], /^\S/, `what ${id} copies`);
        }
      }
      for (const event of completionEvents ?? []) assert.ok(commands.has(event.replace('onCommand:', '')), event);
    }
  }
  assert.ok(links >= 10);
});
