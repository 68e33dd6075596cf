/** Lines at each end of a text in which vim looks for a modeline. */
const VIM_LINES = 5;

/** Names of modes and file types that mean a guest configuration. */
const OURS = /^(?:xen-?cfg|xen-?xl|xl-?cfg|xl|xl\.cfg)$/i;

const VIM =
  /(?:^|[ \t])(?:vim?|ex)(?:[<=>]?\d+)?:[ \t]*(?:set?[ \t]+)?(?:.*[ \t:])?(?:ft|filetype|syn|syntax)=([\w.-]+)/;
const EMACS = /-\*-(?:.*\bmode:)?[ \t]*([\w.-]+)[ \t]*(?:;.*)?-\*-/i;
const EMACS_LOCAL = /Local Variables:[\s\S]*?\bmode:[ \t]*([\w.-]+)/;

/** Emacs looks for local variables in this many characters at the end of a text. */
const EMACS_END = 3000;

/** The language that a text's modelines of vim and Emacs name, as far as it matters here. */
export function modelineOf(text: string): 'xen-cfg' | 'python' | undefined {
  const lines = text.split(/\r?\n/);
  const words = [EMACS.exec(lines.slice(0, 2).join('\n'))?.[1], EMACS_LOCAL.exec(text.slice(-EMACS_END))?.[1]];
  const ends = lines.length > 2 * VIM_LINES ? [...lines.slice(0, VIM_LINES), ...lines.slice(-VIM_LINES)] : lines;
  for (const line of ends) words.push(VIM.exec(line)?.[1]);
  if (words.some((word) => word !== undefined && OURS.test(word))) return 'xen-cfg';
  return words.some((word) => word !== undefined && /^python[23]?$/i.test(word)) ? 'python' : undefined;
}

/** True for a path with a folder that is Xen's by its name: `/etc/xen/`, `xen.d/`, `xen-guests/`. */
export function isBelowXen(path: string): boolean {
  return /(?:^|\/)xen(?:[._-][^/]*)?\//i.test(path);
}

/** True for a file name that guests have and that says little: `.cfg`, `.conf`, or no ending that is one. */
export function saysLittle(fileName: string): boolean {
  return /\.(?:cfg|conf)$/i.test(fileName) || !/\.[a-z]\w*$/i.test(fileName);
}
