import { ModelError } from "./errors.ts";

/**
 * z with P(−z ≤ N ≤ z) = level for a standard normal N: 1.96 for 0.95.
 *
 * @param level coverage in (0, 1), at most 1 − 1e-12.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE
 */
export function normalQuantile(level: number): number {
  if (!(level > 0 && level <= 1 - 1e-12)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "level must lie between 0 and 1", {
      name: "level",
      value: level,
    });
  }
  let z = 0;
  // Coverage is concave, so Newton's steps from 0 approach from below and never jump over.
  for (let step = 0; step < 100; step++) {
    const density = Math.sqrt(2 / Math.PI) * Math.exp((-z * z) / 2);
    const change = (level - coverage(z, density)) / density;
    z += change;
    if (change <= 1e-15 * z) break;
  }
  return z;
}

/** √(2 / π) e^(−z² / 2) × Σ z^(2k + 1) / (1 · 3 · 5 ⋯ (2k + 1)). */
function coverage(z: number, density: number): number {
  let term = z;
  let sum = 0;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (z * z) / odd;
  }
  return density * sum;
}
