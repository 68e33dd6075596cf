import type { CpuItem } from '../syntax/specs';
import type { Bitmap } from './bitmap';
import { int32 } from './fields';
import type { Host } from './host';

/** More than any host has CPUs; xl itself would count on for hours. */
const MOST_NUMBERS = 65536n;

/** Adds the CPUs that the pieces of a spec name to a bitmap, or takes them away, one piece after the other. */
export function addCpus(items: readonly CpuItem[], cpus: Bitmap, host: Host): void {
  for (const { not, nodes, all, first, last } of items) {
    if (all) {
      cpus.setAll();
      continue;
    }
    const end = last - first < MOST_NUMBERS ? last : first + MOST_NUMBERS;
    for (let number = first; number <= end; number++) {
      if (nodes) setNode(int32(number), cpus, host, !not);
      else cpus.set(int32(number), !not);
    }
  }
}

function setNode(node: number, cpus: Bitmap, host: Host, on: boolean): void {
  if (node < 0 || node >= host.nodes) return;
  const perNode = Math.floor(host.cpus / host.nodes);
  // xl gathers a node's CPUs in a map that is only as wide as one for nodes
  const end = Math.min((node + 1) * perNode, Math.ceil(host.nodes / 8) * 8);
  for (let cpu = node * perNode; cpu < end; cpu++) cpus.set(cpu, on);
}
