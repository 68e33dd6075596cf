// Written by scripts/rules.mjs from the files of this folder.
import { docs as badMac } from './bad-mac';
import { docs as badUuid } from './bad-uuid';
import { docs as booleanWord } from './boolean-word';
import { docs as bootOrder } from './boot-order';
import { docs as cdromWithoutType } from './cdrom-without-type';
import { docs as deprecatedKey } from './deprecated-key';
import { docs as deprecatedOption } from './deprecated-option';
import { docs as droppedValue } from './dropped-value';
import { docs as duplicateMac } from './duplicate-mac';
import { docs as duplicateName } from './duplicate-name';
import { docs as duplicateSetting } from './duplicate-setting';
import { docs as duplicateVdev } from './duplicate-vdev';
import { docs as emptyValue } from './empty-value';
import { docs as foreignFormat } from './foreign-format';
import { docs as hostMemory } from './host-memory';
import { docs as hostVcpus } from './host-vcpus';
import { docs as keyRelease } from './key-release';
import { docs as libxlRefusal } from './libxl-refusal';
import { docs as macPrefix } from './mac-prefix';
import { docs as maxmemBelowMemory } from './maxmem-below-memory';
import { docs as maxvcpusBelowVcpus } from './maxvcpus-below-vcpus';
import { docs as missingName } from './missing-name';
import { docs as multicastMac } from './multicast-mac';
import { docs as noEffect } from './no-effect';
import { docs as numberUnit } from './number-unit';
import { docs as numberedMode } from './numbered-mode';
import { docs as octalNumber } from './octal-number';
import { docs as openVnc } from './open-vnc';
import { docs as optionRelease } from './option-release';
import { docs as otherArchitecture } from './other-architecture';
import { docs as outOfRange } from './out-of-range';
import { docs as plainPassword } from './plain-password';
import { docs as pythonExpression } from './python-expression';
import { docs as pythonHelper } from './python-helper';
import { docs as pythonIf } from './python-if';
import { docs as pythonImport } from './python-import';
import { docs as pythonLoop } from './python-loop';
import { docs as pythonStatement } from './python-statement';
import { docs as pythonUndecidable } from './python-undecidable';
import { docs as redundantDefault } from './redundant-default';
import { docs as relativeDiskTarget } from './relative-disk-target';
import type { RuleDocs } from './rule';
import { docs as sharedDisk } from './shared-disk';
import { docs as sharedMac } from './shared-mac';
import { docs as sharedPci } from './shared-pci';
import { docs as sharedSpicePort } from './shared-spice-port';
import { docs as sharedUsb } from './shared-usb';
import { docs as sharedUuid } from './shared-uuid';
import { docs as sharedVncPort } from './shared-vnc-port';
import { docs as sharedVtpm } from './shared-vtpm';
import { docs as smallVideoram } from './small-videoram';
import { docs as syntax } from './syntax';
import { docs as templatePlaceholder } from './template-placeholder';
import { docs as unknownBackend } from './unknown-backend';
import { docs as unknownKey } from './unknown-key';
import { docs as unknownOption } from './unknown-option';
import { docs as unknownValue } from './unknown-value';
import { docs as unusedSuppression } from './unused-suppression';
import { docs as wrongNumber } from './wrong-number';
import { docs as wrongShape } from './wrong-shape';
import { docs as xlMessage } from './xl-message';
import { docs as xmBuilder } from './xm-builder';
import { docs as xmCdrom } from './xm-cdrom';
import { docs as xmCpuid } from './xm-cpuid';
import { docs as xmCpus } from './xm-cpus';
import { docs as xmDefault } from './xm-default';
import { docs as xmDeviceArgs } from './xm-device-args';
import { docs as xmDeviceModel } from './xm-device-model';
import { docs as xmDiskBackend } from './xm-disk-backend';
import { docs as xmDiskDevice } from './xm-disk-device';
import { docs as xmDiskMode } from './xm-disk-mode';
import { docs as xmDiskPath } from './xm-disk-path';
import { docs as xmDiskPrefix } from './xm-disk-prefix';
import { docs as xmDiskScript } from './xm-disk-script';
import { docs as xmHvmloader } from './xm-hvmloader';
import { docs as xmKey } from './xm-key';
import { docs as xmNetworkBoot } from './xm-network-boot';
import { docs as xmNics } from './xm-nics';
import { docs as xmNumber } from './xm-number';
import { docs as xmPci } from './xm-pci';
import { docs as xmRenamed } from './xm-renamed';
import { docs as xmRestart } from './xm-restart';
import { docs as xmRoot } from './xm-root';
import { docs as xmVcpuAvail } from './xm-vcpu-avail';
import { docs as xmVfb } from './xm-vfb';
import { docs as xmVif } from './xm-vif';
import { docs as xmVnc } from './xm-vnc';
import { docs as xmVtpm } from './xm-vtpm';
import { docs as xmVusb } from './xm-vusb';

/** The page of every rule, by its code. */
export const PAGES: Readonly<Record<string, RuleDocs>> = {
  'bad-mac': badMac,
  'bad-uuid': badUuid,
  'boolean-word': booleanWord,
  'boot-order': bootOrder,
  'cdrom-without-type': cdromWithoutType,
  'deprecated-key': deprecatedKey,
  'deprecated-option': deprecatedOption,
  'dropped-value': droppedValue,
  'duplicate-mac': duplicateMac,
  'duplicate-name': duplicateName,
  'duplicate-setting': duplicateSetting,
  'duplicate-vdev': duplicateVdev,
  'empty-value': emptyValue,
  'foreign-format': foreignFormat,
  'host-memory': hostMemory,
  'host-vcpus': hostVcpus,
  'key-release': keyRelease,
  'libxl-refusal': libxlRefusal,
  'mac-prefix': macPrefix,
  'maxmem-below-memory': maxmemBelowMemory,
  'maxvcpus-below-vcpus': maxvcpusBelowVcpus,
  'missing-name': missingName,
  'multicast-mac': multicastMac,
  'no-effect': noEffect,
  'number-unit': numberUnit,
  'numbered-mode': numberedMode,
  'octal-number': octalNumber,
  'open-vnc': openVnc,
  'option-release': optionRelease,
  'other-architecture': otherArchitecture,
  'out-of-range': outOfRange,
  'plain-password': plainPassword,
  'python-expression': pythonExpression,
  'python-helper': pythonHelper,
  'python-if': pythonIf,
  'python-import': pythonImport,
  'python-loop': pythonLoop,
  'python-statement': pythonStatement,
  'python-undecidable': pythonUndecidable,
  'redundant-default': redundantDefault,
  'relative-disk-target': relativeDiskTarget,
  'shared-disk': sharedDisk,
  'shared-mac': sharedMac,
  'shared-pci': sharedPci,
  'shared-spice-port': sharedSpicePort,
  'shared-usb': sharedUsb,
  'shared-uuid': sharedUuid,
  'shared-vnc-port': sharedVncPort,
  'shared-vtpm': sharedVtpm,
  'small-videoram': smallVideoram,
  syntax: syntax,
  'template-placeholder': templatePlaceholder,
  'unknown-backend': unknownBackend,
  'unknown-key': unknownKey,
  'unknown-option': unknownOption,
  'unknown-value': unknownValue,
  'unused-suppression': unusedSuppression,
  'wrong-number': wrongNumber,
  'wrong-shape': wrongShape,
  'xl-message': xlMessage,
  'xm-builder': xmBuilder,
  'xm-cdrom': xmCdrom,
  'xm-cpuid': xmCpuid,
  'xm-cpus': xmCpus,
  'xm-default': xmDefault,
  'xm-device-args': xmDeviceArgs,
  'xm-device-model': xmDeviceModel,
  'xm-disk-backend': xmDiskBackend,
  'xm-disk-device': xmDiskDevice,
  'xm-disk-mode': xmDiskMode,
  'xm-disk-path': xmDiskPath,
  'xm-disk-prefix': xmDiskPrefix,
  'xm-disk-script': xmDiskScript,
  'xm-hvmloader': xmHvmloader,
  'xm-key': xmKey,
  'xm-network-boot': xmNetworkBoot,
  'xm-nics': xmNics,
  'xm-number': xmNumber,
  'xm-pci': xmPci,
  'xm-renamed': xmRenamed,
  'xm-restart': xmRestart,
  'xm-root': xmRoot,
  'xm-vcpu-avail': xmVcpuAvail,
  'xm-vfb': xmVfb,
  'xm-vif': xmVif,
  'xm-vnc': xmVnc,
  'xm-vtpm': xmVtpm,
  'xm-vusb': xmVusb,
};
