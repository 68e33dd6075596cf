import { ResponseError } from 'vscode-jsonrpc';
import type { CancellationToken } from 'vscode-languageserver';
import { analyse, type ConversionRow, conversionMarkdown, conversionRow, convertAnalysis } from '../service/index';
import { kindOfFile } from '../workspace/sniff';
import { cancelled } from './guard';
import { reasonNotToCheck } from './limits';
import { LSPErrorCodes } from './numbers';
import { toTextEdits } from './places';
import {
  CONVERT_FOLDER_PROGRESS,
  CONVERT_FOLDER_REQUEST,
  type ConvertedFile,
  type ConvertFolderParams,
  type ConvertFolderProgress,
  type ConvertFolderResult,
} from './protocol';
import { baseName } from './read-guest';
import type { Server } from './server';

/** Registers the request that converts all guest files of a folder (protocol.ts). */
export function answerFolderConversions(server: Server): void {
  server.connection.onRequest(CONVERT_FOLDER_REQUEST, (params: ConvertFolderParams | null, token) =>
    server.guard.run<ConvertFolderResult | null>(CONVERT_FOLDER_REQUEST, null, () => {
      if (typeof params?.uri !== 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, 'uri is missing');
      return convertFolder(server, params, token);
    }),
  );
}

async function convertFolder(
  server: Server,
  { uri: folder, id }: ConvertFolderParams,
  token: CancellationToken,
): Promise<ConvertFolderResult> {
  const found = await server.space.filesBelow(folder);
  const rows: ConversionRow[] = [];
  const files: ConvertedFile[] = [];
  for (const [done, { uri, read }] of found.entries()) {
    const path = pathIn(folder, uri);
    const progress: ConvertFolderProgress = { id, path, done, count: found.length };
    server.guard.detach(server.connection.sendNotification(CONVERT_FOLDER_PROGRESS, progress));
    // others have their turn, and the cancellation its chance to arrive
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested) throw cancelled();
    const open = server.documents.texts.get(uri)?.getText();
    const before = open ?? (await read());
    if (before === undefined) rows.push({ path, status: 'failed', reason: 'cannot be read as text' });
    else if (open === undefined && kindOfFile(baseName(uri), before) !== 'guest') rows.push({ path, status: 'other' });
    else if (reasonNotToCheck(before)) rows.push({ path, status: 'failed', reason: reasonNotToCheck(before)! });
    else {
      const { row, file } = await convertOne(server, folder, uri, before);
      rows.push(row);
      files.push(file);
    }
  }
  rows.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, report: conversionMarkdown(rows) };
}

async function convertOne(
  server: Server,
  folder: string,
  uri: string,
  before: string,
): Promise<{ row: ConversionRow; file: ConvertedFile }> {
  const path = pathIn(folder, uri);
  const options = await server.documents.optionsFor(uri, folder, before);
  const analysis = analyse(before, options);
  const conversion = convertAnalysis(analysis, false);
  const row = conversionRow(path, before, conversion);
  const edits = toTextEdits(analysis.lines, conversion.edits);
  return {
    row,
    file: { uri, path, status: row.status as ConvertedFile['status'], before, after: conversion.text, edits },
  };
}

/** A file's path in the folder; its name alone where a link leads elsewhere. */
function pathIn(folder: string, uri: string): string {
  const inside = folder.replace(/\/?$/, '/');
  if (!uri.startsWith(inside)) return baseName(uri);
  return uri
    .slice(inside.length)
    .split('/')
    .map((part) => baseName(`x:/${part}`))
    .join('/');
}
