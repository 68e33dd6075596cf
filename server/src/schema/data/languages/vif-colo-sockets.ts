import type { OptionRow } from '../../types';

/** Options of `vif` for the sockets between the QEMUs of the two hosts of a COLO pair. */
export const COLO_SOCKETS: readonly OptionRow[] = [
  {
    name: 'colo_sock_compare_notify_id',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: QEMU's name for the socket over which the comparison tells COLO that the two " +
      'guests differ and a checkpoint is due. The filters refer to the socket by it; any unique word will ' +
      'do.',
  },
  {
    name: 'colo_sock_compare_notify_ip',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: address on which QEMU listens for the socket over which the comparison tells ' +
      'COLO that the two guests differ and a checkpoint is due. All of id, ip and port must be there, or ' +
      'the socket is left out.',
  },
  {
    name: 'colo_sock_compare_notify_port',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: TCP port of the socket over which the comparison tells COLO that the two guests ' +
      'differ and a checkpoint is due; here QEMU waits for the connection.',
  },
  {
    name: 'colo_sock_compare_pri_in_id',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: QEMU's name for the socket over which the answers of the primary guest reach the " +
      'comparison. The filters refer to the socket by it; any unique word will do.',
  },
  {
    name: 'colo_sock_compare_pri_in_ip',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: address on which QEMU listens for the socket over which the answers of the ' +
      'primary guest reach the comparison. All of id, ip and port must be there, or the socket is left out.',
  },
  {
    name: 'colo_sock_compare_pri_in_port',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: TCP port of the socket over which the answers of the primary guest reach the ' +
      'comparison; here QEMU waits for the connection.',
  },
  {
    name: 'colo_sock_compare_sec_in_id',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: QEMU's name for the socket over which the answers of the secondary guest come in " +
      'to be compared. The filters refer to the socket by it; any unique word will do.',
  },
  {
    name: 'colo_sock_compare_sec_in_ip',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: address on which QEMU listens for the socket over which the answers of the ' +
      'secondary guest come in to be compared. All of id, ip and port must be there, or the socket is left ' +
      'out.',
  },
  {
    name: 'colo_sock_compare_sec_in_port',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: TCP port of the socket over which the answers of the secondary guest come in to ' +
      'be compared; here QEMU waits for the connection.',
  },
  {
    name: 'colo_sock_mirror_id',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: QEMU's name for the socket to which the packets that arrive for the primary " +
      'guest are copied, for the secondary host to fetch. The filters refer to the socket by it; any unique ' +
      'word will do.',
  },
  {
    name: 'colo_sock_mirror_ip',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: address on which QEMU listens for the socket to which the packets that arrive ' +
      'for the primary guest are copied, for the secondary host to fetch. All of id, ip and port must be ' +
      'there, or the socket is left out.',
  },
  {
    name: 'colo_sock_mirror_port',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: TCP port of the socket to which the packets that arrive for the primary guest ' +
      'are copied, for the secondary host to fetch; here QEMU waits for the connection.',
  },
  {
    name: 'colo_sock_redirector0_id',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: QEMU's name for the socket at which the secondary host delivers the answers of " +
      'its guest. The filters refer to the socket by it; any unique word will do.',
  },
  {
    name: 'colo_sock_redirector0_ip',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: address on which QEMU listens for the socket at which the secondary host ' +
      'delivers the answers of its guest. All of id, ip and port must be there, or the socket is left out.',
  },
  {
    name: 'colo_sock_redirector0_port',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: TCP port of the socket at which the secondary host delivers the answers of its ' +
      'guest; here QEMU waits for the connection.',
  },
  {
    name: 'colo_sock_redirector1_id',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: QEMU's name for the socket that leads the answers of the primary guest to the " +
      'comparison. The filters refer to the socket by it; any unique word will do.',
  },
  {
    name: 'colo_sock_redirector1_ip',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: address on which QEMU connects for the socket that leads the answers of the ' +
      'primary guest to the comparison. All of id, ip and port must be there, or the socket is left out.',
  },
  {
    name: 'colo_sock_redirector1_port',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: TCP port of the socket that leads the answers of the primary guest to the ' +
      'comparison; here QEMU opens the connection.',
  },
  {
    name: 'colo_sock_redirector2_id',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: QEMU's name for the socket that takes what the comparison lets through on to the " +
      'network. The filters refer to the socket by it; any unique word will do.',
  },
  {
    name: 'colo_sock_redirector2_ip',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: address on which QEMU connects for the socket that takes what the comparison ' +
      'lets through on to the network. All of id, ip and port must be there, or the socket is left out.',
  },
  {
    name: 'colo_sock_redirector2_port',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: TCP port of the socket that takes what the comparison lets through on to the ' +
      'network; here QEMU opens the connection.',
  },
  {
    name: 'colo_sock_sec_redirector0_id',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, secondary host: QEMU's name for the socket over which the copied packets come from the primary " +
      'host. The filters refer to the socket by it; any unique word will do.',
  },
  {
    name: 'colo_sock_sec_redirector0_ip',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, secondary host: address on which QEMU connects for the socket over which the copied packets ' +
      'come from the primary host. All of id, ip and port must be there, or the socket is left out.',
  },
  {
    name: 'colo_sock_sec_redirector0_port',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, secondary host: TCP port of the socket over which the copied packets come from the primary ' +
      'host; here QEMU opens the connection.',
  },
  {
    name: 'colo_sock_sec_redirector1_id',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, secondary host: QEMU's name for the socket over which the answers of the secondary guest go to " +
      'the primary host. The filters refer to the socket by it; any unique word will do.',
  },
  {
    name: 'colo_sock_sec_redirector1_ip',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, secondary host: address on which QEMU connects for the socket over which the answers of the ' +
      'secondary guest go to the primary host. All of id, ip and port must be there, or the socket is left ' +
      'out.',
  },
  {
    name: 'colo_sock_sec_redirector1_port',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, secondary host: TCP port of the socket over which the answers of the secondary guest go to the ' +
      'primary host; here QEMU opens the connection.',
  },
];
