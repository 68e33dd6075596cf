import { replace } from './edits';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A register of cpuid as a number',
  why: 'xm took a number for all 32 bits of a register at once.',
  xl: 'xl says "policy string must be exactly 32 characters long" and goes on without the register.',
  remedy: 'Write the 32 bits, the highest one first.',
  before: "cpuid = [ '1:eax=0x000206a7' ]",
  after: "cpuid = [ '1:eax=00000000000000100000011010100111' ]",
};

export const xmCpuid: Rule = {
  code: 'xm-cpuid',
  severity: 'warning',
  itemwise: true,
  *check(file) {
    for (const item of file.items('cpuid')) {
      if (!/^(0x)?[\da-f]+(,(0x)?[\da-f]+)?:/i.test(item.text)) continue;
      for (const match of item.text.matchAll(/(?<=[:,]e[a-d]x=)0x([\da-f]{1,8})(?=,|$)/gi)) {
        const bits = BigInt(`0x${match[1]}`).toString(2).padStart(32, '0');
        const place = file.place(item, { start: match.index, end: match.index + match[0].length });
        const message = `xl takes ${match[0]} for no value: it wants 32 characters, one for each bit, and goes on without this register. Write ${bits}.`;
        yield report(xmCpuid, place, message, [
          { title: 'Write the 32 bits', kind: 'restoring', edits: [replace(place, bits)] },
        ]);
      }
    }
  },
};
