/**
 * What BG/NBD and MBG/NBD predict. Both describe an active customer in the same way: purchases
 * come at rate λ ~ Gamma(r + x, α + T), each is the last with probability p ~ Beta(a, b + n),
 * n the chances to leave survived so far.
 *
 * The expectations are sums of positive terms only. With K ~ NegativeBinomial the number of
 * purchases had the customer stayed, E[purchases] = Σₖ P(K = k) dₖ, where dₖ = Σ_{j<k}
 * (b′)ⱼ / (a + b′)ⱼ is how many of k are made before leaving. The published form with ₂F₁
 * (Fader, Hardie & Lee 2005, eq. 10) follows by summation, but divides 0 by 0 at a = 1 and has a
 * negative ₂F₁ for a + b < 1; this one has no such points.
 */
import type { BetaGeometricParams, ChancesBefore } from "./bg-nbd-likelihood.ts";
import { type CustomerSummary, requireValid } from "./customer-summary.ts";
import { ModelError, requirePositive } from "./errors.ts";
import { logRising } from "./numeric/gamma-differences.ts";
import { regularizedBeta } from "./numeric/incomplete-beta.ts";
import { logistic } from "./numeric/logarithms.ts";
import { betaMean, integrate } from "./numeric/quadrature.ts";
import { mapSmoothPairs } from "./numeric/smooth-pairs.ts";

/** An active customer's posterior. */
type Active = {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

/** Beyond this many terms the integral over p is cheaper than the sum. */
const MAX_TERMS = 1500;

/** The probability of each customer being active at T. */
export function betaGeometricAlive(
  params: BetaGeometricParams,
  summary: CustomerSummary,
  chancesBefore: ChancesBefore,
): Float64Array {
  requirePositive(params);
  requireValid(summary);
  const { r, alpha, a, b } = params;
  const { frequency, recency, T } = summary;
  return frequency.map((x, i) => {
    const chances = x + chancesBefore;
    if (chances === 0) return 1;
    const silence = Math.log1p((T[i] - recency[i]) / (alpha + recency[i]));
    return logistic(Math.log((b + chances - 1) / a) - (r + x) * silence);
  });
}

/**
 * `predict` applied to every customer's posterior given that the customer is active, times the
 * probability of that. Depends on recency through that probability only.
 */
export function predictActive(
  params: BetaGeometricParams,
  summary: CustomerSummary,
  chancesBefore: ChancesBefore,
  predict: (active: Active) => number,
): Float64Array {
  const alive = betaGeometricAlive(params, summary, chancesBefore);
  const { r, alpha, a, b } = params;
  const whileActive = mapSmoothPairs(summary.frequency, summary.T, alpha, (x, T) =>
    predict({ r: r + x, alpha: alpha + T, a, b: b + x + chancesBefore }),
  );
  return alive.map((p, i) => (p === 0 ? 0 : p * whileActive[i]));
}

/** E[purchases in the next `horizon` time units] of an active customer. */
export function purchasesWhileActive({ r, alpha, a, b }: Active, horizon: number): number {
  if (horizon === 0) return 0;
  const spread = horizon / alpha;
  let made = 0;
  let share = 1;
  const sum = sumOverCounts(r, spread, (k) => {
    if (k > 0) {
      made += share;
      share *= (b + k - 1) / (a + b + k - 1);
    }
    return made;
  });
  if (sum !== undefined) return sum;
  // E[(1 − (1 + p t/α)^−r) / p], scaled so that the integrand runs from 1 at p = 0 downwards.
  const scale = r * spread;
  const meanPace = (p: number) =>
    p * scale < 1e-300 ? 1 : -Math.expm1(-r * Math.log1p(p * spread)) / (p * scale);
  return scale * betaMean(meanPace, a, b);
}

/** Expected purchases per time unit of a customer active now, `ahead` time units from now. */
function paceWhileActive({ r, alpha, a, b }: Active, ahead: number): number {
  const spread = ahead / alpha;
  let share = 1;
  const sum = sumOverCounts(r + 1, spread, (k) => {
    if (k > 0) share *= (b + k - 1) / (a + b + k - 1);
    return share;
  });
  const staying = sum ?? betaMean((p) => Math.exp(-(r + 1) * Math.log1p(p * spread)), a, b);
  return (r / alpha) * staying;
}

/**
 * Σₖ P(K = k) f(k) for K ~ NegativeBinomial with shape `r` and mean `r · spread`; undefined if
 * that takes too many terms. `f` is called with k = 0, 1, 2, … and must not fall to 0 or outgrow k.
 */
function sumOverCounts(r: number, spread: number, f: (k: number) => number): number | undefined {
  const mean = r * spread;
  const logNone = -r * Math.log1p(spread);
  if (logNone < -600 || mean + 40 * (1 + spread) > MAX_TERMS) return undefined;
  const z = spread / (1 + spread);
  let probability = Math.exp(logNone);
  let sum = probability * f(0);
  for (let k = 1; k < 20 * MAX_TERMS; k++) {
    probability *= ((r + k - 1) / k) * z;
    const term = probability * f(k);
    sum += term;
    if (k > mean && term <= 1e-17 * sum * (1 - z)) return sum;
  }
  return undefined;
}

/**
 * ∫₀ʰ e^(−rate·u) · pace(u) du for an active customer; h may be infinite.
 *
 * Integrated over ln(1 + u/α), in which the pace has no singularity near the real line, with 16
 * Gauss–Legendre nodes a panel: relative error below 1e-11. An infinite horizon ends where the
 * discount factor is below 1e-17.
 */
export function discountedWhileActive(active: Active, rate: number, horizon: number): number {
  if (rate === 0 && horizon < Number.POSITIVE_INFINITY)
    return purchasesWhileActive(active, horizon);
  if (rate === 0) return purchasesEver(active);
  const { r, alpha, a, b } = active;
  const end = Math.min(horizon, 40 / rate);
  const discountedPace = (y: number) => {
    const ahead = alpha * Math.expm1(y);
    return Math.exp(-rate * ahead) * paceWhileActive(active, ahead) * (alpha + ahead);
  };
  return integrate(discountedPace, Math.log1p(end / alpha), (2 * (a + b)) / (r + 1));
}

/** All purchases until the customer leaves: E[1 / p]. */
function purchasesEver({ a, b }: Active): number {
  if (a > 1) return (a + b - 1) / (a - 1);
  throw new ModelError(
    "INFINITE_EXPECTATION",
    "With a ≤ 1 the undiscounted purchases over an infinite horizon have no finite mean",
    { a },
  );
}

/** P(an active customer makes `count` purchases within `horizon`). */
export function countWhileActive(
  active: Active,
  horizon: number,
  count: number,
  chancesBefore: ChancesBefore,
): number {
  const { r, alpha, a, b } = active;
  const chances = count + chancesBefore;
  const spread = horizon / alpha;
  const survived = Math.exp(logRising(b, chances) - logRising(a + b, chances));
  const pmf = survived * negativeBinomial(r, spread, count);
  if (chances === 0) return pmf;
  const leftAtLast = (survived * a) / (b + chances - 1);
  const enough = count === 0 ? 1 : regularizedBeta(count, r, horizon / (alpha + horizon));
  return pmf + leftAtLast * enough;
}

/** P(K = k) of a negative binomial with shape r and mean r · spread. */
function negativeBinomial(r: number, spread: number, k: number): number {
  if (spread === 0) return k === 0 ? 1 : 0;
  const logWays = logRising(r, k) - logRising(1, k);
  return Math.exp(logWays - r * Math.log1p(spread) - k * Math.log1p(1 / spread));
}
