import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnalyseOptions } from '../../server/src/service';
import { NEWEST_RELEASE } from '../../server/src/syntax/release';

/** An xm file written by hand, and where the text stands that a conversion has to make of it. */
export interface ConvertedFile {
  readonly label: string;
  readonly text: string;
  readonly options: AnalyseOptions;
  readonly unsafe: boolean;
  readonly place: string;
  /** Codes of what is left to decide. */
  readonly left: readonly string[];
}

/** Parameters of files that want some. */
const GIVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cluster-node.xm': { node: '2' },
  'mini-os-domain_config': { net: '1', blk: '1' },
  'classic-vmid.xm': { vmid: '3' },
  'lab.xm': { vmid: '3' },
  'seat-check.xm': { vmid: '3' },
  'training.xm': { seat: '4' },
  'unchecked.xm': { vmid: '7', role: 'web' },
  'vmid-nameerror.xm': { vmid: '3' },
  'vmid-partitions.xm': { vmid: '4' },
};

/** What is left to decide, by file. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  'cluster.xm': ['xm-disk-mode'],
  'mail.xm': ['xm-disk-mode'],
  'cluster-node.xm': ['xm-disk-mode'],
  'defaults-by-include.cfg': ['python-undecidable', 'python-undecidable'],
  'drbd-iscsi.xm': ['xm-disk-mode'],
  'gpu-workstation.hvm': ['xm-pci'],
  'halvm-hello.cfg': ['python-import', 'python-undecidable'],
  'hoster-environ.xm': [
    'python-import',
    'python-import',
    'python-undecidable',
    'python-undecidable',
    'python-undecidable',
    'python-undecidable',
    'python-undecidable',
    'python-undecidable',
  ],
  'host-dependent.xm': [
    'python-import',
    'python-undecidable',
    'python-undecidable',
    'python-undecidable',
    'python-undecidable',
  ],
  'inherited.xm': ['python-undecidable'],
  'nightly-build.xm': [
    'python-import',
    'python-undecidable',
    'python-undecidable',
    'python-undecidable',
    'python-undecidable',
    'python-undecidable',
  ],
  'mixed-drivers.hvm': ['xm-disk-mode'],
  'ovm2-shared-disks.cfg': ['xm-disk-mode', 'xm-disk-mode'],
  'ovm2-vm.cfg': ['xm-disk-mode', 'xm-disk-mode'],
  'pci-usb.xm': ['xm-disk-prefix'],
  'rescue-file.xm': ['python-import', 'python-undecidable', 'python-undecidable'],
  'rhel-virtinst': ['xm-disk-mode'],
  'scheduler-keys.xm': ['xm-vcpu-avail'],
  'usb-vscsi-tape': ['xm-disk-prefix', 'xm-vtpm'],
  'vtpm-acm.xm': ['xm-vtpm'],
  'closures.xm': ['xl-message'],
  'decorated.xm': ['xl-message'],
  'default-list.xm': ['xl-message'],
  'defaults.xm': ['xl-message'],
  'early-return.xm': ['xl-message'],
  'generators.xm': ['xl-message'],
  'global-counter.xm': ['xl-message'],
  'hoster.xm': ['xl-message'],
  'lambdas.xm': ['xl-message'],
  'locals-format.xm': ['xl-message'],
  'mutates.xm': ['xl-message'],
  'optional.xm': ['xl-message'],
  'raising.xm': ['xl-message'],
  'recursion.xm': ['xl-message'],
  'set-locals.xm': ['xl-message'],
  'star-arguments.xm': ['xl-message'],
  'tuple-parameter.xm': ['xl-message'],
  'unchecked.xm': ['xl-message'],
};

/** Every xm file of the fixtures and samples. */
export function readConvertedFiles(): ConvertedFile[] {
  return ['samples/legacy', 'test/fixtures/xm', 'test/fixtures/python'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !/\.(md|json)$/.test(name))
      .sort()
      .map((name) => ({
        label: `${path.basename(folder)}/${name}`,
        text: readFileSync(path.join(folder, name), 'utf8'),
        options: {
          release: NEWEST_RELEASE,
          fileName: name,
          ...(GIVEN[name] && { presets: new Map(Object.entries(GIVEN[name])) }),
        },
        unsafe: false,
        place: path.join('test/fixtures/xm-converted', `${path.basename(folder)}-${name}`),
        left: LEFT[name] ?? [],
      })),
  );
}
