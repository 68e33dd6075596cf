import { commentOut, commentOverwritten } from './edits';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'hvmloader as the kernel of an HVM guest',
  why: 'xm wanted the path of the firmware in kernel. To xl, kernel means a Linux kernel that the guest is started with.',
  xl: 'xl warns that it ignores a kernel called hvmloader and uses its own firmware. Up to 4.4 it ignored every kernel of an HVM guest.',
  remedy: 'Take the line out.',
  before: 'kernel = "/usr/lib/xen/boot/hvmloader"',
  after: '# firmware of xend: xl loads its own\n#kernel = "/usr/lib/xen/boot/hvmloader"',
};

export const xmHvmloader: Rule = {
  code: 'xm-hvmloader',
  severity: 'warning',
  *check(file) {
    if (file.guestType !== 'hvm' || file.release < 402) return;
    for (const setting of file.all('kernel')) {
      if (setting.value.kind === 'list' || setting.value.text.split('/').at(-1) !== 'hvmloader') continue;
      const message =
        'The firmware of an HVM guest is no longer given as its kernel: xl warns and ignores it ("you seem to be using "kernel" directive to override HVM guest firmware"). Take the line out.';
      const counts = setting === file.last('kernel');
      const comment = commentOut(file, setting, 'firmware of xend: xl loads its own');
      yield report(xmHvmloader, setting.nameSpan, message, [
        {
          title: 'Make it a comment: xl loads its own firmware',
          kind: 'safe',
          edits: counts ? [...commentOverwritten(file, 'kernel'), ...comment] : comment,
        },
      ]);
    }
  },
};
