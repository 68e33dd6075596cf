import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Conversion } from '../service/index';
import { LineIndex } from '../syntax/lines';
import type { Checked } from './documents';
import { cancelled } from './guard';
import { toTextEdits } from './places';
import {
  CONVERT_REQUEST,
  type ConversionSummary,
  type ConvertResult,
  type DocumentParams,
  PREVIEW_REQUEST,
  type PreviewResult,
} from './protocol';
import type { Server } from './server';

/** Registers the requests that convert a whole document (protocol.ts). A document that is not open is an error. */
export function answerConversions(server: Server): void {
  server.connection.onRequest(PREVIEW_REQUEST, (params: DocumentParams, token) =>
    server.guard.run<PreviewResult | null>(PREVIEW_REQUEST, null, async () => {
      const checked = await openDocument(server, params);
      if (token.isCancellationRequested) throw cancelled();
      const conversion = server.documents.conversion(checked);
      return { text: conversion?.text ?? checked.document.getText(), ...summary(checked, conversion) };
    }),
  );
  server.connection.onRequest(CONVERT_REQUEST, (params: DocumentParams, token) =>
    server.guard.run<ConvertResult | null>(CONVERT_REQUEST, null, async () => {
      const checked = await openDocument(server, params);
      if (token.isCancellationRequested) throw cancelled();
      const conversion = server.documents.conversion(checked);
      const edits = conversion ? toTextEdits(checked.analysis!.lines, conversion.edits) : [];
      return { edits, ...summary(checked, conversion) };
    }),
  );
}

/** The newest version of the document that a request names. Throws RequestFailed when it is not open. */
export async function openDocument(server: Server, params: DocumentParams | null): Promise<Checked> {
  const uri: unknown = params?.uri;
  if (typeof uri !== 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, 'uri is missing');
  const checked = await server.documents.checked(uri);
  if (!checked) throw new ResponseError(LSPErrorCodes.RequestFailed, `${uri} is not an open document`);
  return checked;
}

function summary(checked: Checked, conversion: Conversion | undefined): ConversionSummary {
  const version = checked.version;
  if (!conversion) {
    return { version, left: [{ line: 0, message: checked.reason ?? '' }], applied: [], verdict: null };
  }
  const lines = new LineIndex(conversion.text);
  return {
    version,
    left: conversion.left.map(({ span, message }) => ({ line: lines.position(span.start).line, message })),
    applied: conversion.applied,
    verdict: conversion.verdict,
  };
}
