/** A format of another program that describes guests, or something that is no text. */
export interface Foreign {
  /** What the file is, to stand behind "This is". */
  readonly what: string;
  readonly remedy: string;
}

/** More of these control characters than one in this many makes a file binary. */
const BINARY_SHARE = 50;

/** Says what a file is when its first characters show that it is no guest configuration; undefined for all others. */
export function detectForeign(text: string): Foreign | undefined {
  const head = text.slice(0, 4096);
  const start = head.replace(/^\ufeff?\s*/, '');
  if (start.startsWith('<')) {
    if (/<domain(snapshot)?[\s>]/.test(head)) {
      return {
        what: 'domain XML of libvirt',
        remedy: 'On a host with libvirt, virsh domxml-to-native xen-xl writes it as an xl file.',
      };
    }
    return { what: 'an XML file', remedy: 'Write the guest as NAME = VALUE settings.' };
  }
  if (/^\((domain|vm|xend-config|config)?\s*[\n(]/.test(start) || /^\(domain\b/.test(start)) {
    return { what: "xend's own S-expression format (SXP)", remedy: 'Write its values as NAME = VALUE settings.' };
  }
  if (/^\{\s*(["}]|$)/.test(start)) return { what: 'a JSON file', remedy: 'Write the guest as NAME = VALUE settings.' };
  if (isBinary(head)) return { what: 'a binary file', remedy: 'Open the configuration file of the guest instead.' };
  return undefined;
}

/** Control characters tell: text in another encoding than UTF-8 has none. */
function isBinary(head: string): boolean {
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const c = head.charCodeAt(i);
    if (c < 32 ? c !== 9 && c !== 10 && c !== 12 && c !== 13 : c === 0x7f) odd++;
  }
  return odd > 0 && odd * BINARY_SHARE > head.length;
}
