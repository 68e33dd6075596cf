/** An entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What is known beside the text, for completion: the layers below read no file and know no chance. All may be absent. */
export interface Surroundings {
  /** A UUID that was made up for this question; a new MAC address is made of it, too. */
  readonly uuid?: string;
  /** What the other guests' files name: to be used again, or to be kept away from. */
  readonly used?: {
    readonly bridges: Iterable<string>;
    readonly scripts: Iterable<string>;
    readonly macs: ReadonlySet<string>;
  };
  /** What the folder holds that `folderWanted` names. */
  readonly folder?: readonly FolderEntry[];
}
