import { DEVICE_SUBJECTS } from './devices';
import type { Subject } from './subject';
import { textSubject } from './text';
import { typedSubject } from './typed';

/** How the device strings of a run are shared out among their languages. */
const DEVICE_SHARES: Readonly<Record<string, number>> = { disk: 0.5, rate: 0.15, bdf: 0.1, pci: 0.2, rdm: 0.05 };

/** Everything that is compared. A run of N takes `share` times N inputs of each: N texts, N / 10 for typed readings, N device strings. */
export const SUBJECTS: readonly { readonly subject: Subject; readonly share: number }[] = [
  { subject: textSubject, share: 1 },
  { subject: typedSubject, share: 0.1 },
  ...DEVICE_SUBJECTS.map((subject) => ({ subject, share: DEVICE_SHARES[subject.name]! })),
];
