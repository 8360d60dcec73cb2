import type { Basis } from "./basis.ts";
import type { Histories } from "./histories.ts";
import { changeCame, MACRO } from "./kind.ts";
import { eligibleRows, probabilities, type RiskFit, termsOf } from "./learn.ts";
import { type Foreseen, type Material, withOutlook } from "./material.ts";

/** How long before a customer counts as inactive the warning came, at equal false alarms. */
export type LeadTime = {
  /** Customers who became inactive, and were valuable and active at a judged month end before. */
  readonly customers: number;
  readonly falseAlarms: number;
  readonly rules: Readonly<Record<string, Lead>>;
};

type Lead = {
  /** Share of them whom the rule warned of while they were still active. */
  readonly warned: number;
  /** Mean months from the first warning to inactive; 0 for whom it never warned of. */
  readonly months: number;
  /** The months beyond those of the recency rule, with a 95 % interval; null for that rule. */
  readonly more: {
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
  } | null;
};

/** Share of those to whom nothing happens that each rule may warn of. */
const FALSE_ALARMS = 0.1;
const FEWEST = 10;
const Z = 1.96;

/**
 * Warns at every month end from `first` on, and looks who became inactive afterwards.
 *
 * @returns null where that were too few
 */
export function leadTimes(
  material: Material,
  fit: RiskFit | string,
  basis: Basis,
  first: number,
): LeadTime | null {
  const { histories, rows } = material;
  const active = eligibleRows("undesired", rows, [first, histories.periods - 2]);
  if (active.customer.length === 0) return null;
  const foreseen = withOutlook(material, active, basis);
  const lost = firstInactive(foreseen, histories);
  if (lost.size < FEWEST) return null;
  const scores = {
    recency: active.recency,
    probability: probabilities("undesired", fit, foreseen, termsOf("undesired", foreseen)),
  };
  const leads = Object.entries(scores).map(([rule, score]) => {
    const threshold = thresholdOf(score, foreseen);
    return [rule, leadOf(score, threshold, foreseen, lost)] as const;
  });
  const base = leads[0]?.[1] ?? [];
  const rules = leads.map(([rule, own]) => [
    rule,
    summarise(own, rule === "recency" ? null : base),
  ]);
  return { customers: lost.size, falseAlarms: FALSE_ALARMS, rules: Object.fromEntries(rules) };
}

/** The period in which each of the customers is inactive first, after having been active. */
function firstInactive({ rows }: Foreseen, { periods, macro }: Histories): Map<number, number> {
  const lost = new Map<number, number>();
  rows.customer.forEach((customer, row) => {
    if (lost.has(customer)) return;
    const at = customer * periods;
    for (let period = (rows.period[row] as number) + 1; period < periods; period++) {
      if (macro[at + period] !== MACRO.inactive) continue;
      lost.set(customer, period);
      return;
    }
  });
  return lost;
}

/** The score that so many of those exceed to whom nothing happened, as far as that is known. */
function thresholdOf(score: Float64Array, { rows, histories, months }: Foreseen): number {
  const last = histories.periods - 1 - months;
  const safe = score
    .filter((_, row) => {
      const [customer, period] = [rows.customer[row] as number, rows.period[row] as number];
      return period <= last && changeCame("undesired", histories, customer, period, months) === 0;
    })
    .sort();
  return safe[Math.floor((1 - FALSE_ALARMS) * (safe.length - 1))] ?? Number.POSITIVE_INFINITY;
}

/** Months from the first warning to inactive, by customer; 0 without a warning. */
function leadOf(
  score: Float64Array,
  threshold: number,
  { rows }: Foreseen,
  lost: ReadonlyMap<number, number>,
): number[] {
  const leads = new Map([...lost.keys()].map((customer) => [customer, 0]));
  rows.customer.forEach((customer, row) => {
    const end = lost.get(customer);
    const period = rows.period[row] as number;
    if (end === undefined || period >= end || !((score[row] as number) > threshold)) return;
    leads.set(customer, Math.max(leads.get(customer) as number, end - period));
  });
  return [...leads.values()];
}

function summarise(leads: readonly number[], base: readonly number[] | null): Lead {
  const n = leads.length;
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / n;
  const months = mean(leads);
  const warned = leads.filter((lead) => lead > 0).length / n;
  if (!base) return { warned, months, more: null };
  const gains = leads.map((lead, i) => lead - (base[i] as number));
  const estimate = mean(gains);
  const half = Z * Math.sqrt(mean(gains.map((gain) => (gain - estimate) ** 2)) / n);
  return { warned, months, more: { estimate, lower: estimate - half, upper: estimate + half } };
}
