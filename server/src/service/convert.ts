import { type Applied, applyFixes, convertKinds, isConversion, type Left } from '../migrate/convert';
import { type Proof, prove } from '../migrate/proof';
import { completeDomain, domainJson } from '../model';
import { assumptionKey } from '../python/assumption-key';
import type { Verdict } from '../rules/diagnose';
import { type Inspection, inspect } from '../rules/inspect';
import { isXlOnly } from '../rules/xl-only';
import type { Edit } from '../syntax/span';
import { type AnalyseOptions, type Analysis, analyse, withForeign } from './analysis';
import { type Parameter, parametersOf } from './parameters';

export type ConvertOptions = AnalyseOptions & {
  /** Also applies unsafe fixes where there is a single candidate. */
  readonly unsafe?: boolean;
};

/** A text as xl reads it, made by nothing but fixes. */
export interface Conversion {
  readonly text: string;
  /** What turns the original text into it. */
  readonly edits: readonly Edit[];
  readonly applied: readonly Applied[];
  /** What is left to decide, in the result's text. */
  readonly left: readonly Left[];
  /** What the result has nothing of any more, by line. */
  readonly losses: readonly Loss[];
  /** What the result takes for granted about the machine where xm ran, a clause each. */
  readonly assumptions: readonly string[];
  /** The expressions of `assume` that the file does not hold, or of which the value is known. */
  readonly unusedAssumptions: readonly string[];
  readonly parameters: readonly Parameter[];
  /** What xl says of the result. */
  readonly verdict: Verdict | null;
  /** The guest's name in the result, where it has one. */
  readonly name?: string;
  /**
   * The domain that xl builds from the result, as `xl -N create` prints it, or with the defaults that libxl fills in; what
   * xl and libxl say where there is none.
   */
  domain(defaults: boolean): { readonly json: string } | { readonly refused: readonly string[] };
  /** What xm built beside what xl builds; computed when it is asked for. */
  prove(): Proof;
}

/** Something of the file that went: xl has nothing like it, or xm itself had made no setting of it. */
export interface Loss {
  /** Line of the original text, from 0. */
  readonly line: number;
  readonly by: 'xl' | 'xm';
  readonly text: string;
}

/** Applies safe and restoring fixes (and unsafe ones if asked) until none is left. */
export function convert(text: string, options: ConvertOptions): Conversion {
  const { unsafe = false } = options;
  return convertAnalysis(analyse(text, unsafe ? options : { ...options, forConversion: true }), unsafe);
}

/** Like `convert`, for a text that is analysed already. */
export function convertAnalysis(analysis: Analysis, unsafe: boolean): Conversion {
  const { text, options } = analysis;
  const first = taken(analysis);
  const kinds = convertKinds(unsafe);
  // an unsafe fix may be any rule's
  const conversion = applyFixes(first, kinds, withForeign(text, { ...options, forConversion: !unsafe }), isConversion);
  const { result, ...rest } = conversion;
  const { reading, domain } = result.input;
  const name = reading.settings.findLast((setting) => setting.name === 'name')?.value;
  let proof: Proof | undefined;
  return {
    ...rest,
    ...(typeof name === 'string' && { name }),
    domain: (defaults) => {
      const completed = defaults && domain.domain ? completeDomain(domain.domain, hostOf(options)) : domain;
      if (completed.domain) return { json: domainJson(completed.domain) };
      return { refused: completed.messages.map((message) => message.text.trim()).filter((said) => said !== '') };
    },
    losses: lossesOf(analysis, conversion.applied),
    unusedAssumptions: unusedAssumptions(analysis),
    assumptions: assumptionsOf(analysis, conversion.applied),
    parameters: parametersOf(analysis),
    verdict: result.verdict,
    prove: () => {
      proof ??= prove(first, conversion, options.host);
      return proof;
    },
  };
}

/**
 * The file as a conversion takes it: whoever asks for xm's defaults has files of xm, also where a file looks the same
 * to xl. One with something in it that only xl knows stays an xl file.
 */
function taken({ text, options, inspection }: Analysis): Inspection {
  const { dialect, isOther, file } = inspection;
  if (!options.keepXmDefaults || dialect !== 'xl' || isOther || file.settings.some(isXlOnly)) return inspection;
  return inspect(text, { ...withForeign(text, options), forceXm: true });
}

function hostOf({ host }: AnalyseOptions) {
  return host ? { host } : {};
}

function lossesOf({ lines, inspection }: Analysis, applied: readonly Applied[]): Loss[] {
  const byXl = applied.flatMap(({ line, drops }): Loss[] =>
    drops === undefined ? [] : [{ line, by: 'xl', text: drops }],
  );
  const byXm = (inspection.input.python?.constructs ?? []).flatMap(({ lost, span }): Loss[] =>
    lost === undefined ? [] : [{ line: lines.position(span.start).line, by: 'xm', text: lost }],
  );
  return [...byXl, ...byXm].sort((a, b) => a.line - b.line);
}

function unusedAssumptions({ inspection, options }: Analysis): string[] {
  const made = inspection.input.python?.evaluation.assumptions ?? [];
  return [...(options.assume ?? [])].flatMap(([source, value]) =>
    made.some(({ text }) => text === `${assumptionKey(source)} is '${value}'`) ? [] : [source],
  );
}

function assumptionsOf({ inspection }: Analysis, applied: readonly Applied[]): string[] {
  const { python, fileName } = inspection.input;
  const named = applied.some(({ code }) => code === 'missing-name');
  return [
    ...(python?.evaluation.assumptions.map((one) => one.text) ?? []),
    ...(named ? [`the guest is called ${fileName}, as the file is`] : []),
  ];
}

/** Applies the safe fixes alone until none is left; the edits are against the analysed text. */
export function fixAll(analysis: Analysis): { text: string; edits: readonly Edit[] } {
  const { text, edits } = applyFixes(
    analysis.inspection,
    new Set(['safe']),
    withForeign(analysis.text, analysis.options),
  );
  return { text, edits };
}
