import type { Span } from '../syntax/span';
import type { Analysis } from './analysis';
import { mentions } from './mentions';

/** A place that names a file of the machine where the guest is to run. */
export interface FileLink {
  readonly span: Span;
  /** The absolute path of the file. */
  readonly path: string;
}

/** Where libxl looks for scripts that are named without a folder. */
const SCRIPTS = '/etc/xen/scripts/';

/** The files that a text names: kernels, ramdisks, boot loaders, images, scripts. Devices are no files to open. */
export function fileLinks(analysis: Analysis): FileLink[] {
  const links: FileLink[] = [];
  for (const { kind, text, span } of mentions(analysis)) {
    if (kind === 'script' && /^[\w.-]+$/.test(text)) links.push({ span, path: SCRIPTS + text });
    else if ((kind === 'path' || kind === 'script') && /^\/(?!dev\/)[^\0]*[^/\0]$/.test(text))
      links.push({ span, path: text });
  }
  return links;
}
