/** What somebody looked at in a file: settings of these names, or more than that. */
export class Look {
  readonly names = new Set<string>();
  /** The file as a whole: another one may say something else, whatever has changed in it. */
  whole = false;
  /** Names of settings of which somebody asked whether xl makes no guest because of them, which hangs on all others. */
  readonly fates = new Set<string>();
}
