import { allXmNames } from '../schema/xm';
import type { XmSettings } from './xm-guest';

/** Where xm's default depended on another setting. Other defaults hold for every guest of the row's types. */
const WHERE: Readonly<Record<string, (settings: XmSettings, type: 'pv' | 'hvm') => boolean>> = {
  opengl: (settings) => isOn(settings, 'sdl'),
  pci_msitranslate: (settings) => settings.has('pci'),
  videoram: (_settings, type) => type === 'hvm',
  vnc: (settings, type) => type === 'hvm' && !settings.has('vfb'),
};

/** Said elsewhere: the guest's name comes from the file's, its type from the builder. */
const ELSEWHERE: ReadonlySet<string> = new Set(['name', 'builder']);

const isOn = (settings: XmSettings, name: string) => {
  const value = settings.get(name);
  return typeof value === 'string' && value !== '' && value !== '0';
};

/** One default of xm that xl does not share. */
export interface XmDefault {
  readonly value: string;
  /** What xl takes where the file says nothing, in words. */
  readonly xl: string;
}

/** The defaults of xm that differ from xl's, by key, for a guest whose file says nothing of them. */
export function xmDefaults(settings: XmSettings, type: 'pv' | 'hvm'): Map<string, XmDefault> {
  const defaults = new Map<string, XmDefault>();
  for (const { name, guests, xmDefault, xlDefault } of allXmNames()) {
    if (xmDefault === undefined || xlDefault === undefined || ELSEWHERE.has(name)) continue;
    if (settings.has(name) || !guests.includes(type) || WHERE[name]?.(settings, type) === false) continue;
    const xl = name === 'memory' && settings.has('maxmem') ? 'all of maxmem' : xlDefault;
    defaults.set(name, { value: xmDefault.split(' ')[0]!, xl });
  }
  return defaults;
}
