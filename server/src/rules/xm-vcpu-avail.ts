import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { fixOverwritten, remove, rename, replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'vcpu_avail',
  why: 'In xm, vcpus was the number of virtual CPUs that a guest could ever have, and vcpu_avail a bit mask of those that it started with.',
  xl: 'xl ignores vcpu_avail without a word: the guest starts with all of its CPUs.',
  remedy: 'Put the number of CPUs at the start into vcpus and the greatest number into maxvcpus.',
  before: 'vcpus = 4\nvcpu_avail = 3',
  after: 'vcpus = 2\nmaxvcpus = 4',
};

export const xmVcpuAvail: Rule = {
  code: 'xm-vcpu-avail',
  severity: 'warning',
  *check(file) {
    for (const setting of file.all('vcpu_avail')) {
      const mask = maskOf(setting);
      const count = mask === undefined ? undefined : [...mask.toString(2)].filter((bit) => bit === '1').length;
      const fixes = count === undefined || mask === undefined ? [] : fixesFor(file, setting, mask, count);
      const remedy =
        fixes[0]?.kind === 'safe' && setting === file.last('vcpu_avail')
          ? 'It names all of them: remove it.'
          : 'Write the number at the start as vcpus and the greatest number as maxvcpus.';
      const started = count === undefined ? '' : ` xm started with ${count} of them.`;
      const message = `xl ignores vcpu_avail without a word: the guest starts with all of its virtual CPUs.${started} ${remedy}`;
      yield report(xmVcpuAvail, setting.nameSpan, message, fixes);
    }
  },
};

function maskOf(setting: Setting): bigint | undefined {
  if (setting.value.kind === 'list' || !/^([1-9]\d{0,18}|0|0x[0-9a-f]{1,16})$/.test(setting.value.text))
    return undefined;
  return BigInt(setting.value.text);
}

function fixesFor(file: FileContext, setting: Setting, mask: bigint, count: number): Fix[] {
  const old = fixOverwritten(file, setting);
  if (old) return [old];
  const vcpus = file.last('vcpus');
  const total = Number(file.scalar('vcpus') ?? 1);
  // xl brings the first CPUs online: a mask with gaps, or with bits above the number of CPUs, cannot be written
  if (
    count === 0 ||
    mask !== (1n << BigInt(count)) - 1n ||
    !Number.isInteger(total) ||
    file.sets('maxvcpus') ||
    file.isComputed('vcpus')
  )
    return [];
  const title = count < total ? `Write vcpus=${count} and maxvcpus=${total}` : 'Remove it: all CPUs are online';
  if (count >= total) return [{ title, kind: 'safe', edits: remove(file, setting, 'all CPUs are online') }];
  if (!vcpus || vcpus.value.kind === 'list') return [];
  const edits = [
    replace(vcpus.value.span, String(count)),
    rename(file, setting, 'maxvcpus'),
    replace(setting.value.span, String(total)),
  ];
  return [{ title, kind: 'restoring', edits }];
}
