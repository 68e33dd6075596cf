import { joinBytes } from './lone-bytes';
import type { PlainSetting, PlainValue } from './reading';

/** What += leaves of the list that it adds to. One for all: nobody may change what has been read. */
const MOVED_AWAY = Object.freeze([]) as unknown as PlainValue[];

/** The settings of a text in the order in which libxlutil stores them; += takes over what the name had before. */
export class SettingStore {
  readonly settings: PlainSetting[] = [];
  /** The last setting of every name, from the first += on. */
  #newest: Map<string, PlainSetting> | undefined;

  /** Stores an assignment; false when a list is added to a text or a text to a list. */
  add(setting: PlainSetting): boolean {
    if (setting.op === '+=' && !this.#addTo(setting)) return false;
    this.settings.push(setting);
    this.#newest?.set(setting.name, setting);
    return true;
  }

  #addTo(setting: PlainSetting): boolean {
    this.#newest ??= new Map(this.settings.map((earlier) => [earlier.name, earlier]));
    const previous = this.#newest.get(setting.name);
    if (!previous) return true;
    const before = previous.value;
    const added = setting.value;
    if (typeof before === 'string') {
      if (typeof added !== 'string') return false;
      setting.value = joinTexts(before, added);
    } else {
      if (typeof added === 'string') return false;
      // the items move, as in the library: to copy them each time would cost the square of their number
      for (const item of added) before.push(item);
      setting.value = before;
      previous.value = MOVED_AWAY;
    }
    return true;
  }
}

/** Two texts as one; bytes that were no character alone may now be one together. */
function joinTexts(left: string, right: string): string {
  const first = right.charCodeAt(0);
  // only a continuation byte can complete what came before; `left` is not looked at without need, as it may be a rope
  return first >= 0xdc80 && first <= 0xdcbf ? joinBytes(left + right) : left + right;
}
