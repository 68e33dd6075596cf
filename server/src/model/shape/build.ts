import { BUILD_INFO_HVM } from './hvm';
import { type Structure, UNSET_32, UNSET_64 } from './structure';

// Structures of libxl: how a guest is built.

export const VNODE_INFO: Structure = [
  ['memkb', 'number', { initial: UNSET_64 }],
  ['distances', 'numbers'],
  ['pnode', 'number'],
  ['vcpus', 'bitmap'],
];

export const SCHED_PARAMS: Structure = [
  ['weight', 'number', { initial: -1 }],
  ['cap', 'number', { initial: -1 }],
  ['period', 'number', { initial: -1 }],
  ['extratime', 'number', { initial: -1, since: 410 }],
  ['slice', 'number', { initial: -1 }],
  ['latency', 'number', { initial: -1 }],
  ['extratime', 'number', { initial: -1, until: 409 }],
];

export const IOPORT_RANGE: Structure = [
  ['first', 'number'],
  ['number', 'number'],
];

export const IOMEM_RANGE: Structure = [
  ['start', 'number'],
  ['number', 'number'],
  ['gfn', 'number', { initial: UNSET_64 }],
];

export const XS_QUOTA_ITEM: Structure = [
  ['name', 'text'],
  ['val', 'number'],
];

export const XS_QUOTA_LIST: Structure = [['quota', { list: XS_QUOTA_ITEM }]];

export const ARM_SCI: Structure = [['type', 'word', { initial: 'none' }]];

export const BUILD_INFO_ARCH_ARM: Structure = [
  ['gic_version', 'word', { initial: 'default' }],
  ['vuart', 'word', { initial: 'unknown' }],
  ['sve_vl', 'word', { initial: 'disabled', since: 418 }],
  ['nr_spis', 'number', { since: 419, until: 420 }],
  ['nr_spis', 'number', { initial: UNSET_32, since: 421 }],
  ['arm_sci', ARM_SCI, { since: 421 }],
];

export const BUILD_INFO_ARCH_X86: Structure = [['msr_relaxed', 'defbool']];

export const BUILD_INFO_PV: Structure = [
  ['slack_memkb', 'number', { initial: UNSET_64 }],
  ['bootloader', 'text', { until: 409 }],
  ['bootloader_args', 'texts', { until: 409 }],
  ['e820_host', 'defbool'],
];

export const BUILD_INFO_PVH: Structure = [
  ['pvshim', 'defbool'],
  ['pvshim_path', 'text'],
  ['pvshim_cmdline', 'text'],
  ['pvshim_extra', 'text'],
];

export const BUILD_INFO: Structure = [
  ['max_vcpus', 'number'],
  ['avail_vcpus', 'bitmap'],
  ['vcpu_hard_affinity', 'bitmaps'],
  ['vcpu_soft_affinity', 'bitmaps'],
  ['numa_placement', 'defbool'],
  ['tsc_mode', 'word', { initial: 'default' }],
  ['max_memkb', 'number', { initial: UNSET_64 }],
  ['target_memkb', 'number', { initial: UNSET_64 }],
  ['video_memkb', 'number', { initial: UNSET_64 }],
  ['shadow_memkb', 'number', { initial: UNSET_64 }],
  ['iommu_memkb', 'number', { initial: UNSET_64, since: 413 }],
  ['rtc_timeoffset', 'number'],
  ['exec_ssid_label', 'text'],
  ['localtime', 'defbool'],
  ['disable_migrate', 'defbool'],
  ['cpuid', 'cpuid'],
  ['blkdev_start', 'text'],
  ['vnuma_nodes', { list: VNODE_INFO }],
  ['max_grant_frames', 'number', { initial: UNSET_32 }],
  ['max_maptrack_frames', 'number', { initial: UNSET_32 }],
  ['max_grant_version', 'number', { initial: -1, since: 416 }],
  ['device_model_version', 'word', { initial: 'unknown' }],
  ['device_model_stubdomain', 'defbool'],
  ['stubdomain_memkb', 'number', { initial: UNSET_64, since: 414 }],
  ['stubdomain_kernel', 'text', { since: 414 }],
  ['stubdomain_cmdline', 'text', { since: 416 }],
  ['stubdomain_ramdisk', 'text', { since: 414 }],
  ['device_model', 'text'],
  ['device_model_ssidref', 'number'],
  ['device_model_ssid_label', 'text'],
  ['device_model_user', 'text'],
  ['extra', 'texts'],
  ['extra_pv', 'texts'],
  ['extra_hvm', 'texts'],
  ['sched_params', SCHED_PARAMS],
  ['ioports', { list: IOPORT_RANGE }],
  ['irqs', 'numbers'],
  ['iomem', { list: IOMEM_RANGE }],
  ['llc_colors', 'numbers', { since: 420 }],
  ['claim_mode', 'defbool'],
  ['event_channels', 'number'],
  ['kernel', 'text'],
  ['cmdline', 'text'],
  ['ramdisk', 'text'],
  ['device_tree', 'text'],
  ['acpi', 'defbool'],
  ['bootloader', 'text'],
  ['bootloader_args', 'texts'],
  ['bootloader_restrict', 'defbool', { since: 418 }],
  ['bootloader_user', 'text', { since: 418 }],
  ['timer_mode', 'word', { initial: 'unknown' }],
  ['nested_hvm', 'defbool'],
  ['apic', 'defbool'],
  ['dm_restrict', 'defbool'],
  ['tee', 'word', { initial: 'none', since: 413 }],
  ['type', { union: { hvm: BUILD_INFO_HVM, pv: BUILD_INFO_PV, pvh: BUILD_INFO_PVH } }],
  ['arch_arm', BUILD_INFO_ARCH_ARM, { since: 406 }],
  ['arch_x86', BUILD_INFO_ARCH_X86, { since: 415 }],
  ['altp2m', 'word', { initial: 'disabled' }],
  ['altp2m_count', 'number', { initial: UNSET_32, since: 421 }],
  ['vmtrace_buf_kb', 'number', { since: 415 }],
  ['vpmu', 'defbool', { since: 416 }],
  ['trap_unmapped_accesses', 'defbool', { since: 421 }],
  ['xenstore_feature_mask', 'number', { initial: UNSET_32, since: 421 }],
  ['xenstore_quota', XS_QUOTA_LIST, { since: 422 }],
];
