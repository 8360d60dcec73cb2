/**
 * Intervals of what is computed from fitted parameters, as far as it is uncertain because they
 * are: to first order its deviation is √(gᵀ Σ g), with g the slopes in the searched parameters
 * and Σ their covariance.
 */
import { type Fit, toNatural, toSearched } from "./fit.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** Values with their intervals, in columns of one length. */
export type Band = {
  readonly estimate: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
};

/** Half the span of the differences, in the logarithm of a parameter. */
const STEP = 1e-3;

/**
 * The band of shares, such as survival: on ln(−ln S), which keeps it between 0 and 1. Shares of
 * exactly 0 or 1 are certain.
 *
 * @param level coverage in (0, 1).
 * @throws ModelError ARGUMENT_OUT_OF_RANGE
 */
export function shareBand<P>(
  fit: Fit<P>,
  level: number,
  sharesOf: (params: P) => Float64Array,
): Band {
  const z = normalQuantile(level);
  const deviations = deviationsOf(fit, (params) =>
    sharesOf(params).map((share) => (share > 0 && share < 1 ? Math.log(-Math.log(share)) : 0)),
  );
  const estimate = sharesOf(fit.params);
  const end = (sign: number) =>
    estimate.map((share, i) => share ** Math.exp(sign * z * deviations[i]));
  return { estimate, lower: end(1), upper: end(-1) };
}

/**
 * The band of positive values, such as lifetimes: on their logarithm. Values of 0 are certain.
 *
 * @param level coverage in (0, 1).
 * @throws ModelError ARGUMENT_OUT_OF_RANGE
 */
export function positiveBand<P>(
  fit: Fit<P>,
  level: number,
  valuesOf: (params: P) => Float64Array,
): Band {
  const z = normalQuantile(level);
  const deviations = deviationsOf(fit, (params) =>
    valuesOf(params).map((value) => (value > 0 ? Math.log(value) : 0)),
  );
  const estimate = valuesOf(fit.params);
  const end = (sign: number) =>
    estimate.map((value, i) => value * Math.exp(sign * z * deviations[i]));
  return { estimate, lower: end(-1), upper: end(1) };
}

function deviationsOf<P>(
  { params, covariance }: Fit<P>,
  statistic: (params: P) => Float64Array,
): Float64Array {
  const { names, scales, values } = covariance;
  const theta = toSearched(params, names, scales);
  const at = (moved: number, by: number) =>
    statistic(
      toNatural<P>(
        theta.map((value, i) => (i === moved ? value + by : value)),
        names,
        scales,
      ),
    );
  const slopes = theta.map((_, i) => {
    const below = at(i, -STEP);
    return at(i, STEP).map((above, row) => (above - below[row]) / (2 * STEP));
  });
  return slopes[0].map((_, row) => {
    let variance = 0;
    slopes.forEach((slope, i) => {
      slopes.forEach((other, j) => {
        variance += slope[row] * other[row] * values[i][j];
      });
    });
    // Rounding may leave the smallest of negative numbers where nothing is uncertain.
    return Math.sqrt(Math.max(0, variance));
  });
}
