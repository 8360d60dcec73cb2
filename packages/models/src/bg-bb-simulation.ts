import type { BetaBetaParams } from "./bg-bb-likelihood.ts";
import { requirePositive } from "./errors.ts";
import { requireWhole } from "./lifetime-discrete.ts";
import { type Simulation, type SimulationOptions, simulateCustomers } from "./simulation.ts";

/** Customers with T opportunities each, and what they buy at those of the horizon. */
export function simulateBetaBeta(
  params: BetaBetaParams,
  T: Float64Array,
  options: SimulationOptions,
): Simulation {
  requirePositive(params);
  const { alpha, beta, gamma, delta } = params;
  for (const n of T) requireWhole("T", n);
  requireWhole("horizon", options.horizon ?? 0);
  return simulateCustomers(T, options, (random) => {
    const p = random.beta(alpha, beta);
    const theta = random.beta(gamma, delta);
    return () => {
      // Opportunities until the next purchase, if the customer has not left by then.
      const wait = firstSuccess(random.uniform(), p);
      return firstSuccess(random.uniform(), theta) <= wait ? Number.POSITIVE_INFINITY : wait;
    };
  });
}

/** The number of the first success of trials that each succeed with probability p. */
function firstSuccess(uniform: number, p: number): number {
  return 1 + Math.floor(Math.log(uniform) / Math.log1p(-p));
}
