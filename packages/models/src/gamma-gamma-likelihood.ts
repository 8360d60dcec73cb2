import { distinctValues } from "./numeric/distinct.ts";
import { digamma, logGamma, trigamma } from "./numeric/gamma.ts";
import { digammaDifference, logRising, trigammaDifference } from "./numeric/gamma-differences.ts";
import { onLogScale } from "./numeric/log-scale.ts";
import type { Objective } from "./numeric/minimize.ts";
import type { Buyers } from "./spend-summary.ts";

/**
 * Mean negative log-likelihood of (ln p, ln(q − 1), ln v), with exact derivatives. With s = x·m
 * the sum of a customer's spend and λ = ln(1 + v/s):
 * ln L = ln Γ(px + q) − ln Γ(px) − ln Γ(q) − ln m + q (ln v − ln s − λ) − p x λ.
 *
 * Source: Fader & Hardie (2013), eq. (1a), with the powers of s and v + s combined so that none
 * of them cancels as p or v grow.
 */
export function gammaGammaObjective(buyers: Buyers): Objective {
  const { frequency, monetaryValue, weight, customers } = buyers;
  const counts = distinctValues(frequency);
  const weightByCount = new Float64Array(counts.values.length);
  const sums = frequency.map((x, i) => x * monetaryValue[i]);
  let logMeans = 0;
  let logSums = 0;
  for (let i = 0; i < weight.length; i++) {
    weightByCount[counts.index[i]] += weight[i];
    logMeans += weight[i] * Math.log(monetaryValue[i]);
    logSums += weight[i] * Math.log(sums[i]);
  }
  return (theta) => {
    const [p, excess, v] = theta.map(Math.exp);
    const q = 1 + excess;
    const count = countTerms(p, q, counts.values, weightByCount);
    const spend = spendTerms(v, buyers, sums);
    const { lag, lagX, rest, restX, restSquare, restSquareX } = spend;
    const logShare = customers * Math.log(v) - logSums - lag;
    return onLogScale(
      {
        value: count.value - logMeans + q * logShare - p * lagX,
        slope: [count.byP - lagX, count.byQ + logShare, (customers * q) / v - q * rest - p * restX],
        curve: [
          [count.byPP, count.byPQ, -restX],
          [0, count.byQQ, customers / v - rest],
          [0, 0, q * restSquare + p * restSquareX - (customers * q) / (v * v)],
        ],
      },
      [p, excess, v],
      -1 / customers,
    );
  };
}

/** ln Γ(px + q) − ln Γ(px) − ln Γ(q) and its derivatives, once per distinct count. */
function countTerms(p: number, q: number, counts: Float64Array, weights: Float64Array) {
  const terms = { value: 0, byP: 0, byQ: 0, byPP: 0, byPQ: 0, byQQ: 0 };
  const [logGammaQ, digammaQ, trigammaQ] = [logGamma(q), digamma(q), trigamma(q)];
  counts.forEach((x, k) => {
    const w = weights[k];
    const shape = p * x;
    const curve = trigamma(shape + q);
    terms.value += w * (logRising(shape, q) - logGammaQ);
    terms.byP += w * x * digammaDifference(shape, q);
    terms.byQ += w * (digamma(shape + q) - digammaQ);
    terms.byPP += w * x * x * trigammaDifference(shape, q);
    terms.byPQ += w * x * curve;
    terms.byQQ += w * (curve - trigammaQ);
  });
  return terms;
}

/** Sums over buyers of λ and of 1/(v + s) and its square, plain and times x. */
function spendTerms(v: number, { frequency, weight }: Buyers, sums: Float64Array) {
  let [lag, lagX, rest, restX, restSquare, restSquareX] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < weight.length; i++) {
    const w = weight[i];
    const wx = w * frequency[i];
    const lambda = Math.log1p(v / sums[i]);
    const inverse = 1 / (v + sums[i]);
    lag += w * lambda;
    lagX += wx * lambda;
    rest += w * inverse;
    restX += wx * inverse;
    restSquare += w * inverse * inverse;
    restSquareX += wx * inverse * inverse;
  }
  return { lag, lagX, rest, restX, restSquare, restSquareX };
}
