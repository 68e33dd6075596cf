import { DEFAULT_HOST } from '../model/host';
import type { Message } from '../model/message';
import type { Severity } from './finding';
import { messagePlace } from './message-place';
import { remedyFor } from './remedies';
import { type Rule, type RuleDocs, report } from './rule';

const SEVERITY: Readonly<Record<Message['severity'], Severity>> = {
  error: 'warning',
  warning: 'warning',
  info: 'information',
};

export const docs: RuleDocs = {
  title: 'What xl itself says',
  why: 'xl prints a message while it reads the file. After a fatal one it makes no guest.',
  xl: 'The finding quotes the message.',
  remedy: 'Mend what the message names.',
  before: "iomem = [ 'frame' ]",
  after: "iomem = [ 'fe100,1' ]",
};

export const xlMessage: Rule = {
  code: 'xl-message',
  severity: 'warning',
  *check(file) {
    const { domain, reading } = file.input;
    if (!reading.ok) return;
    for (const message of withoutSilentEnds([...domain.messages, ...domain.further])) {
      const quote = quoteOf(message);
      const fate = fateOf(message);
      const said =
        quote === ''
          ? 'xl ends without a word here and makes no guest.'
          : `${fate}: "${quote}"${quote.endsWith('.') ? '' : '.'}`;
      const remedy = remedyFor(message, quote);
      const text = remedy === undefined ? said : `${said} ${remedy}`;
      yield report(
        xlMessage,
        messagePlace(file, message),
        text,
        [],
        message.fatal ? 'error' : SEVERITY[message.severity],
      );
    }
  },
};

/** What xl does when it prints a message, as a clause. */
function fateOf({ fatal, ofHost, severity }: Message): string {
  if (fatal) return 'xl refuses the file';
  if (ofHost) {
    const { cpus, nodes } = DEFAULT_HOST;
    return `It depends on the host (xencfg.host, --host): with ${cpus} CPUs and ${nodes} NUMA nodes xl refuses the file`;
  }
  return severity === 'info' ? 'xl says' : 'xl warns';
}

/** Joins a fatal message without words to the one before it about the same thing, which says why. */
function withoutSilentEnds(messages: readonly Message[]): Message[] {
  const joined: Message[] = [];
  for (const message of messages) {
    const before = joined.at(-1);
    if (message.fatal && message.text === '' && before && before.key === message.key && before.item === message.item) {
      joined[joined.length - 1] = { ...before, severity: 'error', fatal: true };
    } else joined.push(message);
  }
  return joined;
}

/** What xl prints, in one line, without the places that its lines begin with. */
export function quoteOf({ text }: Message): string {
  return text.trim().split('\n').map(withoutPlace).join(' ');
}

/** A line of xl's without the file and line that it begins with. */
function withoutPlace(line: string): string {
  return line.replace(/^[^\s:]*:(?:\d+:(?:\d+:)?)? (?:warning: )?/, '');
}
