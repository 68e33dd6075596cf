import { findKey, keyAt } from '../schema';
import { listTexts, scalarText } from '../workspace/texts';
import type { Analysis } from './analysis';
import { specName } from './outline';
import { languageOf } from './spec-strings';

/** A device of a guest. */
export interface Device {
  /** The key that it stands in. */
  readonly key: string;
  /** What tells it from the others of its key. */
  readonly name: string;
  /** What is behind it in the host. */
  readonly detail?: string;
  /** Where it starts in the text; for one that Python computes, where the statement does. */
  readonly offset: number;
}

/** The keys whose lists hold devices, in the order in which people ask for them. */
const LISTS = [
  'disk',
  'vif',
  'vif2',
  'pci',
  'usbctrl',
  'usbdev',
  'usbdevice',
  'vfb',
  'vtpm',
  'p9',
  'virtio',
  'channel',
  'vdispl',
  'vkb',
  'vsnd',
  'vscsi',
  'pvcalls',
  'dtdev',
  'ioports',
  'irqs',
  'iomem',
];

/** Devices that a guest has one of, as a word. */
const SINGLE = ['usbdevice', 'soundhw'];

/** The devices of a guest, by their keys in the order of LISTS; those of an xm file as its Python has them. */
export function devices(analysis: Analysis): Device[] {
  const { file } = analysis.inspection;
  const listed = LISTS.flatMap((key) => {
    const row = findKey(key);
    const language = row && languageOf(keyAt(row, analysis.release), true);
    const list = listTexts(file, key);
    return list.texts.map((text, index): Device => {
      return { key, ...specName(language, text, analysis.release), offset: list.span(index).start };
    });
  });
  const single = SINGLE.flatMap((key): Device[] => {
    const text = scalarText(file, key);
    return text?.text ? [{ key, name: text.text, offset: text.span().start }] : [];
  });
  return [...listed, ...single];
}
