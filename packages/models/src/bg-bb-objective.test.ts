import { describe, expect, test } from "vitest";
import { simulate } from "./bg-bb.ts";
import { betaBetaData, betaBetaRows } from "./bg-bb-likelihood.ts";
import { betaBetaObjective } from "./bg-bb-objective.ts";
import { withNumericDerivatives } from "./numeric/numeric-derivatives.ts";

const T = Float64Array.from({ length: 500 }, (_, i) => i % 15);
const { summary } = simulate({ alpha: 1, beta: 2, gamma: 0.5, delta: 4 }, T, { seed: 3 });
const data = betaBetaData({ ...summary, weight: T.map((n) => 1 + (n % 3)) });

function mean([alpha, beta, gamma, delta]: readonly number[]): number {
  const { total } = betaBetaRows({ alpha, beta, gamma, delta }, data);
  const { weight, customers } = data.customers;
  return -total.reduce((sum, value, row) => sum + weight[row] * value, 0) / customers;
}

describe.each([[[1, 2, 0.5, 4]], [[0.01, 30, 5, 0.2]], [[40, 0.05, 0.003, 900]]])(
  "betaBetaObjective at %o",
  (params) => {
    const theta = params.map(Math.log);
    const found = betaBetaObjective(data)(theta);
    const numeric = withNumericDerivatives((point) => mean(point.map(Math.exp)))(theta);

    test("has the likelihood that predictions use", () => {
      expect(found.value / mean(params)).toBeCloseTo(1, 13);
    });

    test("has the slopes that differences show", () => {
      // Differences of sixth order: ten digits of the steepest slope.
      const scale = Math.max(...numeric.gradient.map(Math.abs));
      found.gradient.forEach((slope, i) => {
        expect(Math.abs(slope - numeric.gradient[i]) / scale).toBeLessThan(1e-10);
      });
    });

    test("has the curvature that differences show", () => {
      const scale = Math.max(...numeric.hessian.flat().map(Math.abs));
      found.hessian.forEach((row, i) => {
        row.forEach((curvature, j) => {
          expect(Math.abs(curvature - numeric.hessian[i][j]) / scale).toBeLessThan(1e-7);
        });
      });
    });
  },
);
