import { NEWEST_RELEASE, type Release } from '../release';
import { type ErrorTraits, SpecBuilder } from './builder';
import type { SpecReading } from './part';
import { ERROR_INVAL } from './pci-fields';

/** What libxlutil makes of an RDM spec (reserved device memory of passed-through devices). */
export interface RdmSpec extends SpecReading {
  /** 0, or -6 (ERROR_INVAL). */
  readonly rc: number;
  /** The fields of libxl's `libxl_rdm_reserve`; after an error as far as the library had come. */
  readonly rdm: { readonly strategy: string; readonly policy: string };
}

/** Releases that take strategy and policy in any order; older ones want `strategy=...,policy=...`. */
const ANY_ORDER: Release = 414;
/** Releases that look policies up by libxl's table, and take its answer the wrong way round. */
const POLICY_REVERSED: Release = 415;

/** libxl's policy of that name, in any case, as libxl_rdm_reserve_policy_from_string finds it. */
export function rdmPolicy(name: string): string | undefined {
  const lower = name.toLowerCase();
  return ['invalid', 'strict', 'relaxed'].find((policy) => policy === lower);
}

/**
 * Reads an RDM spec, `strategy=host,policy=strict`, exactly as xlu_rdm_parse of libxlutil 4.6 to 4.22. Never throws.
 * From 4.15 on the library refuses every policy that exists, without a word, and prints a message about others but takes them.
 */
export function parseRdm(text: string, release: Release = NEWEST_RELEASE): RdmSpec {
  const builder = new SpecBuilder(text);
  const rdm = { strategy: 'ignore', policy: 'invalid' };
  const rc = new RdmReader(builder, release, rdm).read() ? 0 : ERROR_INVAL;
  return builder.reading({ rc, rdm });
}

class RdmReader {
  readonly #builder: SpecBuilder;
  readonly #release: Release;
  readonly #rdm: { strategy: string; policy: string };

  constructor(builder: SpecBuilder, release: Release, rdm: { strategy: string; policy: string }) {
    this.#builder = builder;
    this.#release = release;
    this.#rdm = rdm;
  }

  read(): boolean {
    const { bytes } = this.#builder;
    const inOrder = this.#release < ANY_ORDER;
    for (let at = 0, index = 0; ; index++) {
      // The last option needs its value: an empty rest, after a comma too, is an error that the library does not explain.
      const equals = bytes.indexOf('=', at);
      if (equals < 0) {
        this.#builder.part(at === bytes.length ? 'name' : 'unknown', at, bytes.length);
        this.#builder.error('strategy=... or policy=... is missing here', at, bytes.length);
        return false;
      }
      const comma = bytes.indexOf(',', equals + 1);
      const end = comma < 0 ? bytes.length : comma;
      const name = bytes.slice(at, equals);
      const wanted = inOrder ? name === ['strategy', 'policy'][index] : name === 'strategy' || name === 'policy';
      this.#builder.part(wanted ? 'name' : 'unknown', at, equals, wanted ? name : undefined);
      if (!wanted) {
        const problem = inOrder && index > 0 ? 'Unknown RDM property value' : 'Unknown RDM state option';
        return this.#printed(problem, at, equals);
      }
      this.#builder.part('value', equals + 1, end, name);
      if (!(name === 'strategy' ? this.#strategy(equals + 1, end) : this.#policy(equals + 1, end))) return false;
      at = end + 1;
      if (inOrder && index === 1) return this.#lastOf(end);
      if (comma < 0) return inOrder ? this.#policyMissing() : true;
    }
  }

  #strategy(start: number, end: number): boolean {
    if (this.#builder.bytes.slice(start, end) !== 'host')
      return this.#printed('Unknown RDM strategy option', start, end);
    this.#rdm.strategy = 'host';
    return true;
  }

  #policy(start: number, end: number): boolean {
    const value = this.#builder.bytes.slice(start, end);
    if (this.#release < POLICY_REVERSED) {
      if (value !== 'strict' && value !== 'relaxed') {
        return this.#printed('Unknown RDM property policy value', start, end);
      }
      this.#rdm.policy = value;
      return true;
    }
    const policy = rdmPolicy(value);
    if (policy === undefined) {
      this.#printed('Unknown RDM policy', start, end, { warning: true });
      return true;
    }
    this.#rdm.policy = policy;
    this.#builder.error('xl refuses every policy that it knows', start, end);
    return false;
  }

  /** Before 4.14 the library wants the spec to end with the policy. */
  #lastOf(end: number): boolean {
    if (end === this.#builder.bytes.length) return true;
    this.#builder.part('unknown', end + 1, this.#builder.bytes.length);
    this.#builder.error('nothing may follow the policy', end, this.#builder.bytes.length);
    return false;
  }

  #policyMissing(): boolean {
    const end = this.#builder.bytes.length;
    this.#builder.error('policy=... must follow the strategy', end, end);
    return false;
  }

  #printed(problem: string, start: number, end: number, traits: ErrorTraits = {}): false {
    const message = `${problem}: ${this.#builder.text(start, end)}`;
    this.#builder.error(problem, start, end, message, { unterminated: true, ...traits });
    return false;
  }
}
