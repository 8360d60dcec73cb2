/**
 * What the shifted-beta-geometric and the beta-discrete-Weibull share. A customer who faces the
 * t-th renewal has survived (1 − θ)^(t^c) with θ ~ Beta(alpha, beta) across customers, so
 * S(t) = B(alpha, beta + t^c) / B(alpha, beta). With c = 1 each customer's chance to leave is
 * the same at every renewal: that is the shifted-beta-geometric.
 *
 * Sources: Fader & Hardie (2007), J. Interactive Marketing 21(1); Fader & Hardie (2010),
 * Marketing Science 29(1); Fader, Hardie, Liu, Davin & Steenburgh (2018), J. Interactive
 * Marketing 43.
 */
import { ModelError, requireAtLeastZero } from "./errors.ts";
import type { Lifetimes, Renewals } from "./lifetime-data.ts";
import { digammaDifference, logRising } from "./numeric/gamma-differences.ts";
import { log1mexp } from "./numeric/logarithms.ts";
import { integrate } from "./numeric/quadrature.ts";
import { createRandom } from "./numeric/random.ts";

/** All positive. c below 1: a customer's own chance to leave falls with every renewal. */
export type DiscreteParams = { readonly alpha: number; readonly beta: number; readonly c: number };

/** The share of a cohort that renews for the t-th time, of those who reach that date; t ≥ 1. */
function retentionAt({ alpha, beta, c }: DiscreteParams, t: number): number {
  if (c === 1) return (beta + t - 1) / (alpha + beta + t - 1);
  return Math.exp(logRetention({ alpha, beta, c }, t));
}

/** ln of `retentionAt`. */
export function logRetention({ alpha, beta, c }: DiscreteParams, t: number): number {
  const before = (t - 1) ** c;
  return logSurvival(alpha, beta + before, t ** c - before);
}

/** ln of B(alpha, beta + u) / B(alpha, beta), by the form in which less cancels. */
function logSurvival(alpha: number, beta: number, u: number): number {
  return u < alpha
    ? logRising(beta, u) - logRising(alpha + beta, u)
    : logRising(beta, alpha) - logRising(beta + u, alpha);
}

/**
 * Refuses data from which so many parameters cannot be told.
 *
 * @throws ModelError TOO_LITTLE_DATA: nobody left, nobody stayed, or fewer dates than parameters
 */
export function requireRenewals({ lost, stayed, customers }: Renewals, parameters: number): void {
  const dates = lost.filter((count, t) => count + stayed[t] > 0).length;
  const losses = lost.reduce((sum, count) => sum + count, 0);
  const renewed = stayed.reduce((sum, count) => sum + count, 0);
  if (losses > 0 && renewed > 0 && dates >= parameters) return;
  throw new ModelError(
    "TOO_LITTLE_DATA",
    `A fit needs customers who left, customers who renewed and ${parameters} renewal dates`,
    { customers, losses, renewed, dates },
  );
}

/** Σ over renewals of lost × ln churn + stayed × ln retention. */
export function discreteLogLikelihood(params: DiscreteParams, renewals: Renewals): number {
  const { lost, stayed } = renewals;
  let sum = 0;
  for (let t = 1; t < lost.length; t++) {
    if (lost[t] + stayed[t] === 0) continue;
    const stay = logRetention(params, t);
    if (lost[t] > 0) sum += lost[t] * log1mexp(-stay);
    if (stayed[t] > 0) sum += stayed[t] * stay;
  }
  return sum;
}

/** Retention at 0 … horizon, 1 at 0: nobody can leave before the first renewal. */
export function retentionCurve(params: DiscreteParams, horizon: number): Float64Array {
  requireWhole("horizon", horizon);
  return Float64Array.from({ length: horizon + 1 }, (_, t) =>
    t === 0 ? 1 : retentionAt(params, t),
  );
}

/** S(0 … horizon). */
export function survivalCurve(params: DiscreteParams, horizon: number): Float64Array {
  let survivors = 1;
  return retentionCurve(params, horizon).map((retention) => {
    survivors *= retention;
    return survivors;
  });
}

/** Customers seen for so many renewal dates: how long they stayed, and whether they left. */
export function simulateRenewals(
  { alpha, beta, c }: DiscreteParams,
  dates: Float64Array,
  seed: number,
): Lifetimes {
  const random = createRandom(seed);
  const lost = new Float64Array(dates.length);
  const duration = dates.map((seen, i) => {
    requireWhole("dates", seen);
    // Survived t renewals while (1 − θ)^(t^c) exceeds a uniform number.
    const renewals = Math.floor(
      (Math.log(random.uniform()) / Math.log1p(-random.beta(alpha, beta))) ** (1 / c),
    );
    if (renewals >= seen) return seen;
    lost[i] = 1;
    return renewals + 1;
  });
  return { duration, lost };
}

/**
 * Expected further renewals after each number of renewals, the k-th divided by (1 + rate)^(k−1):
 * Σ S(n + k) / S(n) / (1 + rate)^(k − 1), k from 1 to the horizon.
 *
 * @throws ModelError INFINITE_EXPECTATION without horizon and rate where alpha c ≤ 1;
 *   VALUE_OUT_OF_RANGE for renewals that are not whole; ARGUMENT_OUT_OF_RANGE
 */
export function residualRenewals(
  params: DiscreteParams,
  renewals: Float64Array,
  rate: number,
  horizon: number,
): Float64Array {
  requireAtLeastZero("rate", rate);
  if (horizon !== Number.POSITIVE_INFINITY) requireWhole("horizon", horizon);
  const row = renewals.findIndex((n) => !(Number.isInteger(n) && n >= 0));
  if (row >= 0) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `renewals must be whole in row ${row}`, {
      row,
      value: renewals[row],
    });
  }
  if (horizon < Number.POSITIVE_INFINITY) {
    const known = new Map<number, number>();
    return renewals.map((n) => {
      const value = known.get(n) ?? withinHorizon(params, n, 1 / (1 + rate), horizon);
      known.set(n, value);
      return value;
    });
  }
  const most = renewals.reduce((longest, n) => Math.max(longest, n), 0);
  const all = withoutHorizon(params, most, rate);
  return renewals.map((n) => all[n]);
}

function withinHorizon(params: DiscreteParams, n: number, discount: number, horizon: number) {
  let sum = 0;
  let present = 1;
  for (let k = 1; k <= horizon; k++) {
    present *= retentionAt(params, n + k);
    sum += present;
    present *= discount;
  }
  return sum;
}

/** Renewals counted one by one before the rest is taken as an integral. */
const COUNTED = 1000;

/** For 0 … most renewals, backwards: D(n) = retention(n + 1) × (1 + D(n + 1) / (1 + rate)). */
function withoutHorizon(params: DiscreteParams, most: number, rate: number): Float64Array {
  const all = new Float64Array(most + 1);
  let next = farAway(params, most + COUNTED, rate);
  for (let n = most + COUNTED - 1; n >= 0; n--) {
    next = retentionAt(params, n + 1) * (1 + next / (1 + rate));
    if (n <= most) all[n] = next;
  }
  return all;
}

/**
 * D(n) for large n by the formula of Euler and Maclaurin: with f(k) = S(n + k) / S(n) / (1 +
 * rate)^k, D(n) = (1 + rate) × (∫ f − f(0) / 2 − f′(0) / 12). What it leaves out is below 1e-13.
 */
function farAway({ alpha, beta, c }: DiscreteParams, n: number, rate: number): number {
  const delta = Math.log1p(rate);
  if (delta === 0 && alpha * c <= 1) {
    throw new ModelError(
      "INFINITE_EXPECTATION",
      "Some customers stay so long that the expected lifetime is infinite: take a horizon or a rate",
      { alpha, c },
    );
  }
  const u = n ** c;
  // k = n (eʸ − 1): in y the survivors fall exponentially.
  const discount = (y: number) => (delta === 0 ? 0 : delta * n * Math.expm1(y));
  const f = (y: number) =>
    n * Math.exp(y + logSurvival(alpha, beta + u, u * Math.expm1(c * y)) - discount(y));
  const end = Math.min(40 / c, Math.log1p(750 / (delta * n)));
  const rest = delta === 0 ? f(end) / (alpha * c - 1) : 0;
  const slope = -delta - c * n ** (c - 1) * digammaDifference(beta + u, alpha);
  return (1 + rate) * (integrate(f, end, 0.25) + rest - 0.5 - slope / 12);
}

/** @throws ModelError ARGUMENT_OUT_OF_RANGE unless the value is 0, 1, 2, … */
export function requireWhole(name: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", `${name} must be whole and 0 or more`, {
      name,
      value,
    });
  }
}
