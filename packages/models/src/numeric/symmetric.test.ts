import { expect, test } from "vitest";
import {
  cholesky,
  eigenSymmetric,
  invertPositiveDefinite,
  solvePositiveDefinite,
} from "./symmetric.ts";

/** A Hilbert matrix: condition number 15 million, inverse of whole numbers. */
const hilbert = [0, 1, 2, 3, 4, 5].map((i) => [0, 1, 2, 3, 4, 5].map((j) => 1 / (i + j + 1)));

test("eigenvalues and vectors rebuild the matrix", () => {
  const { values, vectors } = eigenSymmetric(hilbert);
  expect([...values].sort((p, q) => p - q)).toEqual(values);
  hilbert.forEach((row, i) => {
    row.forEach((value, j) => {
      const rebuilt = values.reduce((sum, l, k) => sum + l * vectors[k][i] * vectors[k][j], 0);
      expect(rebuilt).toBeCloseTo(value, 14);
    });
  });
});

test("the smallest eigenvalue of the Hilbert matrix keeps its leading digits", () => {
  // 1.08279948456555e-7; the absolute error of Jacobi's method is about 1e-17.
  expect(eigenSymmetric(hilbert).values[0] / 1.08279948456555e-7).toBeCloseTo(1, 8);
});

test("inverts a badly conditioned matrix to what doubles allow", () => {
  // 36 is the corner of the exact inverse; the condition number costs seven digits.
  expect(invertPositiveDefinite(hilbert)?.[0][0]).toBeCloseTo(36, 6);
  const [first] = solvePositiveDefinite(hilbert, [1, 0, 0, 0, 0, 0]) ?? [];
  expect(first).toBeCloseTo(36, 6);
});

test("an indefinite matrix has no Cholesky factor", () => {
  const indefinite = [
    [1, 2],
    [2, 1],
  ];
  expect(cholesky(indefinite)).toBeUndefined();
  expect(invertPositiveDefinite(indefinite)).toBeUndefined();
});
