import { describe, expect, test } from "vitest";
import { betaMean, gaussLegendre, integrate } from "./quadrature.ts";

test("the Gauss–Legendre rule with n nodes is exact up to degree 2n − 1", () => {
  const { nodes, weights } = gaussLegendre(8);
  for (let degree = 0; degree < 16; degree++) {
    const sum = nodes.reduce((total, x, i) => total + weights[i] * x ** degree, 0);
    expect(sum).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 14);
  }
});

test("panels that double resolve a fast start and a slow end", () => {
  // ∫₀⁸ 100 e^(−100x) + e^(−x) dx
  const f = (x: number) => 100 * Math.exp(-100 * x) + Math.exp(-x);
  expect(integrate(f, 8, 0.02)).toBeCloseTo(2 - Math.exp(-8), 12);
});

describe("betaMean", () => {
  test.each([
    [0.8, 2.4],
    [0.01, 3],
    [1e-6, 0.5],
    [40, 0.02],
    [1e-5, 1e-5],
    [300, 5000],
    [1e6, 1e6],
  ])("gives the first two moments of Beta(%d, %d)", (a, b) => {
    const mean = a / (a + b);
    const second = (mean * (a + 1)) / (a + b + 1);
    // Rounding in ln B(a, b) is what limits the extreme shapes.
    expect(Math.abs(betaMean((p) => p, a, b) / mean - 1)).toBeLessThan(1e-11);
    expect(Math.abs(betaMean((p) => p * p, a, b) / second - 1)).toBeLessThan(1e-11);
    expect(betaMean(() => 1, a, b)).toBeCloseTo(1, 12);
  });
});
