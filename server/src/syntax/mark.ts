/**
 * Stands for one content of one setting: the same object in every version of a text in which the setting has not changed.
 * Who remembers something of the setting may write down there that it does.
 */
export class Mark {
  /** Who knows the setting: compared by identity. */
  knownBy: object | undefined;
}
