import { bgNbd, type CustomerSummary, mbgNbd, paretoNbd, traditional } from "@kundenwert/models";

/** Models of purchases that need a fit. */
export const PROBABILITY_METHODS = ["bg-nbd", "mbg-nbd", "pareto-nbd"] as const;
/** Those that a run always fits: quick, and enough to look at customers with. */
export const QUICK_METHODS: readonly ProbabilityMethod[] = ["bg-nbd", "mbg-nbd"];
const TRADITIONAL_METHODS = ["formula", "formula-retention", "repeat-rate", "last-window"] as const;
/** What every method must beat: 0 for everyone, and the mean for everyone. */
export const YARDSTICKS = ["zero", "mean"] as const;

export type ProbabilityMethod = (typeof PROBABILITY_METHODS)[number];
type TraditionalMethod = (typeof TRADITIONAL_METHODS)[number];
export type Yardstick = (typeof YARDSTICKS)[number];
/** A method that knows of a customer x, t_x and T only, or windows of them. */
export type SummaryMethod = ProbabilityMethod | TraditionalMethod;
/** `transition` knows the whole history by period (transition/). */
export type Method = SummaryMethod | "transition";

export const METHODS: readonly Method[] = [
  ...PROBABILITY_METHODS,
  ...TRADITIONAL_METHODS,
  "transition",
];

/** The probability models, by method; all offer the same verbs. */
export const probabilityModels = {
  "bg-nbd": bgNbd,
  "mbg-nbd": mbgNbd,
  "pareto-nbd": paretoNbd,
} as const;

export function isProbabilityMethod(method: string): method is ProbabilityMethod {
  return (PROBABILITY_METHODS as readonly string[]).includes(method);
}

export function isMethod(method: string): method is Method {
  return (METHODS as readonly string[]).includes(method);
}

/**
 * What stands in for a method where only x, t_x and T are at hand, such as for P(active): itself,
 * or for `transition` a quick model that was fitted.
 */
export function summaryMethod(
  method: Method,
  fitted: Readonly<Partial<Record<ProbabilityMethod, unknown>>>,
): SummaryMethod {
  if (method !== "transition") return method;
  const quick = QUICK_METHODS.toReversed().find((model) => fitted[model] !== undefined);
  return quick ?? "repeat-rate";
}

/** What carries x and T on without a model; `last-window` is not among them: it needs windows. */
export const RULES_OF_THUMB = ["formula", "formula-retention", "repeat-rate"] as const;
export type RuleOfThumb = (typeof RULES_OF_THUMB)[number];

/** Share of buyers who bought again in the window after, and how long a window is, in weeks. */
export type RepurchaseRate = { readonly share: number; readonly period: number };

/**
 * Purchases a rule of thumb expects in the horizon, per row. NaN for the retention formula where
 * nobody had the time to buy again.
 *
 * @param horizon in weeks, as the summary
 */
export function ruleOfThumb(
  method: RuleOfThumb,
  summary: CustomerSummary,
  horizon: number,
  repurchase: RepurchaseRate | undefined,
): Float64Array {
  if (method === "formula") return traditional.formula(summary, horizon);
  if (method === "repeat-rate") return traditional.repeatRate(summary, horizon);
  if (!repurchase) return new Float64Array(summary.T.length).fill(Number.NaN);
  const { share: retention, period } = repurchase;
  return traditional.formulaRetention(summary, horizon, { retention, period });
}
