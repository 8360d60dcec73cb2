/**
 * What caring for customers will cost: what it cost, per period, in each state of the transition
 * engine, along the path that customers of a state take through the states.
 *
 * Source: the contact cost of a state in Pfeifer & Carraway (2000), J. of Interactive Marketing
 * 14(2); here by state as it was measured, and over a finite horizon.
 */
import { expectedPurchases, summaryAt } from "./base-forecast.ts";
import { shrinkMeans } from "./credibility-hierarchy.ts";
import { customersAt, type Panel } from "./panel.ts";
import { purchasePath, type ScoreEngine, statesOf, tenureAt } from "./score-engine.ts";
import type { TransitionFit } from "./transition.ts";

/** What customers cost in past periods, a row for each customer and period with any. */
export type ServiceCost = {
  /** The customer's number in the panel. */
  readonly customer: Float64Array;
  /** Periods before the last one: 0 is the last. */
  readonly ago: Float64Array;
  /** In currency. */
  readonly amount: Float64Array;
};

/** What a customer of each state costs over one horizon; columns by state. */
export type HorizonCost = {
  readonly days: number;
  /** Customers × periods that began in the state. */
  readonly seen: Float64Array;
  /** Expected in the next period. */
  readonly perPeriod: Float64Array;
  /** Expected within the horizon, and its present value. */
  readonly total: Float64Array;
  readonly discounted: Float64Array;
};

type CostOptions = {
  /** The latest periods whose costs are known; more than the panel has count as all of it. */
  readonly periods: number;
  /** Continuous discount rate per day. */
  readonly rate: number;
};

/**
 * Expected costs by state, for every horizon of a fit. A period's cost comes in its middle. Means
 * of states are drawn towards those of their bin and of all, as purchases are.
 *
 * @returns empty after a fallback: without engine there is no path
 * @throws ModelError of shrinkMeans
 */
export function serviceCosts(
  fit: TransitionFit,
  panel: Panel,
  cost: ServiceCost,
  { periods, rate }: CostOptions,
): HorizonCost[] {
  const known = Math.min(periods, panel.periods - 1);
  const byWindow = fit.windows.map(({ engine }) => costsOf(fit, panel, engine, cost, known));
  return fit.horizons.map(({ days, window }) => {
    const { engine } = fit.windows[window];
    const { seen, means } = byWindow[window];
    const path = purchasePath({ ...engine, rewards: [...means] }, days / fit.periodDays);
    const sumOf = (weight: (h: number) => number) =>
      means.map((_, state) => path.reduce((sum, step, h) => sum + step[state] * weight(h), 0));
    const discounted = sumOf((h) => {
      const from = h * fit.periodDays;
      return Math.exp((-rate * (from + Math.min(from + fit.periodDays, days))) / 2);
    });
    return { days, seen, perPeriod: means, total: sumOf(() => 1), discounted };
  });
}

/** What customers who began a period in each state cost in it. */
function costsOf(
  fit: TransitionFit,
  panel: Panel,
  engine: ScoreEngine,
  cost: ServiceCost,
  periods: number,
): { readonly seen: Float64Array; readonly means: Float64Array } {
  const states = engine.rewards.length;
  const sums = {
    count: new Float64Array(states),
    sum: new Float64Array(states),
    sumOfSquares: new Float64Array(states),
  };
  const spent = byPeriod(cost, panel.customers, periods);
  for (const [ago, column] of spent.entries()) {
    const before = panel.periods - 2 - ago;
    const members = customersAt(panel, before);
    const score = expectedPurchases(fit.base, summaryAt(panel, members, before), engine.scoreDays);
    const stateOf = statesOf(engine, score, tenureAt(panel, members, before));
    members.forEach((who, i) => {
      const state = stateOf[i];
      sums.count[state]++;
      sums.sum[state] += column[who];
      sums.sumOfSquares[state] += column[who] ** 2;
    });
  }
  const bins = Int32Array.from({ length: states }, (_, state) =>
    Math.floor(state / engine.tenures),
  );
  return { seen: sums.count, means: shrinkMeans(sums, [bins]).means };
}

/** Costs by period and customer; those of earlier periods are left out. */
function byPeriod(cost: ServiceCost, customers: number, periods: number): Float64Array[] {
  const spent = Array.from({ length: periods }, () => new Float64Array(customers));
  cost.customer.forEach((who, row) => {
    const column = spent[cost.ago[row]];
    if (column) column[who] += cost.amount[row];
  });
  return spent;
}
