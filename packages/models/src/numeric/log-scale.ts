import type { Evaluation } from "./minimize.ts";

/** A value with its slopes and curvatures by parameters; of the curvatures the upper triangle counts. */
export type Derivatives = { value: number; slope: number[]; curve: number[][] };

/** The upper triangle of the curvature by four parameters, row by row. */
export const UPPER_TRIANGLE = [
  [0, 0],
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 2],
  [2, 3],
  [3, 3],
] as const;

/** The derivatives of a record of 15: the value, 4 slopes, and the curvatures of `UPPER_TRIANGLE`. */
export function unpack(record: Float64Array): Derivatives {
  const curve = [0, 1, 2, 3].map(() => [0, 0, 0, 0]);
  UPPER_TRIANGLE.forEach(([i, j], k) => {
    curve[i][j] = record[5 + k];
  });
  return { value: record[0], slope: [...record.subarray(1, 5)], curve };
}

/**
 * Derivatives by positive parameters to derivatives by their logarithms, times `factor`; reads
 * the upper triangle of the curvature.
 */
export function onLogScale(
  { value, slope, curve }: Readonly<Derivatives>,
  params: readonly number[],
  factor: number,
): Evaluation {
  const gradient = slope.map((s, i) => factor * s * params[i]);
  const hessian = curve.map((row, i) =>
    row.map((_, j) => {
      const second = curve[Math.min(i, j)][Math.max(i, j)];
      return factor * params[i] * params[j] * second + (i === j ? gradient[i] : 0);
    }),
  );
  return { value: factor * value, gradient, hessian };
}
