import { type BetaBetaParams, betaBetaData, betaBetaRows } from "./bg-bb-likelihood.ts";
import type { CustomerSummary } from "./customer-summary.ts";
import { requirePositive } from "./errors.ts";
import { residualRenewals } from "./lifetime-discrete.ts";
import { logGamma } from "./numeric/gamma.ts";
import { logRising } from "./numeric/gamma-differences.ts";

/**
 * P(active through opportunity n | x, t_x, n) × what `ifActive` says of a customer with x and n,
 * for each customer.
 *
 * @param ifActive called once per distinct customer.
 * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `betaBetaData`
 */
export function predictIfActive(
  params: BetaBetaParams,
  { frequency, recency, T }: CustomerSummary,
  ifActive: (x: number, n: number) => number,
): Float64Array {
  requirePositive(params);
  const data = betaBetaData({ frequency, recency, T });
  const { total, active } = betaBetaRows(params, data);
  const most = data.mostOpportunities + 1;
  const keyOf = (x: number, tx: number, n: number) => (x * most + tx) * most + n;
  const predicted = new Map<number, number>();
  for (const { x, n, recencies, rows } of data.groups) {
    const value = ifActive(x, n);
    rows.forEach((row, k) => {
      predicted.set(keyOf(x, recencies[k], n), Math.exp(active[row] - total[row]) * value);
    });
  }
  return frequency.map((x, i) => predicted.get(keyOf(x, recency[i], T[i])) as number);
}

/** What is believed of a customer with x and n who is active through opportunity n. */
export function posterior(params: BetaBetaParams, x: number, n: number): BetaBetaParams {
  const { alpha, beta, gamma, delta } = params;
  return { alpha: alpha + x, beta: beta + n - x, gamma, delta: delta + n };
}

/**
 * Σ P(active at the k-th opportunity ahead) / (1 + rate)^k over the horizon, for a customer who
 * is active now: survival as in the shifted-beta-geometric.
 */
export function opportunitiesAhead(
  { gamma, delta }: BetaBetaParams,
  rate: number,
  horizon: number,
): number {
  const leaving = { alpha: gamma, beta: delta, c: 1 };
  return residualRenewals(leaving, Float64Array.of(0), rate, horizon)[0] / (1 + rate);
}

/** P(`count` purchases at the next `horizon` opportunities) of a customer active now. */
export function countIfActive(params: BetaBetaParams, horizon: number, count: number): number {
  if (count > horizon) return 0;
  const { alpha, beta, gamma, delta } = params;
  // ln of the chance to have bought `count` times at m opportunities while active.
  const bought = (m: number) =>
    logRising(m - count + 1, count) -
    logGamma(count + 1) +
    logRising(alpha, count) +
    logRising(beta, m - count) -
    logRising(alpha + beta, m);
  let sum = Math.exp(
    bought(horizon) + logRising(delta, horizon) - logRising(gamma + delta, horizon),
  );
  for (let m = count; m < horizon; m++) {
    const left = Math.log(gamma) + logRising(delta, m) - logRising(gamma + delta, m + 1);
    sum += Math.exp(bought(m) + left);
  }
  return sum;
}
