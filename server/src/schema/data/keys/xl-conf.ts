import type { KeyRow } from '../../types';

/** The keys of xl.conf, xl's own settings for the host. */
export const XL_CONF_KEYS: readonly KeyRow[] = [
  {
    name: 'autoballoon',
    type: 'enum',
    since: 401,
    values: 'autoballoon',
    default: 'auto',
    earlier: [{ until: 402, type: 'integer', reads: ['long'] }],
    checks: [{ when: 'unknown value, ignored', xl: 'warns', since: 403 }],
    note: 'case-sensitive; auto means on unless dom0_mem is on the Xen command line',
    text:
      'Lets xl take memory away from dom0 when a new guest needs it. Set `autoballoon = "off"` on servers, with a ' +
      "fixed `dom0_mem` on Xen's command line, as a dom0 that shrinks under load gets into trouble; the usual " +
      '`auto` looks for just that parameter. With a value that it does not know xl prints a message and keeps the ' +
      'usual behaviour.',
  },
  {
    name: 'blkdev_start',
    type: 'string',
    since: 402,
    default: 'xvda',
    text:
      "First device name that the toolstack may use in dom0 when it attaches a guest's disk to itself for a " +
      'moment, as it does for pygrub. Change it, as in `blkdev_start = "xvdm"`, if dom0 is itself a Xen guest that ' +
      'uses the first names.',
  },
  {
    name: 'bootloader_restrict',
    type: 'boolean',
    since: 418,
    note: 'default for the domain key of the same name',
    text:
      'Whether boot loaders such as pygrub run as an unprivileged user for all guests that do not say so themselves. ' +
      "Switch it on for hosts with guests of strangers, after making the accounts that it needs: a guest's file can " +
      'still decide otherwise by its own key of the same name.',
  },
  {
    name: 'claim_mode',
    type: 'integer',
    since: 403,
    default: '1',
    note: 'used as a boolean',
    text:
      'Lets xl reserve all the memory of a new guest before it is filled, so that too big a guest fails at once and ' +
      'two creations at the same time cannot take memory from each other. Switch it off only to look for a fault in ' +
      'this.',
  },
  {
    name: 'colo.default.proxyscript',
    type: 'path',
    since: 407,
    defaultNote: 'colo-proxy-setup in the script directory',
    text:
      'Script that sets up the proxy of network packets for COLO, where a copy of the guest runs along on a second ' +
      'host: `colo.default.proxyscript = "/etc/xen/scripts/my-colo-proxy"`. Matters for `xl remus -c` alone.',
  },
  {
    name: 'defaultbridge',
    type: 'string',
    since: 402,
    deprecatedSince: 403,
    replacedBy: ['vif.default.bridge'],
    undocumented: true,
    documentedUntil: 402,
    checks: [{ when: 'deprecated, use vif.default.bridge', xl: 'warns', since: 403 }],
    text:
      'Old name of `vif.default.bridge`, from 4.2. xl still takes it, with a message that it is deprecated on every ' +
      'command; if both are there, the new name counts.',
  },
  {
    name: 'domid_policy',
    type: 'enum',
    since: 414,
    values: 'domid_policy',
    default: 'xen',
    checks: [{ when: 'unknown value, ignored', xl: 'warns' }],
    text:
      'How a new guest gets its number: `xen` counts upward, `random` draws one. With `domid_policy = "random"` ' +
      'numbers are not used again soon and tell nothing about how many guests have run, which matters where they ' +
      'are part of names or a guest shall not guess those of others.',
  },
  {
    name: 'lockfile',
    type: 'path',
    since: 401,
    default: '/var/lock/xl',
    text:
      'File by which two xl commands that create guests wait for each other: `lockfile = "/run/lock/xl"`. Change it ' +
      'where that directory does not exist or cannot be written to; every xl on the host must use the same file, or ' +
      'nothing is locked.',
  },
  {
    name: 'max_grant_frames',
    type: 'integer',
    since: 410,
    reads: ['quiet-bounded_long'],
    range: [0, 2147483647],
    defaultNote: "Xen's gnttab_max_frames",
    wrongShape: 'exits',
    earlier: [{ until: 411, reads: ['long'] }],
    checks: [{ when: 'not a number or out of range', xl: 'exits', since: 412 }],
    text:
      'How many pages of grant table a guest gets whose file does not say it. Raise it on hosts whose guests ' +
      'commonly have many disks or network queues: `max_grant_frames = 128`. What is no number makes every xl ' +
      'command end without a message.',
  },
  {
    name: 'max_grant_version',
    type: 'integer',
    since: 416,
    reads: ['quiet-bounded_long'],
    range: [0, 2147483647],
    defaultNote: 'the highest that the hypervisor supports',
    wrongShape: 'exits',
    checks: [{ when: 'not a number or out of range', xl: 'exits' }],
    text:
      'Newest version of grant tables for guests whose files do not say it. `max_grant_version = 1` shuts out ' +
      'version 2 on the whole host, as was advised after faults in it. What is no number makes every xl command end ' +
      'without a message.',
  },
  {
    name: 'max_maptrack_frames',
    type: 'integer',
    since: 410,
    reads: ['quiet-bounded_long'],
    range: [0, 2147483647],
    defaultNote: "Xen's gnttab_max_maptrack_frames",
    wrongShape: 'exits',
    earlier: [{ until: 411, reads: ['long'] }],
    checks: [{ when: 'not a number or out of range', xl: 'exits', since: 412 }],
    text:
      'How many pages Xen keeps to note foreign mappings of a guest whose file does not say it. Lower it to save ' +
      'memory where no guest serves others, and give more to driver domains in their own files. What is no number ' +
      'makes every xl command end without a message.',
  },
  {
    name: 'output_format',
    type: 'enum',
    since: 402,
    values: 'output_format',
    default: 'json',
    checks: [{ when: 'unknown value, ignored', xl: 'warns' }],
    text:
      'Form in which xl prints machine-readable data, as by `xl list -l`: `json`, or `sxp`, the brackets of xm, for ' +
      'old scripts that parse those. The latter lacks all that was added since; with an unknown word xl prints a ' +
      'message and stays with the usual one.',
  },
  {
    name: 'remus.default.netbufscript',
    type: 'path',
    since: 405,
    defaultNote: 'remus-netbuf-setup in the script directory',
    text:
      "Script that holds back a guest's network packets until its copy on the second host is up to date, for " +
      'Remus: `remus.default.netbufscript = "/etc/xen/scripts/my-netbuf"`. Matters for `xl remus` alone.',
  },
  {
    name: 'run_hotplug_scripts',
    type: 'integer',
    since: 402,
    default: '1',
    note: 'used as a boolean',
    text:
      'Who runs the scripts that connect disks and network cards: xl itself, or udev with `run_hotplug_scripts = ' +
      '0`, as in the days of xm. Leave it on: udev rules for that no longer come with Xen, and without them guests ' +
      'wait in vain for their devices.',
  },
  {
    name: 'vif.default.backend',
    type: 'string',
    since: 404,
    default: '0',
    text:
      'Domain that serves the network cards of guests which name none in `vif`, by name or number: ' +
      '`vif.default.backend = "netvm"`. Set it on hosts where a driver domain owns the network; that domain has to ' +
      'run before guests start.',
  },
  {
    name: 'vif.default.bridge',
    type: 'string',
    since: 403,
    default: 'xenbr0',
    text:
      'Bridge to which network cards are connected when their `vif` names none. Set it to the bridge that your ' +
      'distribution made, `vif.default.bridge = "br0"`, instead of repeating it in every guest\'s file: a bridge ' +
      'that does not exist is the most common reason why a guest has no network or does not start.',
  },
  {
    name: 'vif.default.gatewaydev',
    type: 'string',
    since: 403,
    defaultNote: 'none',
    text:
      'Network card of the host through which the traffic of guests leaves, for the script vif-route and others ' +
      'that do not bridge: `vif.default.gatewaydev = "eth0"`. A `vif` may name another one; the bridge script does ' +
      'not look at it.',
  },
  {
    name: 'vif.default.script',
    type: 'path',
    since: 403,
    defaultNote: 'vif-bridge in the script directory',
    text:
      'Script that connects network cards when their `vif` names none: `vif.default.script = "vif-route"` for hosts ' +
      "that route instead of bridging, vif-nat, or vif-openvswitch. A bare name is looked for in Xen's directory " +
      'of scripts.',
  },
  {
    name: 'vifscript',
    type: 'path',
    since: 401,
    deprecatedSince: 403,
    replacedBy: ['vif.default.script'],
    undocumented: true,
    documentedUntil: 402,
    checks: [{ when: 'deprecated, use vif.default.script', xl: 'warns', since: 403 }],
    text:
      'Old name of `vif.default.script`, from before 4.3. xl still takes it and says on every command that it is ' +
      'deprecated; if both are there, the new name counts.',
  },
  {
    name: 'vm.cpumask',
    type: 'string',
    since: 406,
    language: 'cpus',
    defaultNote: 'all CPUs',
    note: 'a bad range is reported but xl carries on',
    text:
      'Host CPUs on which guests of all types may run at most: `vm.cpumask = "2-7"` keeps the first two for dom0. ' +
      "What a guest's `cpus` asks for is cut down to it, and a guest for which nothing remains is not created. It " +
      'does not always agree with CPU pools, as the manual warns. After a bad range xl prints a message and goes on ' +
      'with what it has read until there.',
  },
  {
    name: 'vm.hvm.cpumask',
    type: 'string',
    since: 406,
    language: 'cpus',
    defaultNote: 'all CPUs',
    note: 'HVM and PVH guests',
    text:
      'The same as `vm.cpumask` for HVM and PVH guests alone, on top of it: `vm.hvm.cpumask = "4-7"`. Useful to keep ' +
      'them apart from PV guests, for instance on separate sockets; `--ignore-global-affinity-masks` of `xl create` ' +
      'and `xl vcpu-pin` sets the masks aside for that command.',
  },
  {
    name: 'vm.pv.cpumask',
    type: 'string',
    since: 406,
    language: 'cpus',
    defaultNote: 'all CPUs',
    text:
      'The same as `vm.cpumask` for PV guests alone, on top of it: `vm.pv.cpumask = "0-3"`. An empty intersection ' +
      "of this, the common mask and the guest's own `cpus` means that the guest is not created.",
  },
];
