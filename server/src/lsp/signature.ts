import type { SignatureHelp } from 'vscode-languageserver';
import { signatureAt } from '../service/index';
import { toMarkup } from './markup';
import { answer } from './request';
import type { Server } from './server';

/** Characters after which a client asks: where a spec, a parameter or a value begins. */
export const SIGNATURE_TRIGGERS: readonly string[] = ['"', "'", ',', '='];

/** Registers `textDocument/signatureHelp`. */
export function answerSignatures(server: Server): void {
  server.connection.onSignatureHelp(({ textDocument: { uri }, position }, token) =>
    answer<SignatureHelp | null>(server, 'textDocument/signatureHelp', uri, token, null, ({ analysis, document }) => {
      const signature = signatureAt(analysis, document.offsetAt(position));
      if (!signature) return null;
      const { label, documentation, parameters, active } = signature;
      const { signatureMarkdown, labelOffsets } = server.abilities;
      // a number behind the last parameter means none of them, also to clients that do not know null
      const activeParameter = active ?? parameters.length;
      const shown = parameters.map((parameter) => ({
        label: labelOffsets ? ([...parameter.label] as [number, number]) : label.slice(...parameter.label),
        documentation: toMarkup(parameter.documentation, signatureMarkdown),
      }));
      return {
        signatures: [{ label, documentation, parameters: shown, activeParameter }],
        activeSignature: 0,
        activeParameter,
      };
    }),
  );
}
