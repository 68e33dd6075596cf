import { completeDomain } from '../model';
import { DEFAULT_HOST } from '../model/host';
import type { Message } from '../model/message';
import { findKey } from '../schema/keys';
import type { FileContext } from './context';
import { remedyFor } from './libxl-remedies';
import { messagePlace } from './message-place';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'What libxl refuses, or warns of, when the guest is made',
  why: 'The guest is not made, or is made otherwise than the file says.',
  xl: 'xl itself accepts the file, also with -N; xl create then hands it to libxl, which fills in its defaults and says this.',
  remedy: 'Do what the finding says: it quotes libxl.',
  before: 'type = "hvm"\nmemory = 1024\nmaxmem = 2048\npci = [ \'01:00.0\' ]',
  after: 'type = "hvm"\nmemory = 2048\nmaxmem = 2048\npci = [ \'01:00.0\' ]',
};

export const libxlRefusal: Rule = {
  code: 'libxl-refusal',
  severity: 'warning',
  general: true,
  *check(file) {
    for (const message of libxlMessages(file)) {
      const quote = message.text
        .trim()
        .split('\n')
        .map((line) => line.replace(/^libxl: \w+: /, ''))
        .join(' ');
      const fate = message.fatal
        ? 'xl accepts the file, and libxl refuses the guest'
        : 'libxl warns when the guest is made';
      const words = quote === '' ? ' without a word' : `: "${quote}"`;
      const remedy = remedyFor(quote);
      yield report(libxlRefusal, messagePlace(file, message), `${fate}${words}.${remedy ? ` ${remedy}` : ''}`);
    }
  },
};

/**
 * What libxl says of this file on any machine: lines of the callers of what failed tell nothing more. Of keys for one
 * architecture it speaks only where somebody said which one the machine has.
 */
function libxlMessages(file: FileContext): Message[] {
  const { input } = file;
  const { domain } = input.domain;
  if (!domain) return [];
  const host = { ...DEFAULT_HOST, ...(input.arch && { arch: input.arch }) };
  const { messages, further } = completeDomain(domain, { host });
  const isTold = ({ fatal, severity, text, key = '' }: Message) => {
    if (OF_THE_MACHINE.test(text)) return false;
    if (!input.arch && (findKey(key)?.arch !== undefined || (text.includes('x86') && isForArm(file)))) return false;
    return fatal || severity === 'warning';
  };
  return [...messages, ...further].filter(isTold);
}

/** True for a file with keys that only mean something on Arm: `dtdev` names a node of a device tree. */
function isForArm({ keys }: FileContext): boolean {
  return keys.some(({ setting, row }) => row.arch === 'arm' || setting.name === 'dtdev');
}

/** A hypervisor may have labels. */
const OF_THE_MACHINE = /^libxl: warning: XSM Disabled/;
