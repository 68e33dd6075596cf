import type { LanguageRow } from '../../types';

/** The mini-languages of the rarer devices. */
export const OTHER_DEVICES_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'channel',
    since: 405,
    separator: ',',
    assign: '=',
    blanks: 'around',
    unknown: 'warns',
    note: 'an empty value after = is an error',
    options: [
      {
        name: 'backend',
        kind: 'named',
        type: 'domain',
        text:
          'The domain that holds the other end of the channel; the one that runs xl when left out. The ' +
          'pseudo terminal or socket is created there.',
      },
      {
        name: 'connection',
        kind: 'named',
        type: 'enum',
        values: 'channel_connection',
        required: true,
        note: 'lower case only, although the man page prints SOCKET and PTY',
        text:
          "What the host's end is: `pty` or `socket`. Lower case alone, although the manual prints both " +
          'words in capitals. Without it xl refuses the channel.',
      },
      {
        name: 'name',
        kind: 'named',
        type: 'string',
        required: true,
        note: 'not checked by xl; libxl refuses a channel without it',
        text:
          'Name by which a program in the guest finds its channel; choose one with your domain in it, as in ' +
          '`name=org.example.agent.1`. xl lets a channel without it pass, then libxl refuses the guest.',
      },
      {
        name: 'path',
        kind: 'named',
        type: 'path',
        required: 'with connection=socket',
        undocumented: true,
        text:
          'Where the Unix socket is created on the host, for `connection=socket`. A file that exists there ' +
          'is replaced. The directory must exist; the manual mentions the option in passing only.',
      },
    ],
    text:
      'One slow two-way byte stream between guest and host, like a serial line with a name, for agents and ' +
      'configuration: `"connection=socket,name=org.example.agent,path=/run/agent.sock"`. In a Linux guest ' +
      'it appears as an `hvc` console whose name stands in Xenstore. An empty value after `=` is an error.',
  },
  {
    name: 'p9',
    since: 409,
    separator: ',',
    assign: '=',
    blanks: 'around',
    earlier: [{ until: 417, blanks: 'before', missingEquals: 'stops' }],
    note: 'up to 4.17 a value not given in a later list element was inherited from the previous one',
    options: [
      {
        name: 'auto-delete',
        kind: 'named',
        since: 419,
        type: 'boolean',
        note: 'xen_9pfsd only',
        text:
          'Has `xen_9pfsd` delete the oldest file that is not open when `max-space` or `max-files` is ' +
          'reached, so that logs of a guest never fill the host. Leave it off for data that must be kept.',
      },
      {
        name: 'backend',
        kind: 'named',
        type: 'domain',
        default: '0',
        text:
          'The domain whose directory is shared, by name or number. QEMU must be there to serve it, or ' +
          '`xen_9pfsd` in dom0.',
      },
      {
        name: 'max-files',
        kind: 'named',
        since: 419,
        type: 'integer',
        default: '0',
        note: 'xen_9pfsd only',
        text:
          'How many files the guest may create below the shared directory, 0 for any number. It keeps a ' +
          "guest from using up the host's inodes. `xen_9pfsd` alone minds it; QEMU has no such limit.",
      },
      {
        name: 'max-open-files',
        kind: 'named',
        since: 419,
        type: 'integer',
        default: '5',
        note: 'xen_9pfsd only',
        text:
          'How many files the guest may hold open at a time in the shared directory; each open counts. ' +
          'Raise it for more than logging. Only `xen_9pfsd` has the limit.',
      },
      {
        name: 'max-space',
        kind: 'named',
        since: 419,
        type: 'integer',
        default: '0',
        unit: 'MiB',
        note: 'xen_9pfsd only',
        text:
          'How many MiB the files in the shared directory may take in all, 0 for any amount. Set it for ' +
          "guests that are not trusted, or they fill the host's disk. Only `xen_9pfsd` has the limit.",
      },
      {
        name: 'path',
        kind: 'named',
        type: 'path',
        required: 'unless type=xen_9pfsd',
        text:
          "Directory on the backend's side that the guest gets to see, such as `path=/srv/share`. For " +
          "`type=xen_9pfsd` it may be left out: it is then a directory of its own per guest below Xen's log " +
          'directory.',
      },
      {
        name: 'security_model',
        kind: 'named',
        type: 'enum',
        values: 'p9_security_model',
        required: true,
        note: 'not checked by xl; required by libxl even for xen_9pfsd',
        text:
          'How owners and modes of files are kept. Only `none` exists: as the guest sets them, so far as ' +
          'the serving process may. It must be written all the same, even for `xen_9pfsd`; xl does not ' +
          'check that, libxl refuses the guest.',
      },
      {
        name: 'tag',
        kind: 'named',
        type: 'string',
        defaultNote: 'Xen with type=xen_9pfsd',
        required: 'unless type=xen_9pfsd',
        text:
          "Name of the share, which the guest gives to `mount`: `tag=share`. Each of a guest's shares needs " +
          'its own. With `type=xen_9pfsd` it is `Xen` when left out.',
      },
      {
        name: 'type',
        kind: 'named',
        since: 419,
        type: 'enum',
        values: 'p9_type',
        default: 'qemu',
        text:
          'Program that serves the directory: QEMU, or the small `xen_9pfsd` that came with 4.19, runs as a ' +
          'daemon in dom0 and knows limits for files and space.',
      },
    ],
    text:
      'One directory of the backend domain that the guest mounts over 9P: ' +
      '`"tag=share,security_model=none,path=/srv/share"`, then `mount -t 9p -o trans=xen share /mnt` in a ' +
      'Linux guest. Up to 4.17 an element inherited what it left out from the one before it.',
  },
  {
    name: 'pvcalls',
    since: 411,
    separator: ',',
    assign: '=',
    blanks: 'before',
    missingEquals: 'stops',
    options: [
      {
        name: 'backend',
        kind: 'named',
        type: 'domain',
        text:
          'The domain that opens the sockets for the guest: its addresses and firewall rules apply. Its ' +
          'kernel needs the PV calls backend driver.',
      },
    ],
    text:
      "A socket device: the guest's `connect` and `listen` calls are carried out by the backend's kernel, " +
      'so that it needs no network card and no address of its own. Linux has the drivers since 4.15 of its ' +
      'kernel. `"backend=0"` is all there is to say.',
  },
  {
    name: 'vtpm',
    since: 403,
    separator: ',',
    assign: '=',
    blanks: 'before',
    missingEquals: 'stops',
    note: 'backend is required',
    options: [
      {
        name: 'backend',
        kind: 'named',
        type: 'domain',
        required: true,
        text:
          'The vTPM stub domain that serves this guest, by name. There must be one for each guest, and it ' +
          'must run when the guest is created. xl refuses a vTPM without it.',
      },
      {
        name: 'uuid',
        kind: 'named',
        type: 'uuid',
        defaultNote: 'a random one',
        text:
          'Identifies the vTPM to the manager, which keeps its secrets under it. Write the same one at ' +
          'every start: with the random one that libxl makes, a sealed key or disk cannot be opened again.',
      },
    ],
    text:
      'A virtual TPM, served by a vTPM stub domain: ' +
      '`"backend=vtpm-web,uuid=ac0a5b9e-cbe2-4c07-b43b-1d69e46fb839"`. The stub domain and the vTPM manager ' +
      "must be set up and running first. The vTPM domains came with Xen 4.3, and xm's options `instance` " +
      'and `type` stop xl.',
  },
  {
    name: 'virtio',
    since: 418,
    separator: ',',
    assign: '=',
    blanks: 'before',
    note: 'after a type value starting with virtio the next comma-separated piece is glued to it; missing piece crashes xl',
    options: [
      {
        name: 'backend',
        kind: 'named',
        type: 'domain',
        default: '0',
        text:
          'The domain whose virtio backend serves the device, by name or number. Xen brings none: the ' +
          'backend program must watch Xenstore for the device.',
      },
      {
        name: 'grant_usage',
        kind: 'named',
        type: 'boolean',
        defaultNote: '1 when the backend is not domain 0',
        text:
          'Whether the backend may touch guest memory only through grants (1) or maps what it likes (0). ' +
          "Grants are the default for any backend except dom0; the guest's kernel needs support for virtio " +
          'with grants.',
      },
      {
        name: 'transport',
        kind: 'named',
        type: 'enum',
        values: 'virtio_transport',
        note: 'a bad value ends xl without a message',
        text:
          'How guest and backend talk. Only `mmio` exists and must be written; any other word ends xl ' +
          'without a message.',
      },
      {
        name: 'type',
        kind: 'named',
        type: 'string',
        note: 'virtio,device or virtio,deviceN with N in lower-case hex (documented)',
        text:
          'The device as a device tree compatible string: `virtio,device` or `virtio,deviceN`, with the ' +
          'virtio device number in lower-case hexadecimal: `type=virtio,device1a` is a file system. After a ' +
          'value that starts with `virtio` xl glues on the next part, so a value without a comma behind it ' +
          'can crash it.',
      },
    ],
    text:
      'One virtio device other than a disk, for an Arm guest with a backend of your own: ' +
      '`"type=virtio,device22,transport=mmio,backend=1"` (an I2C adapter). libxl adds the node to the ' +
      "guest's device tree; the backend is a separate program, such as those of the rust-vmm project.",
  },
  {
    name: 'serial',
    since: 401,
    unknown: 'passes',
    note: 'QEMU -serial value',
    text:
      "One serial port of an HVM guest, as a value for QEMU's `-serial`: `pty` for `xl console`, `none`, " +
      '`file:/var/log/web.log`, `tcp:127.0.0.1:4555,server,nowait`, or a device of the host such as ' +
      '`/dev/ttyS0`. xl does not look at it; QEMU refuses what it does not know.',
  },
  {
    name: 'arm_sci',
    since: 421,
    separator: ',',
    assign: '=',
    unknown: 'ignores',
    missingEquals: 'ignores',
    options: [
      {
        name: 'type',
        kind: 'named',
        type: 'enum',
        values: 'arm_sci_type',
        default: 'none',
        text:
          'Which interface the guest may call: `none` or `scmi_smc`. Set the latter for the one guest that ' +
          'drives hardware whose clocks the firmware controls; Xen must be booted with ' +
          '`scmi-smc-passthrough`.',
      },
    ],
    text:
      "Access of an Arm guest to the firmware's System Control Interface (clocks, power domains, resets): " +
      '`arm_sci="type=scmi_smc"`. xl ignores unknown names and parts without `=` in silence, so a slip of ' +
      'the finger leaves the guest without it.',
  },
];
