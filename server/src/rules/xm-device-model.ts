import { commentOut, fixOverwritten, rename, replace, settingLike } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** Base names of the device models that came with xend: there is nothing to keep of them. */
const XEND_MODELS: ReadonlySet<string> = new Set(['qemu-dm']);

/** The device model of xend that ran in a domain of its own. */
const STUB_DOMAIN = 'stubdom-dm';

export const docs: RuleDocs = {
  title: 'device_model',
  why: 'xm was told the path of the program that emulates devices for an HVM guest. xl brings its own, and finds it by itself.',
  xl: 'xl warns that it ignores device_model and goes on. The first releases of xl, up to 4.1, still read it.',
  remedy: 'Take the line out. Only for a device model of your own: device_model_override, with device_model_version.',
  before: 'device_model = "/usr/lib/xen/bin/qemu-dm"',
  after: '# device model of xend: xl starts its own\n#device_model = "/usr/lib/xen/bin/qemu-dm"',
};

export const xmDeviceModel: Rule = {
  code: 'xm-device-model',
  severity: 'warning',
  *check(file) {
    if (file.release < 402) return;
    for (const setting of file.all('device_model')) {
      const { value } = setting;
      if (value.kind === 'list') continue;
      const program = value.text.split('/').at(-1) ?? '';
      const fixes: Fix[] = [];
      const old = fixOverwritten(file, setting);
      if (old) fixes.push(old);
      else if (XEND_MODELS.has(program)) {
        fixes.push({
          title: 'Make it a comment: xl starts its own device model',
          kind: 'safe',
          edits: commentOut(file, setting, 'device model of xend: xl starts its own'),
        });
      } else if (program === STUB_DOMAIN) {
        fixes.push({
          title: 'Write device_model_stubdomain_override=1',
          kind: 'restoring',
          edits: [replace(setting.span, settingLike(file, setting, 'device_model_stubdomain_override', '1'))],
        });
      } else {
        fixes.push({
          title: 'Use it in place of the device model of Xen (device_model_override)',
          kind: 'unsafe',
          edits: [rename(file, setting, 'device_model_override')],
        });
      }
      const remedy = XEND_MODELS.has(program)
        ? `${program} was the device model of xend: take the line out.`
        : program === STUB_DOMAIN
          ? `${program} ran the device model in a stub domain: write device_model_stubdomain_override=1.`
          : 'Take the line out, or write device_model_override and device_model_version if you really need this program.';
      yield report(
        xmDeviceModel,
        setting.nameSpan,
        `xl warns and goes on without it: "ignoring device_model directive". ${remedy}`,
        fixes,
      );
    }
  },
};
