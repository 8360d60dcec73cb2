/**
 * What BG/CNBD-k and MBG/CNBD-k predict. An active customer is j = 0 … k − 1 events past the last
 * purchase, with weights (N)ⱼ zʲ / j!. Given j the future events are negative binomial, so every
 * prediction is a finite sum over j of what BG/NBD predicts, exact where the literature approximates.
 */
import { type RegularParams, requireParams } from "./bg-cnbd-k-fit.ts";
import type { ChancesBefore } from "./bg-nbd-likelihood.ts";
import { type CustomerSummary, requireValid } from "./customer-summary.ts";
import { logGamma } from "./numeric/gamma.ts";
import { logRising } from "./numeric/gamma-differences.ts";
import { regularizedBeta } from "./numeric/incomplete-beta.ts";
import { logistic } from "./numeric/logarithms.ts";
import { mapSmoothPairs } from "./numeric/smooth-pairs.ts";

/** ln of the weight of each stage j, up to a common factor. */
function logStages({ k, r, alpha }: RegularParams, x: number, tx: number, T: number): Float64Array {
  const N = r + k * x;
  const logZ = Math.log((T - tx) / (alpha + T));
  return Float64Array.from({ length: k }, (_, j) =>
    j === 0 ? 0 : logRising(N, j) - logGamma(j + 1) + j * logZ,
  );
}

/** The probability of each customer being active at T. */
export function regularAlive(
  params: RegularParams,
  summary: CustomerSummary,
  chancesBefore: ChancesBefore,
): Float64Array {
  requireParams(params);
  requireValid(summary);
  const { k, r, alpha, a, b } = params;
  const { frequency, recency, T } = summary;
  return frequency.map((x, i) => {
    const chances = x + chancesBefore;
    if (chances === 0) return 1;
    const silence = Math.log1p((T[i] - recency[i]) / (alpha + recency[i]));
    const logStay = logSumExp(logStages(params, x, recency[i], T[i]));
    return logistic(logStay + Math.log((b + chances - 1) / a) - (r + k * x) * silence);
  });
}

function logSumExp(logs: Float64Array): number {
  const top = logs.reduce((most, value) => Math.max(most, value));
  return top + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

/** A customer j events past the last purchase. */
type Stage = {
  readonly k: number;
  readonly j: number;
  readonly shape: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

/** `predict` averaged over the stages of each customer, given that the customer is active. */
export function averageOverStages(
  params: RegularParams,
  summary: CustomerSummary,
  chancesBefore: ChancesBefore,
  predict: (stage: Stage) => number,
): Float64Array {
  requireParams(params);
  requireValid(summary);
  const { k, r, alpha, a, b } = params;
  const { frequency, recency, T } = summary;
  const average = new Float64Array(T.length);
  const weights = frequency.map((x, i) => logSumExp(logStages(params, x, recency[i], T[i])));
  for (let j = 0; j < k; j++) {
    const values = mapSmoothPairs(frequency, T, alpha, (x, age) =>
      predict({ k, j, shape: r + k * x + j, alpha: alpha + age, a, b: b + x + chancesBefore }),
    );
    for (let i = 0; i < average.length; i++) {
      const log = logStages(params, frequency[i], recency[i], T[i])[j] - weights[i];
      average[i] += Math.exp(log) * values[i];
    }
  }
  return average;
}

/** E[purchases within `horizon`] of an active customer at a known stage. */
export function purchasesFromStage({ k, j, shape, alpha, a, b }: Stage, horizon: number): number {
  if (horizon === 0) return 0;
  const spread = horizon / alpha;
  const deviation = Math.sqrt(shape * spread * (1 + spread));
  const from = Math.max(0, Math.floor(shape * spread - 12 * deviation));
  let made = 0;
  let share = 1;
  let purchases = 0;
  let sum = 0;
  let probability = 0;
  for (let events = 0; ; events++) {
    if ((j + events) % k === 0 && events > 0) {
      made += share;
      share *= (b + purchases) / (a + b + purchases);
      purchases += 1;
    }
    if (events < from) continue;
    probability =
      events === from
        ? negativeBinomial(shape, spread, events)
        : (probability * (shape + events - 1) * spread) / (events * (1 + spread));
    sum += probability * made;
    const isPast = events > shape * spread + 12 * deviation && purchases > 0;
    if (isPast && probability * made <= (1e-17 * sum) / (1 + spread)) return sum;
  }
}

/** P(exactly `count` purchases within `horizon`) of an active customer at a known stage. */
export function countFromStage(
  { k, j, shape, alpha, a, b }: Stage,
  horizon: number,
  count: number,
): number {
  const z = horizon / (alpha + horizon);
  const atLeast = (events: number) => (events <= 0 ? 1 : regularizedBeta(events, shape, z));
  const survived = Math.exp(logRising(b, count) - logRising(a + b, count));
  const spread = horizon / alpha;
  let exactly = 0;
  for (let events = Math.max(0, k * count - j); events < k * (count + 1) - j; events++) {
    exactly += negativeBinomial(shape, spread, events);
  }
  if (count === 0) return exactly;
  return survived * (exactly + (a / (b + count - 1)) * atLeast(k * count - j));
}

/** P(K = n) of a negative binomial with the given shape and mean shape · spread. */
function negativeBinomial(shape: number, spread: number, n: number): number {
  if (spread === 0) return n === 0 ? 1 : 0;
  const logWays = logRising(shape, n) - logRising(1, n);
  return Math.exp(logWays - shape * Math.log1p(spread) - n * Math.log1p(1 / spread));
}
