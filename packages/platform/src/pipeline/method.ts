import { bgNbd, type CustomerSummary, mbgNbd, traditional } from "@kundenwert/models";

/** How customers can be valued. The first two need a fit; the others are rules of thumb. */
export const PROBABILITY_METHODS = ["bg-nbd", "mbg-nbd"] as const;
const TRADITIONAL_METHODS = ["formula", "repeat-rate", "last-period"] as const;
/** What every method must beat: 0 for everyone, and the mean for everyone. */
export const YARDSTICKS = ["zero", "mean"] as const;

export type ProbabilityMethod = (typeof PROBABILITY_METHODS)[number];
type TraditionalMethod = (typeof TRADITIONAL_METHODS)[number];
export type Yardstick = (typeof YARDSTICKS)[number];
export type Method = ProbabilityMethod | TraditionalMethod;

export const METHODS: readonly Method[] = [...PROBABILITY_METHODS, ...TRADITIONAL_METHODS];

/** The probability models, by method; all offer the same verbs. */
export const probabilityModels = { "bg-nbd": bgNbd, "mbg-nbd": mbgNbd } as const;

export function isProbabilityMethod(method: string): method is ProbabilityMethod {
  return (PROBABILITY_METHODS as readonly string[]).includes(method);
}

export function isMethod(method: string): method is Method {
  return (METHODS as readonly string[]).includes(method);
}

/** Purchases a rule of thumb that knows x and T only expects in the horizon, per row. */
export function ruleOfThumb(
  method: "formula" | "repeat-rate",
  summary: CustomerSummary,
  horizon: number,
): Float64Array {
  return method === "formula"
    ? traditional.formula(summary, horizon)
    : traditional.repeatRate(summary, horizon);
}
