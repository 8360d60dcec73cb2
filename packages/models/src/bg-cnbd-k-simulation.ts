import { type RegularParams, type RegularSummary, requireParams } from "./bg-cnbd-k-fit.ts";
import type { ChancesBefore } from "./bg-nbd-likelihood.ts";
import { type SimulationOptions, simulateCustomers } from "./simulation.ts";

/** Customers of (M)BG/CNBD-k, from their first transaction on. */
export function simulateRegular(
  params: RegularParams,
  T: Float64Array,
  chancesBefore: ChancesBefore,
  options: SimulationOptions,
): { readonly summary: RegularSummary; readonly ahead: Float64Array } {
  requireParams(params);
  const { k, r, alpha, a, b } = params;
  const { summary, ahead, logIntervals } = simulateCustomers(T, options, (random) => {
    const meanWait = Math.exp(Math.log(alpha) - random.logGamma(r));
    const leaving = random.beta(a, b);
    let active = chancesBefore === 0 || random.uniform() >= leaving;
    return () => {
      if (!active) return Number.POSITIVE_INFINITY;
      active = random.uniform() >= leaving;
      return random.gamma(k) * meanWait;
    };
  });
  return { summary: { ...summary, logIntervals }, ahead };
}
