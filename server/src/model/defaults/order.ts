import { ARCHITECTURE, CONTROLLER, DOMAIN_CHECKS } from './architecture';
import { BOOTLOADER, NAME } from './boot';
import { DEVICE_MODEL } from './device-model';
import { GRAPHICS, SCREEN } from './graphics';
import { CREATE_INFO, LABELS } from './identity';
import { BOOTLOADER_RIGHTS, HVM_MACHINE, OTHER_TYPES, RESERVED_MEMORY, SHARED } from './machine';
import { MEMORY, OTHER_MEMORY, PAGING_MEMORY } from './memory';
import { ON_DEMAND, PASSTHROUGH } from './passthrough';
import { GRANT_VERSION, PROCESSORS, RIGHTS } from './processors';
import { group, only, type Step } from './step';
import { VIEW_CHECKS, VIEW_COUNT } from './views';

/** libxl's domain_build_info_setdefault. */
const BUILD_INFO: readonly Step[] = group(
  [
    ...DEVICE_MODEL,
    ...PROCESSORS,
    ...MEMORY,
    ...RIGHTS,
    ...ARCHITECTURE,
    ...OTHER_MEMORY,
    ...GRAPHICS,
    ...HVM_MACHINE,
    ...SCREEN,
    RESERVED_MEMORY,
    ...OTHER_TYPES,
    ...SHARED,
    GRANT_VERSION,
    BOOTLOADER_RIGHTS,
    VIEW_COUNT,
  ],
  406,
  'Unable to set domain build info defaults',
);

/** libxl makes the domain. */
const MAKE: readonly Step[] = [
  ...group(DOMAIN_CHECKS, 402, 'fail to get domain config', 'cannot make domain: -3'),
  CONTROLLER,
  ...NAME,
];

/** What libxl does with a domain before its devices, in the order in which it does it (4.2 to 4.22). */
export const BEFORE_DEVICES: readonly Step[] = [
  ...LABELS,
  ...only(ON_DEMAND, { until: 412 }),
  ...CREATE_INFO,
  ...PASSTHROUGH,
  ...only(ON_DEMAND, { since: 413 }),
  ...PAGING_MEMORY,
  ...only(MAKE, { until: 407 }),
  ...BUILD_INFO,
  ...VIEW_CHECKS,
];

/** What it does between the devices that need no domain and those that do. */
export const DOMAIN: readonly Step[] = only(MAKE, { since: 408 });

/** What it does before it starts to build the guest. */
export const BEFORE_BUILD: readonly Step[] = BOOTLOADER;
