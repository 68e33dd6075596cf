import type { Span } from '../syntax/span';
import type { FileContext } from './context';
import { numberOf } from './numbers';
import { type Rule, type RuleDocs, report } from './rule';

/** Addresses that stand for all addresses of the host, with or without a display number. */
const EVERYWHERE = /^(0\.0\.0\.0|::|\[::\]|\*)(:\d+)?$/;

export const docs: RuleDocs = {
  title: 'VNC open to every address without a password',
  why: 'Everybody who can reach the host can see the screen of the guest and type into it.',
  xl: 'xl hands the address to the device model, which asks for no password where none is set.',
  remedy: 'Listen on 127.0.0.1 and reach it by SSH, or set vncpasswd.',
  before: 'vnclisten = "0.0.0.0"',
  after: 'vnclisten = "127.0.0.1"',
};

export const openVnc: Rule = {
  code: 'open-vnc',
  severity: 'warning',
  *check(file) {
    for (const span of openPlaces(file)) {
      const text = file.text.slice(span.start, span.end).replace(/^["']|["']$/g, '');
      const message = `VNC listens on "${text}", every address of the host, and asks for no password: xl accepts that. Write 127.0.0.1, or set vncpasswd.`;
      yield report(openVnc, span, message);
    }
  },
};

function* openPlaces(file: FileContext): Iterable<Span> {
  const key = file.key('vnclisten');
  const top = key?.read ? key.setting.value : undefined;
  const vnc = numberOf(file.scalar('vnc') ?? '');
  const shown = vnc === undefined ? file.guestType === 'hvm' : vnc !== 0n;
  const known = !file.isComputed('vnc', 'vncpasswd', 'vfb');
  if (top && top.kind !== 'list' && shown && known && EVERYWHERE.test(top.text) && !file.scalar('vncpasswd'))
    yield top.span;
  const list = file.specsOf('vfb');
  for (const [index, reading] of list?.readings.entries() ?? []) {
    const { atom } = list!.item(index);
    const spanOf = (name: string) =>
      reading.parts.find(({ role, option }) => role === 'value' && option === name)?.span;
    const textOf = (span: Span | undefined) => (span ? atom.text.slice(span.start, span.end) : '');
    const listen = spanOf('vnclisten');
    if (!listen || textOf(spanOf('vncpasswd')) !== '' || /^0*$/.test(textOf(spanOf('vnc')) || '1')) continue;
    if (EVERYWHERE.test(textOf(listen))) yield file.place(atom, listen);
  }
}
