import { ModelError } from "../errors.ts";
import { logGamma } from "./gamma.ts";

/** Below this a the integrand's tail is so long that it is integrated by parts first. */
const SHORT_TAIL = 0.3;

/**
 * ln U(a, b, z), Kummer's second function, for a > 0, z > 0 and real b; U is positive there.
 *
 * The trapezoidal rule in τ = ln t on U = ∫₀^∞ e^(−z t) t^(a − 1) (1 + t)^(b − a − 1) dt / Γ(a)
 * (DLMF 13.4.4), whose integrand is analytic for |Im τ| < π/2. Error below 1e-12.
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE
 */
export function logKummerU(a: number, b: number, z: number): number {
  if (!(a > 0 && z > 0 && Number.isFinite(a + b + z))) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "U(a, b, z) needs a > 0 and z > 0", { a, b, z });
  }
  const isByParts = a < SHORT_TAIL && a + 1 >= b;
  const power = isByParts ? a + 1 : a;
  const logIntegrand = (tau: number) => {
    const t = Math.exp(tau);
    const plain = power * tau - z * t + (b - a - 1) * Math.log1p(t);
    return isByParts ? plain + Math.log(z + (a + 1 - b) / (1 + t)) : plain;
  };
  const peak = Math.log(peakOf(power, b, z));
  const top = logIntegrand(peak);
  const step = Math.min(0.22, 0.6 / Math.sqrt(power));
  let sum = 1;
  for (const direction of [-step, step]) {
    for (let k = 1; ; k++) {
      const value = Math.exp(logIntegrand(peak + k * direction) - top);
      sum += value;
      if (value < 1e-18 * sum) break;
    }
  }
  return top + Math.log(step * sum) - logGamma(power);
}

/** Kummer's U(a, b, z) itself; overflows where its logarithm exceeds 709. */
export function kummerU(a: number, b: number, z: number): number {
  return Math.exp(logKummerU(a, b, z));
}

/** The positive root of z t² + (z + 1 − b) t = a, where the plain integrand peaks. */
function peakOf(a: number, b: number, z: number): number {
  const linear = z + 1 - b;
  const root = Math.sqrt(linear * linear + 4 * a * z);
  return linear > 0 ? (2 * a) / (linear + root) : (root - linear) / (2 * z);
}
