import type { PlainValue } from '../syntax/reading';
import { type DeviceSpec, parseVnode } from '../syntax/specs';
import { ULONG_MAX } from '../syntax/strtol';
import { Bitmap } from './bitmap';
import { type Fields, int32, uint32 } from './fields';
import type { Guest } from './guest';
import { negativeCpus } from './log';
import type { Place } from './message';
import { judge } from './spec-errors';

const KEY = 'vnuma';

/** One node while it is read. */
interface Node {
  readonly fields: Fields;
  readonly vcpus: Bitmap;
  readonly distances: bigint[];
}

/** What all nodes together come to; CPUs are counted, not distinct. */
interface Sums {
  vcpus: bigint;
  memory: bigint;
}

/** Reads the virtual NUMA nodes, as xl's parse_vnuma_config (4.6 to 4.22). */
export function vnuma(guest: Guest): void {
  const list = guest.settings.list(KEY, 'quiet');
  if (!list || list.length === 0) return;
  const given = (guest.build.max_vcpus as number | undefined) ?? 0;
  if (given < 0) {
    guest.say({ key: 'maxvcpus', text: negativeCpus(guest.release)!, severity: 'error' });
    guest.refuse({ key: 'maxvcpus' }, 'libxl_node_bitmap_alloc failed.');
  }
  const sums: Sums = { vcpus: 0n, memory: 0n };
  const size = given === 0 ? guest.host.cpus : given;
  const nodes = list.map((value, item) => readNode(guest, value, { key: KEY, item }, size, list.length, sums));
  checkSums(guest, given, sums);
  guest.build.vnuma_nodes = nodes.map(({ fields, vcpus, distances }) => ({
    ...fields,
    distances: distances.map(uint32),
    vcpus,
  }));
}

function readNode(guest: Guest, value: PlainValue, place: Place, size: number, nodes: number, sums: Sums): Node {
  if (typeof value === 'string') {
    const { line } = guest.settings.setting(KEY)!;
    guest.warn(place, `${guest.settings.source}:${line}:0: warning: value is not a list`);
    guest.refuse(place, 'xl: cannot get vnode config option list');
  }
  const node: Node = { fields: {}, vcpus: new Bitmap(size), distances: Array<bigint>(nodes).fill(0n) };
  for (const option of value) {
    if (typeof option !== 'string') continue;
    const spec = parseVnode(option, guest.release);
    judge(guest, place, spec);
    takeOption(guest, spec.device, place, node, sums);
  }
  return node;
}

function takeOption(guest: Guest, device: DeviceSpec['device'], place: Place, node: Node, sums: Sums): void {
  const { pnode, memkb, vcpus, distances } = device;
  if (pnode !== undefined) {
    if ((pnode as bigint) >= BigInt(guest.host.nodes)) {
      guest.refuse(place, `xl: invalid pnode number: ${pnode}`, { ofHost: true });
    }
    node.fields.pnode = Number(pnode);
    guest.build.numa_placement = false;
  } else if (memkb !== undefined) {
    node.fields.memkb = memkb;
    sums.memory = BigInt.asUintN(64, sums.memory + (memkb as bigint));
  } else if (vcpus !== undefined) {
    for (const range of vcpus as unknown as readonly Range[]) addVcpus(range, node, sums);
  } else if (distances !== undefined) {
    for (const [i, distance] of (distances as readonly bigint[]).entries()) {
      if (i < node.distances.length) node.distances[i] = distance;
    }
  }
}

interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

const MOST_VCPUS = 1n << 20n;

function addVcpus({ first, last }: Range, node: Node, sums: Sums): void {
  if (last < first) return;
  sums.vcpus += last - first + 1n;
  const end = last - first < MOST_VCPUS ? last : first + MOST_VCPUS;
  for (let vcpu = first; vcpu <= end; vcpu++) node.vcpus.set(int32(vcpu));
}

function checkSums(guest: Guest, given: number, sums: Sums): void {
  const place = { key: KEY };
  if (given !== 0) {
    if (BigInt(given) !== sums.vcpus) guest.refuse(place, 'xl: vnuma vcpus and maxvcpus= mismatch');
  } else {
    if (BigInt(guest.host.cpus) < sums.vcpus) {
      const text = 'xl: vnuma specifies more vcpus than pcpus, use maxvcpus= to override this check.';
      guest.refuse(place, text, { ofHost: true });
    }
    guest.build.max_vcpus = int32(sums.vcpus);
  }
  const maximum = guest.build.max_memkb;
  if (maximum !== undefined && maximum !== UNSET_MEMORY && maximum !== sums.memory) {
    guest.refuse(place, 'xl: maxmem and vnuma memory size mismatch');
  }
  guest.build.max_memkb = sums.memory;
}

/** libxl's LIBXL_MEMKB_DEFAULT. */
const UNSET_MEMORY = ULONG_MAX;
