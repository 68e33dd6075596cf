import { LineIndex } from '../syntax/lines';
import type { Result, Unread } from './convert';

/**
 * The conversions as one JSON document, version 1: what was done to each file, what is left, and with `proofs` the
 * table of what xm built and what xl will build; with `texts` the results themselves. Lines and characters count from 0.
 */
export function conversionsReport(
  results: readonly Result[],
  unread: readonly Unread[],
  { texts, proofs }: { readonly texts: boolean; readonly proofs: boolean },
): string {
  const files = results.map(({ file, conversion, relative }) => {
    const { verdict, applied, left, losses, assumptions, parameters, text } = conversion;
    const lines = new LineIndex(file.text);
    return {
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
    };
  });
  return `${JSON.stringify({ version: 1, files: [...files, ...unread] }, null, 2)}\n`;
}
