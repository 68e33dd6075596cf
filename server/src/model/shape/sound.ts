import type { Structure } from './structure';

// Structures of libxl: sound cards.

export const VSND_PARAMS: Structure = [
  ['sample_rates', 'numbers'],
  ['sample_formats', 'words'],
  ['channels_min', 'number'],
  ['channels_max', 'number'],
  ['buffer_size', 'number'],
];

export const VSND_STREAM: Structure = [
  ['unique_id', 'text'],
  ['type', 'word'],
  ['params', VSND_PARAMS],
];

export const VSND_PCM: Structure = [
  ['name', 'text'],
  ['params', VSND_PARAMS],
  ['streams', { list: VSND_STREAM }],
];

export const VSND: Structure = [
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
  ['devid', 'number', { initial: -1 }],
  ['short_name', 'text'],
  ['long_name', 'text'],
  ['params', VSND_PARAMS],
  ['pcms', { list: VSND_PCM }],
];
