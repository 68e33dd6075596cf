import type { XmLanguageRow } from '../../xm-types';

/** xend's mini-languages of the other devices. */
export const XM_DEVICES_FORMS: readonly XmLanguageRow[] = [
  {
    name: 'pci',
    form: '[DDDD:]BB:SS.F[@VV][,OPT=VAL...]',
    note: 'all hex; comma allowed in place of : and ., function may be * or a list such as 0-2 or 0=1, separated by , - or =',
    options: [
      {
        name: 'msitranslate',
        kind: 'option',
        values: ['0', '1', 'yes', 'no'],
        xl: 'changes',
        how: 'yes and no both count as 0',
        note: 'case-insensitive; any other option is an error',
        text:
          'Turns MSI into INTx for this device; `yes`, `no`, 0 or 1. xl takes numbers alone and counts any ' +
          'word as 0: write `msitranslate=1`.',
      },
      {
        name: 'power_mgmt',
        kind: 'option',
        values: ['0', '1', 'yes', 'no'],
        xl: 'changes',
        how: 'yes and no both count as 0',
        note: 'case-insensitive; any other option is an error',
        text:
          "Lets the guest change the device's power state; `yes`, `no`, 0 or 1. xl takes numbers alone and " +
          'counts any word as 0: write `power_mgmt=1`.',
      },
      {
        name: '@VV',
        kind: 'position',
        form: 'two hex digits',
        xl: 'changes',
        how: 'refuses numbers above 1f since 4.15',
        note: 'virtual slot',
        text:
          'Slot of the device in the guest, in hexadecimal. xl reads it the same way, but refuses more than ' +
          '1f from 4.15 on.',
      },
      {
        name: 'F list',
        kind: 'position',
        form: '* or 0-7 joined by , - =',
        xl: 'changes',
        how: '* or one digit alone',
        note: '= assigns a virtual function',
        text:
          'Functions of the device, as `*` or a list such as `0-2`, with `=` to place them. xl takes `*` or ' +
          'one digit: write an element for each function.',
      },
    ],
  },
  {
    name: 'serial',
    options: [
      {
        name: 'pty',
        kind: 'value',
        default: 'pty',
        xl: 'reads',
        note: 'other QEMU -serial values and lists were accepted too',
        text:
          'Serial port on a pseudo terminal, to which `xl console -t serial` connects. xl reads the word ' +
          'unchanged.',
      },
    ],
  },
  {
    name: 'usbdevice',
    options: [
      {
        name: 'mouse / tablet',
        kind: 'value',
        xl: 'reads',
        text: 'Emulated pointer: relative movements or absolute positions. xl reads both; take `tablet` for ' + 'VNC.',
      },
    ],
  },
  {
    name: 'vfb',
    form: 'KEY=VALUE[,KEY=VALUE...]',
    xl: 'reads',
    how: 'ignores unknown options in silence',
    note: 'as vif; each vfb also creates a keyboard device',
    options: [
      {
        name: 'display',
        kind: 'option',
        xl: 'reads',
        note: 'default: DISPLAY of the caller',
        text:
          "X display of the SDL window; xm took it from the caller's environment. xl reads the option " + 'unchanged.',
      },
      {
        name: 'keymap',
        kind: 'option',
        xl: 'reads',
        note: 'default: top-level keymap',
        text: 'Keyboard layout of this screen, else that of the top level. xl reads it unchanged.',
      },
      {
        name: 'monitor',
        kind: 'option',
        xl: 'ignores',
        note: 'monitor of the stub domain',
        text: "Monitor of a stub domain's device model. xl ignores it without a word; drop it.",
      },
      {
        name: 'opengl',
        kind: 'option',
        xl: 'reads',
        text: 'Draws the SDL window by OpenGL, where xm defaulted to yes. xl reads it, and defaults to no.',
      },
      {
        name: 'sdl',
        kind: 'option',
        xl: 'reads',
        text: 'Shows the screen in an X window of dom0. xl reads it unchanged.',
      },
      {
        name: 'serial',
        kind: 'option',
        xl: 'ignores',
        note: 'second serial port for stub domains',
        text: 'Second serial port for a stub domain. xl ignores it without a word; drop it.',
      },
      {
        name: 'type',
        kind: 'option',
        values: ['vnc', 'sdl'],
        xl: 'ignores',
        becomes: 'vnc=1 / sdl=1',
        note: 'legacy spelling',
        text:
          'How the screen is shown, in one word. xl ignores it without a word and offers VNC: write ' +
          '`vnc=1`, or `sdl=1,vnc=0`.',
      },
      {
        name: 'videoram',
        kind: 'option',
        xl: 'ignores',
        text:
          'Video memory of the paravirtual screen in MiB. xl ignores it without a word: the size comes from ' +
          "the guest's driver.",
      },
      {
        name: 'vnc',
        kind: 'option',
        xl: 'reads',
        text: 'Shows the screen by VNC, when the option is 1. xl shows it unless it is 0.',
      },
      {
        name: 'vncdisplay',
        kind: 'option',
        xl: 'reads',
        text: 'VNC display number, from which the port follows. xl reads it unchanged.',
      },
      {
        name: 'vnclisten',
        kind: 'option',
        xl: 'reads',
        text:
          'Address of the VNC server, else that of `xend-config.sxp`. xl reads it, and takes 127.0.0.1 when ' +
          'it is missing.',
      },
      {
        name: 'vncpasswd',
        kind: 'option',
        xl: 'reads',
        text: 'VNC password, else that of `xend-config.sxp`. xl reads it, and asks for none when it is missing.',
      },
      {
        name: 'vncunused',
        kind: 'option',
        xl: 'reads',
        text: 'Takes the next free VNC display. xl reads it unchanged.',
      },
      {
        name: 'xauthority',
        kind: 'option',
        xl: 'reads',
        note: 'default: XAUTHORITY or ~/.Xauthority',
        text:
          "X authority file, else the caller's `XAUTHORITY`. xl reads the option, but does not look at the " +
          'environment for it.',
      },
    ],
  },
  {
    name: 'vscsi',
    form: 'PDEV,VDEV[,BACKEND]',
    xl: 'ignores',
    note: 'blanks trimmed; VDEV is H:C:T:L or the word host',
    options: [
      {
        name: 'host',
        kind: 'value',
        xl: 'ignores',
        note: 'assign the whole host adapter',
        text:
          'All devices of a SCSI host adapter instead of a single one. xl creates no PV SCSI: pass the ' +
          'adapter through with `pci`.',
      },
    ],
  },
  {
    name: 'vtpm',
    form: 'KEY=VALUE[,KEY=VALUE...]',
    until: '4.2',
    note: 'only the first element was used; unknown key is an error; removed in 4.3',
    options: [
      {
        name: 'backend',
        kind: 'option',
        xl: 'reads',
        text: 'Domain of the vTPM manager. xl reads the option, but means the vTPM stub domain of this guest.',
      },
      {
        name: 'instance',
        kind: 'option',
        xl: 'refuses',
        how: 'as an unknown option, since 4.3',
        note: 'VTPMD or a non-zero number',
        text:
          'Number of the vTPM in the manager. xl from 4.3 on refuses it as unknown: identify the vTPM by ' + '`uuid=`.',
      },
      {
        name: 'type',
        kind: 'option',
        xl: 'refuses',
        how: 'as an unknown option, since 4.3',
        note: "in the help text but refused by xm's own check",
        text: "Stood in xm's help, but xm itself refused it, and so does xl: drop it.",
      },
      {
        name: 'uuid',
        kind: 'option',
        xl: 'reads',
        text: "Identity of the vTPM. xl reads it in the same form; keep it with the vTPM's stored state.",
      },
    ],
  },
  {
    name: 'vusb',
    form: 'KEY=VALUE[,KEY=VALUE...]',
    xl: 'ignores',
    becomes: 'usbctrl / usbdev',
    note: 'unknown keys are not checked',
    options: [
      {
        name: 'numports',
        kind: 'option',
        default: '8',
        xl: 'ignores',
        becomes: 'usbctrl ports',
        note: '1 to 16',
        text: 'Ports of the virtual controller, up to 16. For xl: `usbctrl=["ports=8"]`.',
      },
      {
        name: 'port_N',
        kind: 'option',
        form: 'port_1 .. port_16 = host device',
        xl: 'ignores',
        becomes: 'usbdev entries',
        text:
          'Device of the host in port N, as its bus path. For xl an element of `usbdev` with `hostbus`, ' +
          '`hostaddr`, `controller` and `port`.',
      },
      {
        name: 'usbver',
        kind: 'option',
        values: ['1', '2'],
        default: '2',
        xl: 'ignores',
        becomes: 'usbctrl version',
        text: 'USB version of the virtual controller. For xl: `usbctrl=["version=2"]`.',
      },
    ],
  },
];
