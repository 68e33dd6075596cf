import type { XmRow } from '../../xm-types';

/** Options of `xm create`. */
export const XM_CREATE_OPTIONS: readonly XmRow[] = [
  {
    name: '--config',
    option: true,
    type: 'text',
    relation: 'none',
    note: 'an SXP file instead of a Python one; xl reads neither',
    text:
      "Created the guest from xend's own format (SXP) instead of a Python file. xl reads no SXP; turn the " +
      'file into a plain configuration first.',
  },
  {
    name: '--console_autoconnect',
    option: true,
    type: 'switch',
    default: '0',
    relation: 'none',
    note: 'xl create -c',
    text: "Opened the guest's console after the start. With xl: `xl create -c FILE`. In a file it has no " + 'meaning.',
  },
  {
    name: '--defconfig',
    option: true,
    type: 'text',
    default: "'xmdefconfig'",
    relation: 'none',
    note: 'xl create FILE',
    text:
      'Named the Python file to read, `xmdefconfig` by default. With xl the file stands as an argument: `xl ' +
      'create FILE`.',
  },
  {
    name: '--dryrun',
    option: true,
    type: 'switch',
    default: '0',
    relation: 'none',
    note: 'xl create -n / -N prints JSON, not SXP',
    text:
      'Printed the configuration as SXP and created nothing. With xl: `xl create -n FILE`, or `-N` to see ' +
      'it as JSON.',
  },
  {
    name: '--help',
    option: true,
    type: 'switch',
    default: '0',
    relation: 'none',
    note: 'no meaning in a file',
    text: 'Printed how to call `xm create`. With xl: `xl help create`. It does nothing in a file.',
  },
  {
    name: '--help_config',
    option: true,
    type: 'switch',
    default: '0',
    relation: 'none',
    note: 'no meaning in a file',
    text: 'Listed the variables that a file could set. With xl read the manual page xl.cfg(5).',
  },
  {
    name: '--load',
    option: true,
    type: 'text',
    until: '3.0.0',
    relation: 'none',
    note: 'of Xen 3.0.0 alone; xl restore FILE',
    text: 'Restored a saved guest in Xen 3.0.0 only. With xl: `xl restore FILE`.',
  },
  {
    name: '--path',
    option: true,
    type: 'text',
    default: "'.:' + auxbin.xen_configdir()",
    relation: 'none',
    note: 'search path for files, no xl counterpart',
    text:
      'Directories in which `xm create` looked for files and imports. xl takes paths as they are, from the ' +
      'current directory or absolute.',
  },
  {
    name: '--paused',
    option: true,
    type: 'switch',
    default: '0',
    relation: 'none',
    note: 'xl create -p',
    text: 'Left the guest paused after it was built. With xl: `xl create -p FILE`, then `xl unpause NAME`.',
  },
  {
    name: '--quiet',
    option: true,
    type: 'switch',
    default: '0',
    relation: 'none',
    note: 'xl create -q',
    text: 'Printed no messages while creating the guest. With xl: `xl create -q FILE`.',
  },
  {
    name: '--skipdtd',
    option: true,
    type: 'switch',
    default: '0',
    since: '3.1',
    relation: 'none',
    note: 'XML configuration only',
    text:
      'Left the check of the XML out that `--xmldryrun` and the Xen API made. xl knows no XML, so there is ' +
      'nothing to replace.',
  },
  {
    name: '--vncviewer',
    option: true,
    type: 'switch',
    default: '0',
    since: '3.3',
    relation: 'none',
    xl: 'warns',
    note: 'xl create -V',
    text:
      'Started a VNC viewer for the new guest. With xl: `xl create -V FILE`. As a variable in a file, ' +
      '`vncviewer` brings a warning from xl.',
  },
  {
    name: '--vncviewer-autopass',
    option: true,
    type: 'switch',
    default: '0',
    since: '3.3',
    relation: 'none',
    note: 'xl create -A',
    text: 'Gave the VNC password to the viewer that was started. With xl: `xl create -V -A FILE`.',
  },
  {
    name: '--xmldryrun',
    option: true,
    type: 'switch',
    default: '0',
    since: '3.1',
    relation: 'none',
    note: 'XML configuration only',
    text:
      'Printed the configuration in the XML of the Xen API and created nothing. xl has no XML; see `xl ' +
      'create -N`.',
  },
];
