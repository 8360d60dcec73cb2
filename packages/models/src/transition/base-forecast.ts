/** Step 1: what is expected of each customer alone, before segments correct it. */

import type { BetaGeometricParams } from "../bg-nbd-likelihood.ts";
import type { CustomerSummary } from "../customer-summary.ts";
import { ModelError } from "../errors.ts";
import * as gammaGamma from "../gamma-gamma.ts";
import { mbgNbd } from "../mbg-nbd.ts";
import * as paretoNbd from "../pareto-nbd.ts";
import * as spendShrinkage from "../spend-shrinkage.ts";
import { customersAt, endOf, type Panel, totalAt, windowAt } from "./panel.ts";

const DAYS_PER_WEEK = 7;
/** Spend that counts is that of the last year. */
const SPEND_DAYS = 365;
/** Keeps the search in flat likelihoods from running away, and moves nothing else. */
const PENALTY = 1e-5;

/** Expected spend is (strength · mean + n · own) / (strength + n) for n purchases at mean `own`. */
type SpendPrior = { readonly mean: number; readonly strength: number };

export type BaseModel = {
  readonly purchases:
    | { readonly model: "pareto-nbd"; readonly params: paretoNbd.Params }
    | { readonly model: "mbg-nbd"; readonly params: BetaGeometricParams };
  /** Undefined where there are no amounts. */
  readonly spend?: SpendPrior;
};

/**
 * Pareto/NBD, or MBG/NBD where that is refused, on what was known at the end of a period; spend
 * by Gamma-Gamma over all purchases, or by credibility where that is refused.
 *
 * @throws ModelError of the refusal where neither model can be fitted
 */
export function fitBase(panel: Panel, period: number, start?: BaseModel): BaseModel {
  const members = customersAt(panel, period);
  const purchases = fitPurchases(summaryAt(panel, members, period), start?.purchases);
  if (!panel.hasAmounts) return { purchases };
  const frequency = totalAt(panel, panel.purchases, members, period);
  const amount = totalAt(panel, panel.amount, members, period);
  const monetaryValue = amount.map((sum, i) => Math.max(sum, 0) / frequency[i]);
  const rows = monetaryValue.reduce<number[]>((kept, mean, i) => {
    if (mean > 0) kept.push(i);
    return kept;
  }, []);
  if (rows.length === 0) return { purchases };
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
  return {
    purchases,
    spend: fitSpend({ frequency: pick(frequency), monetaryValue: pick(monetaryValue) }),
  };
}

function fitPurchases(
  summary: CustomerSummary,
  start: BaseModel["purchases"] | undefined,
): BaseModel["purchases"] {
  const warm = start?.model === "pareto-nbd" ? { start: start.params } : {};
  try {
    const { params } = paretoNbd.fit(summary, { penalty: PENALTY, ...warm });
    return { model: "pareto-nbd", params };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { model: "mbg-nbd", params: mbgNbd.fit(summary, { penalty: PENALTY }).params };
  }
}

function fitSpend(spend: { frequency: Float64Array; monetaryValue: Float64Array }): SpendPrior {
  try {
    const { params } = gammaGamma.fit(spend);
    return { mean: gammaGamma.populationMean(params), strength: (params.q - 1) / params.p };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const { mean, credibility } = spendShrinkage.fit(spend).params;
    return { mean, strength: credibility };
  }
}

/** x, t_x and T in weeks at the end of a period. */
export function summaryAt(panel: Panel, members: Int32Array, period: number): CustomerSummary {
  const end = endOf(panel, period);
  const purchases = totalAt(panel, panel.purchases, members, period);
  const latest = totalAt(panel, panel.latestDay, members, period);
  const first = Float64Array.from(members, (who) => panel.firstDay[who]);
  return {
    frequency: purchases.map((n) => n - 1),
    recency: latest.map((day, i) => (day - first[i]) / DAYS_PER_WEEK),
    T: first.map((day) => (end - day) / DAYS_PER_WEEK),
  };
}

/** E[purchases in the next `days`] of each customer. */
export function expectedPurchases(
  { purchases }: BaseModel,
  summary: CustomerSummary,
  days: number,
): Float64Array {
  const weeks = days / DAYS_PER_WEEK;
  return purchases.model === "pareto-nbd"
    ? paretoNbd.expectedPurchases(purchases.params, summary, weeks)
    : mbgNbd.expectedPurchases(purchases.params, summary, weeks);
}

/** P(active) of each customer. */
export function probabilityAlive({ purchases }: BaseModel, summary: CustomerSummary): Float64Array {
  return purchases.model === "pareto-nbd"
    ? paretoNbd.probabilityAlive(purchases.params, summary)
    : mbgNbd.probabilityAlive(purchases.params, summary);
}

/**
 * What each customer is expected to spend per purchase: that of the last year, or of all time where
 * there was none, drawn towards the mean of all. 1 where there are no amounts.
 */
export function expectedSpend(
  { spend }: BaseModel,
  panel: Panel,
  members: Int32Array,
  period: number,
): Float64Array {
  if (!spend) return new Float64Array(members.length).fill(1);
  const year = Math.round(SPEND_DAYS / panel.periodDays);
  const recent = windowAt(panel, panel.purchases, members, period, year);
  const recentAmount = windowAt(panel, panel.amount, members, period, year);
  const all = totalAt(panel, panel.purchases, members, period);
  const allAmount = totalAt(panel, panel.amount, members, period);
  return recent.map((bought, i) => {
    const n = bought > 0 ? bought : all[i];
    const amount = Math.max(bought > 0 ? recentAmount[i] : allAmount[i], 0);
    return (spend.strength * spend.mean + amount) / (spend.strength + n);
  });
}
