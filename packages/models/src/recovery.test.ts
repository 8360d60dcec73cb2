import { describe, expect, test } from "vitest";
import { bgCnbdK } from "./bg-cnbd-k.ts";
import type { RegularParams } from "./bg-cnbd-k-fit.ts";
import { bgNbd } from "./bg-nbd.ts";
import type { Fit } from "./fit.ts";
import * as gammaGamma from "./gamma-gamma.ts";
import { mbgCnbdK } from "./mbg-cnbd-k.ts";
import { mbgNbd } from "./mbg-nbd.ts";
import { createRandom } from "./numeric/random.ts";
import * as paretoNbd from "./pareto-nbd.ts";

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed + 1);
const T = Float64Array.from({ length: 3000 }, (_, i) => 20 + (i % 30) * 4);

type Estimate = { params: Record<string, number>; fitted: Fit<never> };

/** z-scores on the searched scale, where estimates are closest to normal. */
function zScores(truth: Record<string, number>, { fitted }: Estimate): number[] {
  const { names, scales, values } = fitted.covariance;
  return names.map((name: string, i: number) => {
    const shift = scales[i] === "logAboveOne" ? 1 : 0;
    const params = fitted.params as Record<string, number>;
    const distance = Math.log((params[name] - shift) / (truth[name] - shift));
    return distance / Math.sqrt(values[i][i]);
  });
}

const models: [string, Record<string, number>, (seed: number) => Fit<never>][] = [
  [
    "BG/NBD",
    { r: 0.6, alpha: 4.4, a: 0.8, b: 2.4 },
    (seed) => bgNbd.fit(bgNbd.simulate(models[0][1] as never, T, { seed }).summary) as never,
  ],
  [
    "MBG/NBD",
    { r: 0.8, alpha: 6.2, a: 0.9, b: 1.6 },
    (seed) => mbgNbd.fit(mbgNbd.simulate(models[1][1] as never, T, { seed }).summary) as never,
  ],
  [
    "Pareto/NBD",
    { r: 0.8, alpha: 8, s: 0.8, beta: 14 },
    (seed) =>
      paretoNbd.fit(paretoNbd.simulate(models[2][1] as never, T, { seed }).summary) as never,
  ],
  [
    "Gamma-Gamma",
    { p: 6.25, q: 3.74, v: 15.44 },
    (seed) => gammaGamma.fit(simulateSpend(seed)) as never,
  ],
  [
    "BG/CNBD-2",
    { r: 1, alpha: 1.5, a: 0.9, b: 2.5 },
    (seed) => fitRegular(bgCnbdK, models[4][1], seed),
  ],
  [
    "MBG/CNBD-2",
    { r: 1, alpha: 1.5, a: 0.9, b: 2.5 },
    (seed) => fitRegular(mbgCnbdK, models[5][1], seed),
  ],
];

/** k is given here: whether it is found is another test. */
function fitRegular(model: typeof bgCnbdK, truth: Record<string, number>, seed: number) {
  const { summary } = model.simulate({ ...truth, k: 2 } as RegularParams, T, { seed });
  return model.fit(summary, { k: 2 }) as never;
}

function simulateSpend(seed: number) {
  const random = createRandom(seed);
  const { p, q, v } = models[3][1];
  const frequency = T.map((_, i) => 1 + (i % 10));
  const monetaryValue = frequency.map((x) => (random.gamma(p * x) * v) / (random.gamma(q) * x));
  return { frequency, monetaryValue };
}

describe("over 20 seeds", () => {
  test.each(models)("%s recovers its parameters as closely as it says", (_, truth, fitSeed) => {
    const scores = SEEDS.map((seed) => zScores(truth, { params: truth, fitted: fitSeed(seed) }));
    for (let i = 0; i < scores[0].length; i++) {
      const own = scores.map((row) => row[i]);
      const mean = own.reduce((sum, z) => sum + z, 0) / own.length;
      const square = own.reduce((sum, z) => sum + z * z, 0);
      // A mean of 20 standard normals stays within 0.74, χ² with 20 degrees of freedom between 5.4
      // and 48, each with probability 0.999; none of 20 exceeds 4 with probability 0.9987.
      expect(Math.abs(mean)).toBeLessThan(0.74);
      expect(square).toBeGreaterThan(5.4);
      expect(square).toBeLessThan(48);
      expect(Math.max(...own.map(Math.abs))).toBeLessThan(4);
    }
  });
});
