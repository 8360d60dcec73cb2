import { describe, expect, test } from "vitest";
import { minimize, type Objective } from "./minimize.ts";
import { withNumericDerivatives } from "./numeric-derivatives.ts";

/** Rosenbrock's valley, minimum 0 at (1, 1), with indefinite curvature at the usual start. */
const valley: Objective = ([x, y]) => ({
  value: 100 * (y - x * x) ** 2 + (1 - x) ** 2,
  gradient: [-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)],
  hessian: [
    [1200 * x * x - 400 * y + 2, -400 * x],
    [-400 * x, 200],
  ],
});

describe("minimize", () => {
  test.each([
    [-1.2, 1],
    [0, 3],
    [5, -20],
  ])("walks down Rosenbrock's valley from (%d, %d)", (x, y) => {
    const { theta, converged, curvature } = minimize(valley, [x, y]);
    expect(converged).toBe(true);
    expect(theta[0]).toBeCloseTo(1, 12);
    expect(theta[1]).toBeCloseTo(1, 12);
    // The smaller eigenvalue of the curvature (802, −400; −400, 200) at the minimum.
    expect(curvature).toBeCloseTo(501 - Math.sqrt(301 ** 2 + 400 ** 2), 9);
  });

  test("leaves a saddle point although the slope there is 0", () => {
    const saddle: Objective = ([x, y]) => ({
      value: x * x + y ** 4 / 4 - (y * y) / 2,
      gradient: [2 * x, y ** 3 - y],
      hessian: [
        [2, 0],
        [0, 3 * y * y - 1],
      ],
    });
    const { theta, converged } = minimize(saddle, [0, 0]);
    expect(converged).toBe(true);
    expect(Math.abs(theta[1])).toBeCloseTo(1, 9);
  });

  test("stops at a bound and says so", () => {
    const slope: Objective = ([x, y]) => ({
      value: Math.exp(-x) + (y - 2) ** 2,
      gradient: [-Math.exp(-x), 2 * (y - 2)],
      hessian: [
        [Math.exp(-x), 0],
        [0, 2],
      ],
    });
    const end = minimize(slope, [0, 0], { lower: [-5, -5], upper: [5, 5] });
    expect(end.converged).toBe(true);
    expect(end.theta).toEqual([5, 2]);
    expect(end.atBound).toEqual([true, false]);
  });

  test("does not call a slope without end an optimum", () => {
    const endless: Objective = ([x]) => ({ value: -x, gradient: [-1], hessian: [[0]] });
    expect(minimize(endless, [0], { maxIterations: 30 })).toMatchObject({
      converged: false,
      reason: "ITERATIONS_EXHAUSTED",
    });
  });

  test("backs away from where the function does not exist", () => {
    const barrier: Objective = ([x]) =>
      x > 0
        ? { value: x - Math.log(x), gradient: [1 - 1 / x], hessian: [[1 / (x * x)]] }
        : { value: Number.POSITIVE_INFINITY, gradient: [0], hessian: [[0]] };
    expect(minimize(barrier, [20]).theta[0]).toBeCloseTo(1, 10);
    expect(minimize(barrier, [-1]).reason).toBe("OUTSIDE_DOMAIN");
  });
});

test("numeric derivatives of a smooth function are close to exact", () => {
  const f = ([x, y]: readonly number[]) => Math.exp(0.3 * x) * Math.cos(y) + x * y * y;
  const [x, y] = [0.7, -0.4];
  const { gradient, hessian } = withNumericDerivatives(f)([x, y]);
  const e = Math.exp(0.3 * x);
  expect(gradient[0]).toBeCloseTo(0.3 * e * Math.cos(y) + y * y, 11);
  expect(gradient[1]).toBeCloseTo(-e * Math.sin(y) + 2 * x * y, 11);
  expect(hessian[0][0]).toBeCloseTo(0.09 * e * Math.cos(y), 8);
  expect(hessian[0][1]).toBeCloseTo(-0.3 * e * Math.sin(y) + 2 * y, 8);
  expect(hessian[1][1]).toBeCloseTo(-e * Math.cos(y) + 2 * x, 8);
});
