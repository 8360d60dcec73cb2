import type { Renewals } from "./lifetime-data.ts";
import { type DiscreteParams, logRetention } from "./lifetime-discrete.ts";
import { trigamma } from "./numeric/gamma.ts";
import { digammaDifference, trigammaDifference } from "./numeric/gamma-differences.ts";
import { onLogScale } from "./numeric/log-scale.ts";
import { log1mexp } from "./numeric/logarithms.ts";
import type { Objective } from "./numeric/minimize.ts";

/** ln retention at a date with its derivatives, in the order alpha, beta, c. */
type Derivatives = { readonly slope: number[]; readonly curve: number[][] };

/** Mean negative log-likelihood of (ln alpha, ln beta, ln c), with exact derivatives. */
export function betaDiscreteWeibullObjective(renewals: Renewals): Objective {
  const { lost, stayed, customers } = renewals;
  return (theta) => {
    const [alpha, beta, c] = theta.map(Math.exp);
    const sums = {
      value: 0,
      slope: [0, 0, 0],
      curve: [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    };
    for (let t = 1; t < lost.length; t++) {
      if (lost[t] + stayed[t] === 0) continue;
      const q = logRetention({ alpha, beta, c }, t);
      // Of lost × ln(1 − e^q) + stayed × q, by q.
      const odds = Math.expm1(-q);
      const first = stayed[t] - lost[t] / odds;
      const second = (-lost[t] * (odds + 1)) / odds ** 2;
      sums.value += stayed[t] * q + (lost[t] > 0 ? lost[t] * log1mexp(-q) : 0);
      const { slope, curve } = derivativesAt({ alpha, beta, c }, t);
      for (let i = 0; i < 3; i++) {
        sums.slope[i] += first * slope[i];
        for (let j = 0; j < 3; j++) {
          sums.curve[i][j] += second * slope[i] * slope[j] + first * curve[i][j];
        }
      }
    }
    return onLogScale(sums, [alpha, beta, c], -1 / customers);
  };
}

/**
 * With G(u) = ln Γ(β + u) − ln Γ(α + β + u), ln retention is G(t^c) − G((t − 1)^c).
 */
function derivativesAt({ alpha, beta, c }: DiscreteParams, t: number): Derivatives {
  const from = (t - 1) ** c;
  const to = t ** c;
  const [ends, starts] = [
    { u: to, log: Math.log(t) },
    { u: from, log: t === 1 ? 0 : Math.log(t - 1) },
  ].map(({ u, log }) => {
    const [du, ddu] = [u * log, u * log * log];
    const slope = -digammaDifference(beta + u, alpha);
    const bend = -trigammaDifference(beta + u, alpha);
    return {
      byC: slope * du,
      byAlphaC: -trigamma(alpha + beta + u) * du,
      byBetaC: bend * du,
      byCC: bend * du * du + slope * ddu,
    };
  });
  const byAlpha = -digammaDifference(alpha + beta + from, to - from);
  const byAlphaAlpha = -trigammaDifference(alpha + beta + from, to - from);
  const byBeta = digammaDifference(beta + from, to - from) + byAlpha;
  const byBetaBeta = trigammaDifference(beta + from, to - from) + byAlphaAlpha;
  const alphaC = ends.byAlphaC - starts.byAlphaC;
  const betaC = ends.byBetaC - starts.byBetaC;
  return {
    slope: [byAlpha, byBeta, ends.byC - starts.byC],
    curve: [
      [byAlphaAlpha, byAlphaAlpha, alphaC],
      [byAlphaAlpha, byBetaBeta, betaC],
      [alphaC, betaC, ends.byCC - starts.byCC],
    ],
  };
}
