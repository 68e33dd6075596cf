import type { Span } from '../syntax/span';
import { type Rule, type RuleDocs, report } from './rule';

/** Keys and options that hold a password. */
const PASSWORDS: ReadonlySet<string> = new Set(['vncpasswd', 'spicepasswd']);

export const docs: RuleDocs = {
  title: 'A password as plain text',
  why: 'Everybody who can read the file, its backups or the repository that it lies in can see and control the guest.',
  xl: 'xl hands the password to the device model. It has no other way to take one from a file.',
  remedy:
    'Let root alone read the file, listen on 127.0.0.1 without a password and reach it by SSH, or fill the password in when the guest is created.',
  before: 'vncpasswd = "secret"',
  after: 'vnclisten = "127.0.0.1"',
};

export const plainPassword: Rule = {
  code: 'plain-password',
  severity: 'hint',
  itemwise: true,
  *check(file) {
    const places: [string, Span][] = [];
    for (const { setting, read } of file.keys) {
      const { name, value } = setting;
      if (read && PASSWORDS.has(name) && value.kind !== 'list' && value.text !== '') places.push([name, value.span]);
    }
    for (const { atom, reading } of file.specs) {
      for (const { role, option = '', span } of reading.parts) {
        if (role !== 'value' || !PASSWORDS.has(option) || span.start === span.end) continue;
        places.push([option, file.place(atom, span)]);
      }
    }
    for (const [name, place] of places) {
      const message = `${name} stands here as plain text: xl hands it on to whoever shows the screen. Keep the file from others' eyes, or fill the password in when the guest is created.`;
      yield report(plainPassword, place, message);
    }
  },
};
