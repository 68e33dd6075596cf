// Written by scripts/rules.mjs from the files of this folder.
import { duplicateName } from './duplicate-name';
import { foreignFormat } from './foreign-format';
import { keyRelease } from './key-release';
import { missingName } from './missing-name';
import { numberedMode } from './numbered-mode';
import { pythonExpression } from './python-expression';
import { pythonHelper } from './python-helper';
import { pythonIf } from './python-if';
import { pythonImport } from './python-import';
import { pythonLoop } from './python-loop';
import { pythonStatement } from './python-statement';
import { pythonUndecidable } from './python-undecidable';
import type { Rule } from './rule';
import { syntax } from './syntax';
import { unknownKey } from './unknown-key';
import { xlMessage } from './xl-message';
import { xmBuilder } from './xm-builder';
import { xmDeviceModel } from './xm-device-model';
import { xmDiskBackend } from './xm-disk-backend';
import { xmDiskDevice } from './xm-disk-device';
import { xmDiskMode } from './xm-disk-mode';
import { xmDiskPath } from './xm-disk-path';
import { xmDiskPrefix } from './xm-disk-prefix';
import { xmHvmloader } from './xm-hvmloader';
import { xmKey } from './xm-key';
import { xmNetworkBoot } from './xm-network-boot';
import { xmRenamed } from './xm-renamed';
import { xmRestart } from './xm-restart';
import { xmRoot } from './xm-root';
import { xmVcpuAvail } from './xm-vcpu-avail';
import { xmVfb } from './xm-vfb';
import { xmVif } from './xm-vif';

/** Every rule, by code. */
export const RULES: readonly Rule[] = [
  duplicateName,
  foreignFormat,
  keyRelease,
  missingName,
  numberedMode,
  pythonExpression,
  pythonHelper,
  pythonIf,
  pythonImport,
  pythonLoop,
  pythonStatement,
  pythonUndecidable,
  syntax,
  unknownKey,
  xlMessage,
  xmBuilder,
  xmDeviceModel,
  xmDiskBackend,
  xmDiskDevice,
  xmDiskMode,
  xmDiskPath,
  xmDiskPrefix,
  xmHvmloader,
  xmKey,
  xmNetworkBoot,
  xmRenamed,
  xmRestart,
  xmRoot,
  xmVcpuAvail,
  xmVfb,
  xmVif,
];
