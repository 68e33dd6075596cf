import type { Analysis } from '../service/index';
import { releaseName } from '../syntax/release';
import { openDocument } from './conversion';
import { cancelled } from './guard';
import { type DocumentParams, JUDGE_REQUEST, type JudgeResult, type XlMessage } from './protocol';
import type { Server } from './server';

/** Registers the request for what xl should say of a document (protocol.ts): to hold it against a real xl. */
export function answerJudgements(server: Server): void {
  server.connection.onRequest(JUDGE_REQUEST, (params: DocumentParams, token) =>
    server.guard.run<JudgeResult | null>(JUDGE_REQUEST, null, async () => {
      const { version, analysis } = await openDocument(server, params);
      if (token.isCancellationRequested) throw cancelled();
      if (!analysis?.verdict) return null;
      const { release, verdict } = analysis;
      return { version, release: releaseName(release), verdict, messages: messagesOf(analysis) };
    }),
  );
}

/** The lines that xl prints about the file, each with the line of the file that it is about. */
function messagesOf({ reading, inspection, tree, lines }: Analysis): XlMessage[] {
  const said: XlMessage[] = [];
  let open = '';
  const say = (text: string, line: number) => {
    for (const part of text.trim().split('\n')) if (part !== '') said.push({ text: part, line });
  };
  if (!reading.ok) {
    for (const message of reading.messages) say(message, lineNamed(message));
    return said;
  }
  for (const { text, key, unterminated, fatal, ofHost } of inspection.input.domain.messages) {
    // the host that is asked may have the CPUs and nodes
    if (ofHost && !fatal) continue;
    const setting = key === undefined ? undefined : tree.settings.findLast(({ name }) => name === key);
    if (unterminated) open += text;
    else {
      say(open + text, setting ? lines.position(setting.value.span.start).line : 0);
      open = '';
    }
  }
  say(open, 0);
  return said;
}

/** The line that a message of libxlutil's begins with, from 0. */
function lineNamed(message: string): number {
  const line = /^[^:]*:(\d+):/.exec(message)?.[1];
  return line === undefined ? 0 : Math.max(0, Number(line) - 1);
}
