import type { OptionRow } from '../../types';
import { COLO_SOCKETS } from './vif-colo-sockets';

/** Options of `vif` for COLO replication: undocumented, and declared unstable upstream. */
export const COLO_OPTIONS: readonly OptionRow[] = [
  {
    name: 'colo_checkpoint_host',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO: address of the host that checkpoints are sent to. libxl keeps it in Xenstore with the card, ' +
      'but makes no argument for QEMU of it.',
  },
  {
    name: 'colo_checkpoint_port',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO: port for checkpoints, kept in Xenstore with the card. libxl itself uses neither this nor the ' +
      'host beside it.',
  },
  {
    name: 'colo_compare_notify_dev',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: id of the socket over which QEMU's comparison asks for a checkpoint. The " +
      'comparison is set up only when this and the three other `colo_compare_` options are given.',
  },
  {
    name: 'colo_compare_out',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: id of the socket to which the comparison writes packets that may leave for the ' +
      'network, after both guests agreed on them.',
  },
  {
    name: 'colo_compare_pri_in',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: id of the socket from which the comparison reads the packets that the primary ' +
      'guest sends.',
  },
  {
    name: 'colo_compare_sec_in',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: id of the socket from which the comparison reads the packets that the secondary ' +
      'guest would have sent.',
  },
  {
    name: 'colo_filter_mirror_outdev',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: id of the socket to which the mirror filter copies packets, normally the value ' +
      'of `colo_sock_mirror_id`.',
  },
  {
    name: 'colo_filter_mirror_queue',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: which direction the mirror filter copies: `tx` in QEMU's view is towards the " +
      'guest, the usual choice; `rx` is from it, `all` is both.',
  },
  {
    name: 'colo_filter_redirector0_indev',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: id of the socket from which the first redirector injects packets into the card's " +
      'queue.',
  },
  {
    name: 'colo_filter_redirector0_outdev',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, primary host: id of the socket into which the first redirector diverts packets of the card's " +
      'queue. libxl reads it, but passes only the `indev` of this filter to QEMU.',
  },
  {
    name: 'colo_filter_redirector0_queue',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text: 'COLO, primary host: direction (`rx`, `tx` or `all`) on which the first redirector works.',
  },
  {
    name: 'colo_filter_redirector1_indev',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: socket from which the second redirector would take packets. libxl reads it, but ' +
      'passes only the `outdev` of this filter to QEMU.',
  },
  {
    name: 'colo_filter_redirector1_outdev',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: id of the socket into which the second redirector diverts what the primary guest ' +
      'sends, towards the comparison.',
  },
  {
    name: 'colo_filter_redirector1_queue',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, primary host: direction on which the second redirector works, `rx` for packets that the guest ' + 'sends.',
  },
  {
    name: 'colo_filter_sec_redirector0_indev',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, secondary host: id of the socket from which the first redirector takes the primary's packets " +
      'and feeds them to the secondary guest.',
  },
  {
    name: 'colo_filter_sec_redirector0_outdev',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, secondary host: read by libxl and then unused, as the first redirector there only brings ' + 'packets in.',
  },
  {
    name: 'colo_filter_sec_redirector0_queue',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text: 'COLO, secondary host: direction of the first redirector, `tx` for packets that go into the guest.',
  },
  {
    name: 'colo_filter_sec_redirector1_indev',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, secondary host: read by libxl and then unused, as the second redirector there only takes ' +
      'packets out.',
  },
  {
    name: 'colo_filter_sec_redirector1_outdev',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      "COLO, secondary host: id of the socket over which the second redirector sends the guest's answers to " +
      'the primary for comparison.',
  },
  {
    name: 'colo_filter_sec_redirector1_queue',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text: 'COLO, secondary host: direction of the second redirector, `rx` for packets that the guest sends.',
  },
  {
    name: 'colo_filter_sec_rewriter0_queue',
    kind: 'named',
    since: 409,
    type: 'string',
    undocumented: true,
    text:
      'COLO, secondary host: direction on which the rewriter adjusts TCP sequence numbers, so that the ' +
      'secondary guest can take over open connections; usually `all`.',
  },
  ...COLO_SOCKETS,
];
