import type { CancellationToken } from 'vscode-languageserver';
import { type Analysis, analyse, type Caption, countFindings, devices, guestDetail } from '../service/index';
import { releaseName } from '../syntax/release';
import { cancelled } from './guard';
import { reasonNotToCheck } from './limits';
import {
  GUEST_CARDS_REQUEST,
  GUESTS_REQUEST,
  type GuestCard,
  type GuestCardsParams,
  type GuestCardsResult,
  type GuestEntry,
  type GuestsResult,
} from './protocol';
import type { Server } from './server';

/** Devices that one card names. */
const MOST_DEVICES = 500;

/** Registers the requests behind the view of all guests (protocol.ts). */
export function answerGuestLists(server: Server): void {
  const { connection, guard, space } = server;
  connection.onRequest(GUESTS_REQUEST, () =>
    guard.run<GuestsResult>(GUESTS_REQUEST, { guests: [], complete: true }, () => {
      const guests: GuestEntry[] = [];
      for (const { uri, shown: path, version, record } of space.guests()) {
        const { name, isOther } = record;
        if (!isOther) guests.push({ uri, path, version, ...(name !== undefined && { name }) });
      }
      guests.sort((a, b) => (a.path < b.path ? -1 : 1));
      return { guests, complete: space.isComplete };
    }),
  );
  connection.onRequest(GUEST_CARDS_REQUEST, (params: GuestCardsParams | null, token) =>
    guard.run<GuestCardsResult>(GUEST_CARDS_REQUEST, { cards: [] }, async () => {
      const cards: GuestCard[] = [];
      for (const uri of Array.isArray(params?.uris) ? params.uris : []) {
        const analysis = typeof uri === 'string' ? await analysisOf(server, uri) : undefined;
        if (analysis && !analysis.inspection.isOther) cards.push(cardOf(uri, analysis, server.caption));
        await ownTurn(token);
      }
      return { cards };
    }),
  );
}

/** Others have their turn, and a cancellation its chance to arrive. */
async function ownTurn(token: CancellationToken): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (token.isCancellationRequested) throw cancelled();
}

/** A guest's file as it is in the editor or else on disk; undefined when it can't be read or is no guest's. */
export async function analysisOf({ documents, space }: Server, uri: string): Promise<Analysis | undefined> {
  if (documents.texts.get(uri)) return (await documents.checked(uri))?.analysis;
  const text = await space.read(uri);
  if (text === undefined || reasonNotToCheck(text) !== undefined) return undefined;
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  return analyse(text, await documents.optionsFor(uri, folder, text));
}

function cardOf(uri: string, analysis: Analysis, caption: Caption): GuestCard {
  const { findings, dialect, verdict, lines, release } = analysis;
  return {
    uri,
    state: dialect === 'xm' ? 'xm' : verdict === 'refused' ? 'refused' : 'xl',
    constructs: findings.filter(({ code }) => /^(?:xm|python)-/.test(code)).length,
    ...countFindings(findings),
    detail: guestDetail(analysis, caption),
    release: releaseName(release),
    devices: devices(analysis)
      .slice(0, MOST_DEVICES)
      .map(({ offset, ...device }) => ({ ...device, line: lines.position(offset).line })),
  };
}
