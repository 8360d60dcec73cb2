import { describe, expect, test } from "vitest";
import { betaDiscreteWeibullObjective } from "./beta-discrete-weibull-objective.ts";
import { countRenewals } from "./lifetime-data.ts";
import { discreteLogLikelihood } from "./lifetime-discrete.ts";
import { withNumericDerivatives } from "./numeric/numeric-derivatives.ts";

const renewals = countRenewals([
  [1000, 869, 743, 653, 593, 551, 517, 491],
  [400, 300, 280],
]);

function mean([alpha, beta, c]: readonly number[]): number {
  return -discreteLogLikelihood({ alpha, beta, c }, renewals) / renewals.customers;
}

describe.each([[[0.2, 1.4, 1.7]], [[3, 9, 0.4]], [[50, 400, 1]], [[0.05, 0.02, 2.5]]])(
  "betaDiscreteWeibullObjective at %o",
  (params) => {
    const theta = params.map(Math.log);
    const found = betaDiscreteWeibullObjective(renewals)(theta);
    const numeric = withNumericDerivatives((point) => mean(point.map(Math.exp)))(theta);

    test("has the likelihood that predictions use", () => {
      expect(found.value / mean(params)).toBeCloseTo(1, 14);
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
