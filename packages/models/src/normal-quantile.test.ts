import { expect, test } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";

test.each([
  [0.5, 0.6744897501960817],
  [0.8, 1.2815515655446006],
  [0.9, 1.6448536269514726],
  [0.95, 1.9599639845400543],
  [0.99, 2.575829303548901],
  [0.999, 3.290526731491895],
  [0.001, 0.0012533144654325544],
])("covers %d of a normal distribution within %d", (level, z) => {
  // √2 times the inverse error function, computed with 25 digits.
  expect(normalQuantile(level) / z).toBeCloseTo(1, 13);
});

test("refuses a level of 0, 1, 95 and NaN", () => {
  for (const level of [0, 1, 95, Number.NaN]) {
    expect(() => normalQuantile(level)).toThrow(
      expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" }),
    );
  }
});
