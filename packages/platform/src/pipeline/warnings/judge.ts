import { warnings } from "@kundenwert/models";
import { type Basis, fitBasis } from "./basis.ts";
import { reachOf } from "./desired-terms.ts";
import type { WarningKind } from "./kind.ts";
import { type LeadTime, leadTimes } from "./lead-time.ts";
import { eligibleRows, learn, outcomesOf, probabilities, type RiskFit, termsOf } from "./learn.ts";
import { type Foreseen, type Material, withOutlook } from "./material.ts";
import { everybodyAt } from "./origin-rows.ts";
import { spendOfYear } from "./outlook.ts";
import { silenceByInterval } from "./terms.ts";

/** How good the warnings would have been on the company's own past. */
export type Quality = {
  /** Indices of the month ends that were warned at. */
  readonly origins: readonly number[];
  /** The last month end whose outcome was learnt from lies `months` before the first origin. */
  readonly learntUntil: number;
  readonly rows: number;
  readonly customers: number;
  readonly events: number;
  /** The warnings, in the order of probability and of value at stake, and the rules they replace. */
  readonly rankings: Readonly<Record<string, warnings.RankingComparison>>;
  readonly reference: string;
  readonly leadTime: LeadTime | null;
};

/** What a warning has to beat. */
const REFERENCE = { undesired: "recency", desired: "spend" } as const;
const MOST_ORIGINS = 4;
const FEWEST_EVENTS = 10;
const SEED = 20_260_101;

/** The month ends warnings are judged at; a third of those that can be, four at the most. */
export function judgedOrigins(periods: number, months: number): readonly number[] {
  const possible = periods - 2 * months;
  if (possible < 1) return [];
  const count = Math.min(MOST_ORIGINS, Math.max(1, Math.floor(possible / 3)));
  return Array.from({ length: count }, (_, i) => periods - 1 - months - count + 1 + i);
}

/**
 * The models of the past, each fitted once: both kinds of warning are judged with the same ones.
 *
 * @returns what was fitted on all that was known at a month's end; null where nobody was
 */
export function basisOfPast(
  material: Material,
  hasAmounts: boolean,
): (period: number) => Basis | null {
  const { rows, histories, ends } = material;
  const fitted = new Map<number, Basis | null>();
  return (period) => {
    if (!fitted.has(period)) {
      const known = everybodyAt(rows, period);
      const isKnown = known.customer.length > 0;
      fitted.set(period, isKnown ? fitBasis(known, histories, ends, hasAmounts) : null);
    }
    return fitted.get(period) ?? null;
  };
}

/**
 * Learns as if time had ended at the first of the judged month ends, warns at each of them, and
 * compares with what came.
 *
 * @param basisAt see `basisOfPast`
 * @returns null where the history is too short or too little happened in it
 */
export function judge(
  kind: WarningKind,
  material: Material,
  basisAt: (period: number) => Basis | null,
  budget: number,
): Quality | null {
  const { rows, histories, months } = material;
  const origins = judgedOrigins(histories.periods, months);
  const [first, last] = [origins[0], origins.at(-1)];
  if (first === undefined || last === undefined) return null;
  const learntUntil = first - months;
  const basis = basisAt(learntUntil);
  if (!basis) return null;
  const fit = learn(kind, material, basis, [0, learntUntil]);
  const tested = eligibleRows(kind, rows, [first, last]);
  if (tested.customer.length === 0) return null;
  const foreseen = withOutlook(material, tested, basis);
  const event = outcomesOf(kind, foreseen);
  const events = event.reduce((sum, one) => sum + one, 0);
  if (events < FEWEST_EVENTS || event.length - events < FEWEST_EVENTS) return null;
  const reference = REFERENCE[kind];
  const customer = Float64Array.from(tested.customer);
  return {
    origins,
    learntUntil,
    rows: event.length,
    customers: new Set(tested.customer).size,
    events,
    reference,
    rankings: warnings.compareRankings(scoresOf(kind, fit, foreseen), event, customer, {
      budget,
      seed: SEED,
      reference,
    }),
    leadTime: kind === "undesired" ? leadTimes(material, fit, basis, first) : null,
  };
}

function scoresOf(
  kind: WarningKind,
  fit: RiskFit | string,
  of: Foreseen,
): Record<string, Float64Array> {
  const { rows, outlook, gap } = of;
  const probability = probabilities(kind, fit, of, termsOf(kind, of));
  const weighted = (by: Float64Array) => probability.map((p, row) => p * (by[row] as number));
  if (kind === "undesired") {
    return known({
      probability,
      stake: weighted(spendOfYear(of.basis, rows)),
      recency: rows.recency,
      interval: silenceByInterval(of),
      model: outlook.quietMbg,
    });
  }
  return known({ probability, stake: weighted(gap), spend: rows.spend_12m, formula: reachOf(of) });
}

/** Leaves out scores that a refused model cannot give. */
function known(scores: Record<string, Float64Array>): Record<string, Float64Array> {
  return Object.fromEntries(
    Object.entries(scores).filter(([, column]) => !column.some(Number.isNaN)),
  );
}
