import type { BetaGeometricParams, ChancesBefore } from "./bg-nbd-likelihood.ts";
import { requirePositive } from "./errors.ts";
import type { Random } from "./numeric/random.ts";
import { type Simulation, type SimulationOptions, simulateCustomers } from "./simulation.ts";

/** Customers of BG/NBD or MBG/NBD, from their first transaction on. */
export function simulateBetaGeometric(
  params: BetaGeometricParams,
  T: Float64Array,
  chancesBefore: ChancesBefore,
  options: SimulationOptions,
): Simulation {
  requirePositive(params);
  return simulateCustomers(T, options, (random) => buyer(params, chancesBefore, random));
}

/** Draws one customer; what it returns draws the waits, infinite once the customer has left. */
function buyer(
  { r, alpha, a, b }: BetaGeometricParams,
  chancesBefore: ChancesBefore,
  random: Random,
): () => number {
  const logRate = random.logGamma(r) - Math.log(alpha);
  const leaving = random.beta(a, b);
  let active = chancesBefore === 0 || random.uniform() >= leaving;
  return () => {
    if (!active) return Number.POSITIVE_INFINITY;
    const wait = random.exponential() * Math.exp(-logRate);
    active = random.uniform() >= leaving;
    return wait;
  };
}
