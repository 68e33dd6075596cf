// Written by scripts/rules.mjs from the files of this folder.
import { badMac } from './bad-mac';
import { badUuid } from './bad-uuid';
import { booleanWord } from './boolean-word';
import { bootOrder } from './boot-order';
import { cdromWithoutType } from './cdrom-without-type';
import { deprecatedKey } from './deprecated-key';
import { deprecatedOption } from './deprecated-option';
import { droppedValue } from './dropped-value';
import { duplicateMac } from './duplicate-mac';
import { duplicateName } from './duplicate-name';
import { duplicateSetting } from './duplicate-setting';
import { duplicateVdev } from './duplicate-vdev';
import { emptyValue } from './empty-value';
import { foreignFormat } from './foreign-format';
import { hostMemory } from './host-memory';
import { hostVcpus } from './host-vcpus';
import { keyRelease } from './key-release';
import { libxlRefusal } from './libxl-refusal';
import { macPrefix } from './mac-prefix';
import { maxmemBelowMemory } from './maxmem-below-memory';
import { maxvcpusBelowVcpus } from './maxvcpus-below-vcpus';
import { missingName } from './missing-name';
import { multicastMac } from './multicast-mac';
import { noEffect } from './no-effect';
import { numberUnit } from './number-unit';
import { numberedMode } from './numbered-mode';
import { octalNumber } from './octal-number';
import { openVnc } from './open-vnc';
import { optionRelease } from './option-release';
import { otherArchitecture } from './other-architecture';
import { outOfRange } from './out-of-range';
import { plainPassword } from './plain-password';
import { pythonExpression } from './python-expression';
import { pythonHelper } from './python-helper';
import { pythonIf } from './python-if';
import { pythonImport } from './python-import';
import { pythonLoop } from './python-loop';
import { pythonStatement } from './python-statement';
import { pythonUndecidable } from './python-undecidable';
import { redundantDefault } from './redundant-default';
import { relativeDiskTarget } from './relative-disk-target';
import type { Rule } from './rule';
import { sharedDisk } from './shared-disk';
import { sharedMac } from './shared-mac';
import { sharedPci } from './shared-pci';
import { sharedSpicePort } from './shared-spice-port';
import { sharedUsb } from './shared-usb';
import { sharedUuid } from './shared-uuid';
import { sharedVncPort } from './shared-vnc-port';
import { sharedVtpm } from './shared-vtpm';
import { smallVideoram } from './small-videoram';
import { syntax } from './syntax';
import { templatePlaceholder } from './template-placeholder';
import { unknownBackend } from './unknown-backend';
import { unknownKey } from './unknown-key';
import { unknownOption } from './unknown-option';
import { unknownValue } from './unknown-value';
import { unusedSuppression } from './unused-suppression';
import { wrongNumber } from './wrong-number';
import { wrongShape } from './wrong-shape';
import { xlMessage } from './xl-message';
import { xmBuilder } from './xm-builder';
import { xmCdrom } from './xm-cdrom';
import { xmCpuid } from './xm-cpuid';
import { xmCpus } from './xm-cpus';
import { xmDefault } from './xm-default';
import { xmDeviceArgs } from './xm-device-args';
import { xmDeviceModel } from './xm-device-model';
import { xmDiskBackend } from './xm-disk-backend';
import { xmDiskDevice } from './xm-disk-device';
import { xmDiskMode } from './xm-disk-mode';
import { xmDiskPath } from './xm-disk-path';
import { xmDiskPrefix } from './xm-disk-prefix';
import { xmDiskScript } from './xm-disk-script';
import { xmHvmloader } from './xm-hvmloader';
import { xmKey } from './xm-key';
import { xmNetworkBoot } from './xm-network-boot';
import { xmNics } from './xm-nics';
import { xmNumber } from './xm-number';
import { xmPci } from './xm-pci';
import { xmRenamed } from './xm-renamed';
import { xmRestart } from './xm-restart';
import { xmRoot } from './xm-root';
import { xmVcpuAvail } from './xm-vcpu-avail';
import { xmVfb } from './xm-vfb';
import { xmVif } from './xm-vif';
import { xmVnc } from './xm-vnc';
import { xmVtpm } from './xm-vtpm';
import { xmVusb } from './xm-vusb';

/** Every rule, by code. */
export const RULES: readonly Rule[] = [
  badMac,
  badUuid,
  booleanWord,
  bootOrder,
  cdromWithoutType,
  deprecatedKey,
  deprecatedOption,
  droppedValue,
  duplicateMac,
  duplicateName,
  duplicateSetting,
  duplicateVdev,
  emptyValue,
  foreignFormat,
  hostMemory,
  hostVcpus,
  keyRelease,
  libxlRefusal,
  macPrefix,
  maxmemBelowMemory,
  maxvcpusBelowVcpus,
  missingName,
  multicastMac,
  noEffect,
  numberUnit,
  numberedMode,
  octalNumber,
  openVnc,
  optionRelease,
  otherArchitecture,
  outOfRange,
  plainPassword,
  pythonExpression,
  pythonHelper,
  pythonIf,
  pythonImport,
  pythonLoop,
  pythonStatement,
  pythonUndecidable,
  redundantDefault,
  relativeDiskTarget,
  sharedDisk,
  sharedMac,
  sharedPci,
  sharedSpicePort,
  sharedUsb,
  sharedUuid,
  sharedVncPort,
  sharedVtpm,
  smallVideoram,
  syntax,
  templatePlaceholder,
  unknownBackend,
  unknownKey,
  unknownOption,
  unknownValue,
  unusedSuppression,
  wrongNumber,
  wrongShape,
  xlMessage,
  xmBuilder,
  xmCdrom,
  xmCpuid,
  xmCpus,
  xmDefault,
  xmDeviceArgs,
  xmDeviceModel,
  xmDiskBackend,
  xmDiskDevice,
  xmDiskMode,
  xmDiskPath,
  xmDiskPrefix,
  xmDiskScript,
  xmHvmloader,
  xmKey,
  xmNetworkBoot,
  xmNics,
  xmNumber,
  xmPci,
  xmRenamed,
  xmRestart,
  xmRoot,
  xmVcpuAvail,
  xmVfb,
  xmVif,
  xmVnc,
  xmVtpm,
  xmVusb,
];
