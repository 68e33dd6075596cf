import type { Conversion } from '../service';
import { LineIndex } from '../syntax/lines';
import type { InputFile } from './files';

/**
 * One conversion for the JSON document: what was done, what is left, and with `proofs` the table of what xm built and what
 * xl will build; with `texts` the result itself. Lines and characters count from 0.
 */
export function conversionJson(
  file: InputFile & { text: string },
  relative: string,
  conversion: Conversion,
  { texts, proofs }: { readonly texts: boolean; readonly proofs: boolean },
): string {
  const { verdict, applied, left, losses, assumptions, parameters, text } = conversion;
  const lines = new LineIndex(file.text);
  return json({
    path: file.path,
    result: relative,
    verdict,
    applied,
    left: left.map(({ code, message, origin }) => ({ code, message, ...lines.position(origin) })),
    losses,
    assumptions,
    parameters: parameters.map(({ span, ...rest }) => ({ ...rest, ...lines.position(span.start) })),
    ...(proofs && { proof: conversion.prove() }),
    ...(texts && { text }),
  });
}

/** The conversions as one JSON document, version 1, of what `conversionJson` gave for each, and the files that were not read or written. */
export function conversionsReport(conversions: readonly string[], unread: readonly object[]): string {
  const files = [...conversions, ...unread.map(json)];
  const list = files.length === 0 ? '[]' : `[\n    ${files.join(',\n    ')}\n  ]`;
  return `{\n  "version": 1,\n  "files": ${list}\n}\n`;
}

/** A file of the document, indented as it stands there. */
function json(value: object): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n    ');
}
