import type { KeyRow } from '../../types';

/** Displays and how one reaches them: graphics card, VNC, SDL, Spice. */
export const DISPLAY_KEYS: readonly KeyRow[] = [
  {
    name: 'display',
    type: 'string',
    since: 405,
    undocumented: true,
    note: 'X display for sdl; documented only as a vfb sub-option',
    text:
      'X display on the host on which the window of `sdl` opens, such as `display = ":0"`. Otherwise QEMU uses the ' +
      'DISPLAY of the shell that ran xl, and there is none when the guest is started at boot. The manual knows it ' +
      'only as an option of `vfb`, but xl reads it at the top level too.',
  },
  {
    name: 'keymap',
    type: 'string',
    since: 401,
    guests: ['pv', 'hvm'],
    meantFor: ['hvm'],
    default: 'en-us',
    earlier: [{ until: 404, guests: ['hvm'] }],
    note: 'PV: read only when vnc=1 is given at top level and no vfb is present (since 4.5)',
    text:
      'Keyboard layout by which QEMU turns the keys that a VNC or SDL client sends into key positions: `keymap = ' +
      '"de"`. Leave it out with clients that send raw positions (most do): a layout then does more harm than good. ' +
      "It has to match the keyboard of the person at the client; the guest's own layout is set inside the guest. " +
      'With a layout that it does not have, QEMU does not start.',
  },
  {
    name: 'nographic',
    type: 'boolean',
    since: 401,
    guests: ['hvm'],
    default: '0',
    earlier: [{ until: 401, reads: ['long'] }],
    text:
      'Meant to leave an HVM guest without a graphics card. QEMU is told so only if VNC and SDL are both off, so ' +
      'write `vnc = 0` as well; `vga = "none"` is the key that really takes the card away. A guest then needs ' +
      '`serial = "pty"` to be reachable by `xl console`.',
  },
  {
    name: 'opengl',
    type: 'boolean',
    since: 401,
    meantFor: ['hvm'],
    default: '0',
    undocumented: true,
    documentedUntil: 420,
    earlier: [{ until: 401, reads: ['long'] }],
    note: 'heading dropped from the man page in 4.21 but still read; only qemu-xen-traditional was told of it; PV only via the top-level vnc path',
    text:
      'Lets the SDL window draw by OpenGL on the host. Only the old device model, qemu-xen-traditional, looked at ' +
      'it; the one of today is started without regard to it, and the manual no longer has the key since 4.21. The ' +
      'line can go.',
  },
  {
    name: 'sdl',
    type: 'boolean',
    since: 401,
    meantFor: ['hvm'],
    default: '0',
    earlier: [
      { until: 401, reads: ['long'] },
      { until: 404, guests: ['hvm'] },
    ],
    note: 'PV only via the top-level vnc path',
    text:
      'Shows the screen of the guest in a window on the host itself, which must have an X server and a QEMU with ' +
      'SDL. For desktop machines that run Xen; on servers use `vnc` or `spice`. If root may not open windows there, ' +
      'set `display` and `xauthority`, else QEMU fails and the guest with it.',
  },
  {
    name: 'spice',
    type: 'boolean',
    since: 402,
    guests: ['hvm'],
    default: '0',
    text:
      'Serves the screen of an HVM guest by the Spice protocol, with sound, clipboard and USB when the guest has ' +
      'its agent: `spice = 1` with `spiceport = 5930` and `spicepasswd`, or `spicedisable_ticketing = 1`. Without a ' +
      "port, or with neither password nor `spicedisable_ticketing`, QEMU is not started, which xl's own checks do " +
      'not notice. `vga = "qxl"` suits it best; set `spicehost` too.',
  },
  {
    name: 'spice_clipboard_sharing',
    type: 'boolean',
    since: 404,
    guests: ['hvm'],
    default: '0',
    note: 'documented to need spicevdagent',
    text:
      'Lets the person at the Spice client and the guest share one clipboard. Convenient for desktops; leave it off ' +
      'where the guest must not see what is copied outside. Needs `spicevdagent` and the agent inside the guest.',
  },
  {
    name: 'spice_image_compression',
    type: 'string',
    since: 406,
    guests: ['hvm'],
    suggested: ['auto_glz', 'auto_lz', 'quic', 'glz', 'lz', 'off'],
    note: 'values documented, not checked by xl',
    text:
      'How Spice packs pictures: `auto_glz` or `glz` for slow lines, `off` for a local network that has room to ' +
      'spare, where it saves work on the host. Nobody checks the word before QEMU, which does not start with one ' +
      'that it does not know.',
  },
  {
    name: 'spice_streaming_video',
    type: 'string',
    since: 406,
    guests: ['hvm'],
    suggested: ['filter', 'all', 'off'],
    note: 'values documented, not checked by xl',
    text:
      'Whether Spice finds moving parts of the screen and sends them as a video: `filter` for those that look like ' +
      'one, `all` for every quick change, `off` for exact pictures. The words are not checked by xl; when absent ' +
      'QEMU decides.',
  },
  {
    name: 'spiceagent_mouse',
    type: 'boolean',
    since: 402,
    guests: ['hvm'],
    default: '1',
    text:
      'Lets the agent in the guest place the pointer, so that the client need not catch the mouse. Switch it off ' +
      'for guests whose pointer jumps because no agent runs there; a USB tablet, `usbdevice = ["tablet"]`, helps ' +
      'too.',
  },
  {
    name: 'spicedisable_ticketing',
    type: 'boolean',
    since: 402,
    guests: ['hvm'],
    default: '0',
    note: 'when 0, spicepasswd is documented as required',
    text:
      'Lets everyone who reaches the Spice port see and drive the guest without a password. Only for ports bound to ' +
      'a safe address by `spicehost = "127.0.0.1"`. Unless it is set, the guest does not start without ' +
      '`spicepasswd`.',
  },
  {
    name: 'spicehost',
    type: 'string',
    since: 402,
    guests: ['hvm'],
    defaultNote: 'any interface',
    text:
      'Address of the host on which Spice listens. Set `spicehost = "127.0.0.1"` and come in through an SSH tunnel, ' +
      'as without the key it listens on every address and the password is all there is between the guest and the ' +
      'network.',
  },
  {
    name: 'spicepasswd',
    type: 'string',
    since: 402,
    guests: ['hvm'],
    text:
      'Password that a Spice client has to give. It stands here as plain text and on the command line of QEMU, so ' +
      'every user of the host may see it: make the file readable to root only. An empty one keeps the guest from ' +
      'starting; to do without a password, set `spicedisable_ticketing`.',
  },
  {
    name: 'spiceport',
    type: 'integer',
    since: 402,
    guests: ['hvm'],
    note: 'spiceport or spicetls_port is documented as required with spice',
    text:
      'TCP port for Spice connections without encryption, a different one for each guest of the host: `spiceport = ' +
      '5930`. Either this or `spicetls_port` has to be there with `spice`, or QEMU is not started.',
  },
  {
    name: 'spicetls_port',
    type: 'integer',
    since: 402,
    guests: ['hvm'],
    text:
      'TCP port for Spice connections with TLS. QEMU also has to be told where the certificates are, for which xl ' +
      'has no key (`device_model_args` could be a way), and the manual says that this is not supported; a tunnel to ' +
      '`spiceport` is the usual answer.',
  },
  {
    name: 'spiceusbredirection',
    type: 'integer',
    since: 404,
    guests: ['hvm'],
    documentedRange: [0, 4],
    default: '0',
    note: 'libxl refuses it together with usb/usbdevice and drops it without spice',
    text:
      'Number of USB devices, up to 4, that the person at the Spice client can plug into the guest from there. xl ' +
      'adds a USB 2 controller for them, so it does not go together with `usb` and `usbdevice`: the guest is ' +
      'refused then. Without `spice` it is set back to none with a warning.',
  },
  {
    name: 'spicevdagent',
    type: 'boolean',
    since: 404,
    guests: ['hvm'],
    default: '0',
    text:
      'Opens the channel by which Spice talks to the agent (spice-vdagent) inside the guest: automatic screen size, ' +
      'pointer without a grab, and with `spice_clipboard_sharing` the clipboard. It does nothing until the agent is ' +
      'installed there, on Windows together with a virtio-serial driver.',
  },
  {
    name: 'stdvga',
    type: 'boolean',
    since: 401,
    reads: ['long'],
    guests: ['hvm'],
    default: '0',
    deprecatedSince: 403,
    replacedBy: ['vga'],
    note: 'read only when vga is absent',
    text:
      'Old way to choose the graphics card of an HVM guest: 1 is the standard VGA card, 0 the Cirrus. Write `vga = ' +
      '"stdvga"` instead; if both are there, this one is not looked at.',
  },
  {
    name: 'vga',
    type: 'enum',
    since: 403,
    guests: ['hvm'],
    language: 'vga',
    default: 'cirrus',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    note: 'case-sensitive; wins over stdvga',
    text:
      'Graphics card that an HVM guest sees. Take `stdvga` for all current systems: it has more memory and larger ' +
      'screens than the very old `cirrus` that is the default. `qxl` is for Spice and wants a driver in the guest; ' +
      '`none` is for servers on the serial line and guests with a real card passed through. Capital letters are ' +
      'refused.',
  },
  {
    name: 'videoram',
    type: 'integer',
    since: 401,
    meantFor: ['hvm'],
    unit: 'MiB',
    defaultNote: '16 with stdvga, 8 with cirrus, 128 with qxl',
    note: 'minimum equals the default per card; enforced by libxl for qemu-xen',
    text:
      'Memory of the emulated graphics card, which limits size and colours of the screen. It is taken out of the ' +
      "guest's own memory. More than the default is needed for very large screens only; less than the card's " +
      'minimum (8 for `cirrus`, 16 for `stdvga`, 128 for `qxl`) keeps the guest from being built, and xl itself ' +
      'does not notice.',
  },
  {
    name: 'vnc',
    type: 'boolean',
    since: 401,
    reads: ['defbool', 'long'],
    meantFor: ['hvm'],
    default: '1',
    defaultNote: 'for HVM',
    earlier: [
      { until: 401, reads: ['long'] },
      { until: 403, reads: ['defbool'], guests: ['hvm'] },
    ],
    note: 'PV: read as an integer and, when non-zero and no vfb is present, creates a vfb (since 4.4)',
    text:
      'Serves the screen of the guest by VNC. HVM guests have it unless it is 0; a PV guest gets a screen when it ' +
      'is 1 and there is no `vfb`, and then has the other VNC keys from the top level. Without `vnclisten` only the ' +
      'host itself can connect: `xl vncviewer NAME`, or a tunnel.',
  },
  {
    name: 'vncdisplay',
    type: 'integer',
    since: 401,
    meantFor: ['hvm'],
    earlier: [{ until: 403, guests: ['hvm'] }],
    checks: [{ when: 'display given here and in vnclisten (HVM)', xl: 'refuses', since: 403 }],
    text:
      'Number of the VNC display; the port is 5900 above it, so `vncdisplay = 3` is port 5903. Give each guest its ' +
      'own to reach it always at the same place, and set `vncunused = 0`, as otherwise QEMU moves on to the next ' +
      'free number without a word when this one is taken.',
  },
  {
    name: 'vnclisten',
    type: 'string',
    since: 401,
    meantFor: ['hvm'],
    default: '127.0.0.1',
    earlier: [{ until: 403, guests: ['hvm'] }],
    checks: [{ when: 'display given here and in vncdisplay (HVM)', xl: 'refuses', since: 403 }],
    text:
      'Address on which VNC listens, and if you like the display behind a colon: `vnclisten = "192.0.2.5:3"`. ' +
      'Absent means the host alone. "0.0.0.0" opens the screen to everyone who reaches the host: VNC is not ' +
      'encrypted, so set at least `vncpasswd`, or better use a tunnel. An HVM guest whose file has a display both ' +
      'here and in `vncdisplay` is refused.',
  },
  {
    name: 'vncpasswd',
    type: 'string',
    since: 401,
    meantFor: ['hvm'],
    earlier: [{ until: 403, guests: ['hvm'] }],
    note: 'empty string disables authentication (documented)',
    text:
      'Password for VNC, of which the protocol uses only the first eight characters. Absent or empty, nobody is ' +
      'asked for one. It stands here and in xenstore as plain text, so keep the file readable to root only, and do ' +
      'not count on it outside of a trusted network.',
  },
  {
    name: 'vncunused',
    type: 'boolean',
    since: 401,
    meantFor: ['hvm'],
    default: '1',
    earlier: [
      { until: 401, reads: ['long'] },
      { until: 403, guests: ['hvm'] },
    ],
    text:
      'Lets QEMU take the next free display from `vncdisplay` on, up to 99 further, so that guests do not get in ' +
      "each other's way. `xl vncviewer NAME` finds it. Switch it off to have a fixed port: then the guest fails to " +
      'start if that one is taken.',
  },
  {
    name: 'vncviewer',
    type: 'integer',
    since: 402,
    meantFor: ['hvm'],
    deprecatedSince: 405,
    undocumented: true,
    documentedUntil: 404,
    earlier: [{ until: 404, type: 'boolean', reads: ['long'] }],
    checks: [{ when: 'ignored, use xl create -V', xl: 'warns', since: 405 }],
    text:
      'Formerly made xl start a VNC viewer together with the guest. xl has only warned and ignored it since 4.5: use ' +
      '`xl create -V FILE`, or `xl vncviewer NAME` afterwards.',
  },
  {
    name: 'xauthority',
    type: 'path',
    since: 405,
    undocumented: true,
    note: 'documented only as a vfb sub-option',
    text:
      'File with the X server\'s key, for the window of `sdl`: `xauthority = "/run/user/1000/Xauthority"`. Needed ' +
      'when QEMU runs as root on the screen of another user. The manual knows it only as an option of `vfb`, but xl ' +
      'reads it at the top level too.',
  },
];
