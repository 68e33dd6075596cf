import type { PlainValue } from '../syntax/reading';
import { strtoul, ULONG_MAX } from '../syntax/strtol';
import { Bitmap } from './bitmap';
import { parseRange } from './cpu-range';
import { type Fields, int32, uint32 } from './fields';
import type { Guest } from './guest';
import { negativeCpus } from './log';
import type { Place } from './message';
import { pieces, splitPair, trimmed } from './split';

const KEY = 'vnuma';

/** One node while it is read, with how many CPUs its specs name: counted, not distinct. */
interface Node {
  readonly fields: Fields;
  readonly vcpus: Bitmap;
  readonly distances: bigint[];
}

/** What all nodes together come to. */
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
    guest.say({ key: 'maxvcpus', text: negativeCpus(guest.release), severity: 'error' });
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
    const pair = splitPair(option, guest.release);
    if (!pair) guest.refuse(place, `xl: failed to split "${option}" into pair`);
    readOption(guest, trimmed(pair[0]), trimmed(pair[1]), place, node, sums);
  }
  return node;
}

function readOption(guest: Guest, name: string, value: string, place: Place, node: Node, sums: Sums): void {
  switch (name) {
    case 'pnode': {
      const number = parseUlong(guest, value, place);
      if (number >= BigInt(guest.host.nodes)) guest.refuse(place, `xl: invalid pnode number: ${number}`);
      node.fields.pnode = Number(number);
      guest.build.numa_placement = false;
      break;
    }
    case 'size': {
      const memory = BigInt.asUintN(64, parseUlong(guest, value, place) << 10n);
      node.fields.memkb = memory;
      sums.memory = BigInt.asUintN(64, sums.memory + memory);
      break;
    }
    case 'vcpus':
      addVcpus(guest, value, place, node, sums);
      break;
    case 'vdistances':
      for (const [i, { text }] of tokens(guest, value, place).entries()) {
        const distance = parseUlong(guest, text, place);
        if (i < node.distances.length) node.distances[i] = distance;
      }
  }
}

/** split_string_into_string_list: xl dies when there is nothing to split. */
function tokens(guest: Guest, value: string, place: Place) {
  const list = pieces(value, ',');
  if (list.length === 0) guest.crash(place);
  return list;
}

const MOST_VCPUS = 1n << 20n;

function addVcpus(guest: Guest, value: string, place: Place, node: Node, sums: Sums): void {
  for (const { text } of tokens(guest, value, place)) {
    const { first, last } = parseRange(text);
    if (last < first) continue;
    sums.vcpus += last - first + 1n;
    const end = last - first < MOST_VCPUS ? last : first + MOST_VCPUS;
    for (let vcpu = first; vcpu <= end; vcpu++) node.vcpus.set(int32(vcpu));
  }
}

/** A number as xl's parse_ulong takes it; what stands behind it does not matter. */
export function parseUlong(guest: Guest, text: string, place: Place): bigint {
  const { value, end } = strtoul(text, 10);
  if (end === 0 || value === ULONG_MAX) guest.refuse(place, `xl: failed to convert "${text}" to number`);
  return value;
}

function checkSums(guest: Guest, given: number, sums: Sums): void {
  const place = { key: KEY };
  if (given !== 0) {
    if (BigInt(given) !== sums.vcpus) guest.refuse(place, 'xl: vnuma vcpus and maxvcpus= mismatch');
  } else {
    if (BigInt(guest.host.cpus) < sums.vcpus) {
      const text = 'xl: vnuma specifies more vcpus than pcpus, use maxvcpus= to override this check.';
      guest.refuse(place, text);
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
