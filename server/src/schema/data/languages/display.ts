import type { LanguageRow } from '../../types';

/** The mini-languages of displays and keyboards. */
export const DISPLAY_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'vfb',
    since: 401,
    separator: ',',
    assign: '=',
    blanks: 'before',
    unknown: 'ignores',
    missingEquals: 'stops',
    note: 'numbers are read leniently: text counts as 0',
    absent: { type: "xm's type=vnc|sdl is unknown to xl and ignored without any message" },
    options: [
      {
        name: 'display',
        kind: 'named',
        type: 'string',
        text:
          'X display on which the SDL window opens, such as `:0` or `:0.0`. Of use with `sdl=1` alone; ' +
          'without it QEMU takes the environment of the process that started xl.',
      },
      {
        name: 'keymap',
        kind: 'named',
        type: 'string',
        default: 'en-us',
        text:
          'Keyboard layout that QEMU assumes for VNC clients, such as `de` or `en-us`. Set it when a guest ' +
          "gets wrong characters from a client that sends key symbols; the names are those of QEMU's keymap " +
          'files.',
      },
      {
        name: 'opengl',
        kind: 'named',
        type: 'boolean',
        undocumented: true,
        text:
          'Lets an SDL window draw through OpenGL. Of use with `sdl=1` alone; the manual does not mention ' +
          'it, and most dom0 hosts have no accelerated X server.',
      },
      {
        name: 'sdl',
        kind: 'named',
        type: 'boolean',
        default: '0',
        text:
          'Shows the screen in a window on the host, with SDL. Meant for a workstation as dom0: it needs an ' +
          'X server there, and a QEMU that is built with SDL, which most distributions leave out.',
      },
      {
        name: 'vnc',
        kind: 'named',
        type: 'boolean',
        default: '1',
        text:
          'Shows the screen by VNC, on the address and port that the other options give. On by default; ' +
          'write `vnc=0` for a screen that only SDL or nobody shows.',
      },
      {
        name: 'vncdisplay',
        kind: 'named',
        type: 'integer',
        note: 'TCP port is 5900 plus this',
        text:
          'Number of the VNC display: the server listens on TCP port 5900 plus this. Each guest on the host ' +
          'needs its own, or `vncunused=1` to find a free one. A word instead of a number silently means 0.',
      },
      {
        name: 'vnclisten',
        kind: 'named',
        type: 'string',
        conflicts: ['vncdisplay'],
        note: 'ADDRESS or ADDRESS:DISPLAY; documented as exclusive with vncdisplay when a display is given',
        text:
          'Address on which the VNC server listens, optionally with the display as in `127.0.0.1:5`. ' +
          '`0.0.0.0` opens the screen to everybody who reaches the host: set `vncpasswd` then, or better ' +
          'keep the loopback address and tunnel. Do not give `vncdisplay` beside a display in here.',
      },
      {
        name: 'vncpasswd',
        kind: 'named',
        type: 'string',
        text:
          'Password that VNC clients must give; only its first 8 characters count in the protocol. It ' +
          'stands readable in this file. An empty one switches authentication off, so anybody who reaches ' +
          'the port has the console.',
      },
      {
        name: 'vncunused',
        kind: 'named',
        type: 'boolean',
        text:
          'Takes the first VNC display that is free, from `vncdisplay` upwards, so that guests do not ' +
          'quarrel over ports. `xl vncviewer DOMAIN` finds out which one it became. Write `vncunused=0` to ' +
          'have a fixed port.',
      },
      {
        name: 'xauthority',
        kind: 'named',
        type: 'path',
        text:
          'Path of the X authority file with which the SDL window may open on the display. Of use with ' +
          '`sdl=1` alone, when xl does not run as the user who owns the X session.',
      },
    ],
    text:
      'One paravirtual screen with its keyboard and mouse, and how it is shown: ' +
      '`"vnc=1,vnclisten=127.0.0.1,vncunused=1"`. An HVM guest\'s emulated graphics card has keys of the ' +
      'same names at the top level; a PV guest may write them there too. Numbers are read leniently: a word ' +
      'counts as 0, without a message.',
  },
  {
    name: 'vkb',
    since: 412,
    separator: ',',
    assign: '=',
    blanks: 'before',
    note: 'backend-type is required',
    options: [
      {
        name: 'backend',
        kind: 'named',
        type: 'domain',
        text:
          'The domain that feeds key presses and pointer moves to this device: dom0, or the driver domain ' +
          'that owns the real input devices.',
      },
      {
        name: 'backend-type',
        kind: 'named',
        type: 'enum',
        values: 'vkb_backend',
        required: true,
        text:
          'Which program feeds the device: `qemu`, or `linux` for a backend in the driver domain (a ' +
          'user-space process beside its kernel). There is no default: a string without it is refused.',
      },
      {
        name: 'feature-abs-pointer',
        kind: 'named',
        type: 'boolean',
        default: '0',
        text:
          'Lets the pointer report positions instead of movements, as a tablet does. Set it for screens on ' +
          "which the host's cursor and the guest's must agree; the backend must support it.",
      },
      {
        name: 'feature-disable-keyboard',
        kind: 'named',
        type: 'boolean',
        default: '0',
        text: 'Leaves the keyboard out, so that the device is a pointer or a touch screen alone.',
      },
      {
        name: 'feature-disable-pointer',
        kind: 'named',
        type: 'boolean',
        default: '0',
        text: 'Leaves the pointer out, so that the device is a keyboard (or touch screen) alone.',
      },
      {
        name: 'feature-multi-touch',
        kind: 'named',
        type: 'boolean',
        default: '0',
        note: 'switched on automatically by any multi-touch size; on without one of the three sizes is an error',
        text:
          'Makes the device a touch screen. All three sizes, `multi-touch-width`, `multi-touch-height` and ' +
          '`multi-touch-num-contacts`, belong to it: give all three. Any of them switches it on by itself, ' +
          'and to switch it on with none of them is an error.',
      },
      {
        name: 'feature-raw-pointer',
        kind: 'named',
        type: 'boolean',
        default: '0',
        text:
          'Lets the pointer report positions in the units of the device, not scaled to the size of the ' +
          "guest's screen. The guest must then scale them itself.",
      },
      {
        name: 'height',
        kind: 'named',
        type: 'integer',
        text:
          'Greatest vertical position that the pointer reports, in pixels of the virtual screen. Of use ' +
          'with absolute positions alone.',
      },
      {
        name: 'multi-touch-height',
        kind: 'named',
        type: 'integer',
        text:
          'Number of vertical positions that a finger can have on the touch screen. Take the height of the ' +
          'display in pixels, or touches land beside what they aim at.',
      },
      {
        name: 'multi-touch-num-contacts',
        kind: 'named',
        type: 'integer',
        text: 'How many fingers the touch screen can tell apart, commonly 10. The guest sees one slot for each.',
      },
      {
        name: 'multi-touch-width',
        kind: 'named',
        type: 'integer',
        text:
          'Number of horizontal positions that a finger can have on the touch screen. Take the width of the ' +
          'display in pixels, as for the other direction.',
      },
      {
        name: 'unique-id',
        kind: 'named',
        type: 'string',
        text:
          'A word by which the backend recognises the device when a guest has several, such as ' +
          '`unique-id=T1`. It must agree with what the backend in the driver domain is configured for.',
      },
      {
        name: 'width',
        kind: 'named',
        type: 'integer',
        text:
          'Greatest horizontal position that the pointer reports, in pixels of the virtual screen. Of use ' +
          'with absolute positions alone.',
      },
    ],
    text:
      'One paravirtual keyboard, mouse or touch screen, as `NAME=VALUE` parts: ' +
      '`"backend-type=linux,unique-id=T1,feature-multi-touch=1,multi-touch-width=1920,multi-touch-height=1080,multi-touch-num-contacts=10"`. ' +
      'Guests with a `vfb` have a keyboard already; this is for displays of driver domains, mostly on Arm ' +
      'boards.',
  },
  {
    name: 'vdispl',
    since: 410,
    separator: ',',
    assign: '=',
    blanks: 'before',
    note: 'at least one connector required',
    options: [
      {
        name: 'backend',
        kind: 'named',
        type: 'domain',
        default: '0',
        text:
          'The domain in which the display backend runs, by name or number; the one that owns the GPU. The ' +
          'backend is a separate program that does not come with Xen.',
      },
      {
        name: 'be-alloc',
        kind: 'named',
        type: 'boolean',
        default: '0',
        text:
          'Has the backend allocate the frame buffers and the guest map them. Set it when the display ' +
          "hardware needs contiguous memory that the guest's cannot be; otherwise the guest allocates.",
      },
      {
        name: 'connectors',
        kind: 'named',
        type: 'string',
        required: true,
        note: 'ID:WxH joined by ;; a piece without : is not detected and leaves an uninitialised pointer in xl',
        text:
          'The screens of the display as `ID:WIDTHxHEIGHT`, several joined by `;`: ' +
          "`connectors=HDMI:1920x1080;LVDS:800x480`. The ids are those of the backend's configuration. " +
          'Never leave out the colon: xl does not notice and goes on with a wild pointer.',
      },
    ],
    text:
      'One paravirtual display for a guest with the Xen DRM driver, served by a display backend: ' +
      '`"backend=DomD,be-alloc=1,connectors=HDMI:1920x1080"`. Common on Arm boards whose GPU belongs to a ' +
      "driver domain; a PC's guests use `vfb` or an emulated card.",
  },
];
