/**
 * What Pareto/NBD predicts. An active customer buys at rate λ ~ Gamma(r + x, α + T) for a time
 * with rate μ ~ Gamma(s, β + T) of ending.
 *
 * Sources: Schmittlein, Morrison & Colombo (1987), Management Science 33(1); Fader & Hardie
 * (2005), "A note on deriving the Pareto/NBD model"; Fader, Hardie & Lee (2005), "RFM and CLV",
 * J. of Marketing Research 42(4), for the discounted purchases.
 */
import { type CustomerSummary, requireValid } from "./customer-summary.ts";
import { ModelError, requirePositive } from "./errors.ts";
import { logRising } from "./numeric/gamma-differences.ts";
import { kummerU } from "./numeric/kummer-u.ts";
import { integrate } from "./numeric/quadrature.ts";
import { mapSmoothPairs } from "./numeric/smooth-pairs.ts";
import { survivalIntegral } from "./pareto-nbd-integral.ts";
import type { ParetoNbdParams } from "./pareto-nbd-likelihood.ts";

/** The probability of each customer being active at T. */
export function paretoNbdAlive(params: ParetoNbdParams, summary: CustomerSummary): Float64Array {
  requirePositive(params);
  requireValid(summary);
  const { r, alpha, s, beta } = params;
  const { frequency, recency, T } = summary;
  const share = (x: number, u: number) => s * survivalIntegral(r + x, s, (beta + u) / (alpha + u));
  const offset = Math.min(alpha, beta);
  const last = mapSmoothPairs(frequency, recency, offset, share);
  const end = mapSmoothPairs(frequency, T, offset, share);
  return frequency.map((x, i) => {
    const silence = T[i] - recency[i];
    if (silence === 0) return 1;
    const logOmega =
      (r + x) * Math.log1p(silence / (alpha + recency[i])) +
      s * Math.log1p(silence / (beta + recency[i]));
    // The odds of having left, s (e^(−ln ω) k(t_x) − k(T)), are ≥ 0; rounding must not say less.
    const odds = Math.max(0, Math.exp(logOmega) * last[i] - end[i]);
    return 1 / (1 + odds);
  });
}

/** `predict` for every customer's posterior given that the customer is active, times P(active). */
export function predictActive(
  params: ParetoNbdParams,
  summary: CustomerSummary,
  predict: (active: ParetoNbdParams) => number,
): Float64Array {
  const alive = paretoNbdAlive(params, summary);
  const { r, alpha, s, beta } = params;
  const whileActive = mapSmoothPairs(summary.frequency, summary.T, Math.min(alpha, beta), (x, T) =>
    predict({ r: r + x, alpha: alpha + T, s, beta: beta + T }),
  );
  return alive.map((p, i) => (p === 0 ? 0 : p * whileActive[i]));
}

/** E[purchases in the next `horizon` time units] of an active customer. */
export function purchasesWhileActive(active: ParetoNbdParams, horizon: number): number {
  const { r, alpha, s, beta } = active;
  const log = Math.log1p(horizon / beta);
  const exponent = (1 - s) * log;
  // ∫₀ᵗ (β / (β + u))ˢ du = β (e^exponent − 1) / (1 − s), whose limit at s = 1 is β · log.
  const time = exponent === 0 ? log : (log * Math.expm1(exponent)) / exponent;
  return (r / alpha) * beta * time;
}

/** ∫₀ʰ e^(−rate·u) · pace(u) du for an active customer; h may be infinite. */
export function discountedWhileActive(
  active: ParetoNbdParams,
  rate: number,
  horizon: number,
): number {
  const { r, alpha, s, beta } = active;
  const isEndless = horizon === Number.POSITIVE_INFINITY;
  if (rate === 0 && isEndless) return purchasesEver(active);
  if (rate === 0) return purchasesWhileActive(active, horizon);
  const pace = (r / alpha) * beta;
  if (isEndless) return pace * kummerU(1, 2 - s, rate * beta);
  const discounted = (y: number) => Math.exp((1 - s) * y - rate * beta * Math.expm1(y));
  const end = Math.min(horizon, 40 / rate);
  return pace * integrate(discounted, Math.log1p(end / beta), 10 / (1 + s));
}

function purchasesEver({ r, alpha, s, beta }: ParetoNbdParams): number {
  if (s > 1) return ((r / alpha) * beta) / (s - 1);
  throw new ModelError(
    "INFINITE_EXPECTATION",
    "With s ≤ 1 the undiscounted purchases over an infinite horizon have no finite mean",
    { s },
  );
}

/**
 * P(an active customer makes `count` purchases within `horizon`): still active at the end, or left
 * at some time y before it, integrated over ln(1 + y/m) with m the smaller of α and β.
 */
export function countWhileActive(active: ParetoNbdParams, horizon: number, count: number): number {
  const { r, alpha, s, beta } = active;
  if (horizon === 0) return count === 0 ? 1 : 0;
  const logWays = logRising(r, count) - logRising(1, count);
  const logCount = (y: number) =>
    logWays - r * Math.log1p(y / alpha) - (count === 0 ? 0 : count * Math.log1p(alpha / y));
  const stayed = Math.exp(logCount(horizon) - s * Math.log1p(horizon / beta));
  const unit = Math.min(alpha, beta);
  const leaving = (v: number) => {
    const y = unit * Math.expm1(v);
    return Math.exp(logCount(y) - (s + 1) * Math.log1p(y / beta) + v);
  };
  const end = Math.log1p(horizon / unit);
  // The leaving times that fit a count are a peak no narrower than 1/√(count + r), or, where the
  // horizon cuts it off, a rise like the power `count`.
  const panel = Math.min(4 / Math.sqrt(count + r + s + 4), (8 * end) / (count + 1));
  const left = integrate(leaving, end, panel, panel);
  return stayed + ((s * unit) / beta) * left;
}
