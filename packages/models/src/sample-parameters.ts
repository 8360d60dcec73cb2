import { requireCount } from "./arguments.ts";
import { type Fit, toNatural, toSearched } from "./fit.ts";
import { createRandom } from "./numeric/random.ts";
import { eigenSymmetric } from "./numeric/symmetric.ts";

/**
 * Parameters as uncertain as the fit left them: draws from the normal distribution of the searched
 * parameters around the estimate, N(θ̂, H⁻¹), back on the natural scale. A parameter at its bound
 * stays there.
 *
 * @returns n parameter objects, the same for the same seed.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE unless n is a whole number of at least 0
 */
export function sampleParameters<P>(fit: Fit<P>, n: number, seed: number): P[] {
  requireCount(n);
  const random = createRandom(seed);
  const axes = principalAxes(fit);
  return Array.from({ length: n }, () =>
    shifted(
      fit,
      axes.map((axis) => scaled(axis, random.normal())),
    ),
  );
}

/**
 * 2d parameter objects that stand for the same distribution: their mean is the estimate and their
 * covariance the fit's, on the searched scale. Averages over them are exact up to third order, for
 * the price of a handful of draws. Without any uncertainty it is the estimate alone.
 *
 * @see Arasaratnam & Haykin (2009), "Cubature Kalman filters", IEEE Trans. Automatic Control 54(6)
 */
export function parameterPoints<P>(fit: Fit<P>): P[] {
  const axes = principalAxes(fit);
  if (axes.length === 0) return [fit.params];
  const reach = Math.sqrt(axes.length);
  return axes.flatMap((axis) => [1, -1].map((side) => shifted(fit, [scaled(axis, side * reach)])));
}

/** Independent directions of the covariance, each as long as its standard deviation. */
function principalAxes<P>({ covariance }: Fit<P>): number[][] {
  const { values, vectors } = eigenSymmetric(covariance.values);
  return vectors
    .map((vector, k) => scaled(vector, Math.sqrt(Math.max(0, values[k]))))
    .filter((_, k) => values[k] > 0);
}

function scaled(vector: readonly number[], by: number): number[] {
  return vector.map((value) => by * value);
}

function shifted<P>({ params, covariance }: Fit<P>, shifts: readonly number[][]): P {
  const { names, scales } = covariance;
  const theta = toSearched(params, names, scales).map((value, i) =>
    shifts.reduce((sum, shift) => sum + shift[i], value),
  );
  // Parameters that were fixed, such as the k of a regular model, stay as they are.
  return { ...params, ...toNatural<P>(theta, names, scales) };
}
