/** Where the Xen project publishes its manual pages. */
const PAGES = 'https://xenbits.xen.org/docs/unstable/man';

/** The pages that describe languages at length. */
const OF_LANGUAGES: Readonly<Record<string, string>> = {
  disk: 'xl-disk-configuration.5',
  'disk-4.1': 'xl-disk-configuration.5',
  vif: 'xl-network-configuration.5',
  pci: 'xl-pci-configuration.5',
};

const OF_FILES = { guest: 'xl.cfg.5', 'xl.conf': 'xl.conf.5', cpupool: 'xlcpupool.cfg.5' } as const;

/** A markdown link to the manual page of a kind of file, or of one of its languages where that has a page of its own. */
export function manualLink(language?: string, file: keyof typeof OF_FILES = 'guest'): string {
  const page = (language !== undefined && OF_LANGUAGES[language]) || OF_FILES[file];
  return `[${page.replace(/\.(\d)$/, '($1)')}](${PAGES}/${page}.html)`;
}
