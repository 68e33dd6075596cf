/** Lets others in the extension host have their turn: for between two parts of a longer work. */
export const ownTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
