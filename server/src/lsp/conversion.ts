import { ResponseError } from 'vscode-jsonrpc';
import { assumables, type Conversion, type Parameter, parametersOf, proofPage } from '../service/index';
import { LineIndex } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Checked } from './documents';
import { cancelled } from './guard';
import { LSPErrorCodes } from './numbers';
import { toTextEdits } from './places';
import {
  COMPLETED_REQUEST,
  CONVERT_REQUEST,
  type ConversionParams,
  type ConversionSummary,
  type ConvertResult,
  DOMAIN_REQUEST,
  type DocumentParams,
  PARAMETERS_REQUEST,
  type ParameterInfo,
  type ParametersResult,
  PREVIEW_REQUEST,
  PROOF_REQUEST,
  type PreviewResult,
  type ProofResult,
  type TextResult,
} from './protocol';
import type { Server } from './server';

/** Registers the requests that convert a whole document (protocol.ts). A document that is not open is an error. */
export function answerConversions(server: Server): void {
  answerOne(server, PREVIEW_REQUEST, (checked, presets): PreviewResult => {
    const conversion = server.documents.conversion(checked, presets);
    const text = conversion?.text ?? checked.document.getText();
    const name = conversion?.name;
    return { text, ...(name !== undefined && { name }), ...summary(server, checked, conversion) };
  });
  answerOne(server, CONVERT_REQUEST, (checked, presets): ConvertResult => {
    const conversion = server.documents.conversion(checked, presets);
    const edits = conversion ? toTextEdits(checked.analysis!.lines, conversion.edits) : [];
    return { edits, ...summary(server, checked, conversion) };
  });
  answerOne(server, PARAMETERS_REQUEST, (checked, presets): ParametersResult => {
    const { version } = checked;
    const analysis = server.documents.analysis(checked, presets);
    if (!analysis) return { version, parameters: [], assumables: [] };
    const line = ({ start }: Span) => analysis.lines.position(start).line;
    return {
      version,
      parameters: toInfos(parametersOf(analysis), analysis.lines),
      assumables: assumables(analysis).map(({ span, ...rest }) => ({ ...rest, line: line(span) })),
    };
  });
  answerOne(server, PROOF_REQUEST, (checked, presets): ProofResult => {
    const conversion = server.documents.conversion(checked, presets);
    const { version } = checked;
    if (!conversion) return { version, text: `${checked.reason ?? ''}\n`, builder: 'xl', accepted: false, rows: [] };
    const name = checked.options.fileName ?? '';
    return { version, text: proofPage(conversion, name), ...conversion.prove() };
  });
  const domain =
    (defaults: boolean) =>
    (checked: Checked, presets: ReadonlyMap<string, string>): TextResult => {
      const built = server.documents.conversion(checked, presets)?.domain(defaults) ?? { refused: [checked.reason] };
      const text = 'json' in built ? built.json : `${JSON.stringify(built, null, 4)}\n`;
      return { version: checked.version, text };
    };
  answerOne(server, DOMAIN_REQUEST, domain(false));
  answerOne(server, COMPLETED_REQUEST, domain(true));
}

function answerOne(
  server: Server,
  method: string,
  work: (checked: Checked, presets: ReadonlyMap<string, string>) => object,
): void {
  server.connection.onRequest(method, (params: ConversionParams | null, token) =>
    server.guard.run<object | null>(method, null, async () => {
      const checked = await openDocument(server, params);
      if (token.isCancellationRequested) throw cancelled();
      const given = Object.entries(params?.presets ?? {}).filter(([, value]) => typeof value === 'string');
      return work(checked, new Map(given));
    }),
  );
}

function toInfos(parameters: readonly Parameter[], lines: LineIndex): ParameterInfo[] {
  return parameters.map(({ span, ...rest }) => ({ ...rest, line: lines.position(span.start).line }));
}

/** The newest version of the document that a request names. Throws RequestFailed when it is not open. */
export async function openDocument(server: Server, params: DocumentParams | null): Promise<Checked> {
  const uri: unknown = params?.uri;
  if (typeof uri !== 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, 'uri is missing');
  const checked = await server.documents.checked(uri);
  if (!checked) throw new ResponseError(LSPErrorCodes.RequestFailed, `${uri} is not an open document`);
  return checked;
}

function summary({ caption }: Server, checked: Checked, conversion: Conversion | undefined): ConversionSummary {
  const version = checked.version;
  if (!conversion) {
    const left = [
      {
        line: 0,
        origin: 0,
        message: checked.reason ?? caption('There is nothing to convert in a file of the host.'),
      },
    ];
    return { version, left, applied: [], verdict: null, assumptions: [], parameters: [] };
  }
  const lines = new LineIndex(conversion.text);
  const before = checked.analysis!.lines;
  return {
    version,
    left: conversion.left.map(({ span, origin, message }) => ({
      line: lines.position(span.start).line,
      origin: before.position(origin).line,
      message,
    })),
    applied: conversion.applied,
    verdict: conversion.verdict,
    assumptions: conversion.assumptions,
    parameters: toInfos(conversion.parameters, before),
  };
}
