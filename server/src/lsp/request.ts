import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis, SxpFile } from '../service/index';
import type { Checked } from './documents';
import { cancelled } from './guard';
import type { Server } from './server';

/** A document that was analysed. */
export type Analysed = Checked & { readonly analysis: Analysis };

/** A document of S-expressions that was read. */
export type ReadSxp = Checked & { readonly sxp: SxpFile };

/**
 * Answers a request about an open document as it stands: `fallback` when it is not open or not analysed, when it
 * changed meanwhile, and when `work` has a mistake. A cancelled request is not worked on.
 * @param ofSxp answers for a document of S-expressions, in the place of `work`
 */
export function answer<Result>(
  server: Server,
  method: string,
  uri: string,
  token: CancellationToken,
  fallback: Result,
  work: (checked: Analysed) => Result | Promise<Result>,
  ofSxp: (checked: ReadSxp) => Result = () => fallback,
): Promise<Result> {
  return server.guard.run(method, fallback, async () => {
    const checked = await server.documents.checkedAsIs(uri);
    if (token.isCancellationRequested) throw cancelled();
    if (checked?.sxp) return ofSxp(checked as ReadSxp);
    return checked?.analysis ? work(checked as Analysed) : fallback;
  });
}
