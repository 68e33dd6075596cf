/** The schema: what is known about keys, options, words and cpuid flags of every release, and about xm's names. */
export * from './cpuid';
export * from './enums';
export * from './keys';
export * from './languages';
export * from './nearest';
export * from './prose';
export * from './summary';
export * from './types';
export * from './xend-config';
export * from './xm';
export * from './xm-forms';
export * from './xm-types';
