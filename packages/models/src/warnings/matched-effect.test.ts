import { expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { matchedEffect } from "./matched-effect.ts";

test("compares like with like: a confounded difference disappears", () => {
  // In both cells the event changes nothing; yet most of the exposed are in the restless one.
  const effect = matchedEffect({
    exposed: Float64Array.of(90, 10),
    exposedOutcomes: Float64Array.of(45, 1),
    others: Float64Array.of(10, 90),
    otherOutcomes: Float64Array.of(5, 9),
  });
  expect(effect.share).toBeCloseTo(0.46, 14);
  expect(effect.expected).toBeCloseTo(0.46, 14);
  expect(effect.effect).toBeCloseTo(0, 14);
});

test("in one cell it is the difference of shares with Agresti and Caffo's variance", () => {
  const effect = matchedEffect({
    exposed: Float64Array.of(10),
    exposedOutcomes: Float64Array.of(7),
    others: Float64Array.of(10),
    otherOutcomes: Float64Array.of(1),
  });
  expect(effect.effect).toBeCloseTo(0.6, 14);
  const variance = ((8 / 12) * (4 / 12) + (2 / 12) * (10 / 12)) / 12;
  expect(effect.upper - effect.effect).toBeCloseTo(1.959964 * Math.sqrt(variance), 12);
});

test("counts those with nobody to compare with, and leaves them out", () => {
  const effect = matchedEffect({
    exposed: Float64Array.of(4, 3),
    exposedOutcomes: Float64Array.of(2, 3),
    others: Float64Array.of(8, 0),
    otherOutcomes: Float64Array.of(2, 0),
  });
  expect(effect).toMatchObject({ exposed: 4, unmatched: 3, others: 8, effect: 0.25 });
});

test("its interval covers the simulated effect", () => {
  const random = createRandom(9);
  const count = (n: number, p: number) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += random.uniform() < p ? 1 : 0;
    return hits;
  };
  let covered = 0;
  for (let run = 0; run < 400; run++) {
    const sizes = [20, 50, 100];
    const base = [0.1, 0.3, 0.6];
    const effect = matchedEffect({
      exposed: Float64Array.from(sizes),
      exposedOutcomes: Float64Array.from(sizes, (n, i) => count(n, base[i] + 0.1)),
      others: Float64Array.from(sizes, (n) => 3 * n),
      otherOutcomes: Float64Array.from(sizes, (n, i) => count(3 * n, base[i])),
    });
    if (effect.lower <= 0.1 && effect.upper >= 0.1) covered += 1;
  }
  // 95 % of 400 runs, three standard deviations (1.1 points) either side.
  expect(covered / 400).toBeGreaterThan(0.917);
  expect(covered / 400).toBeLessThan(0.983);
});

test("refuses an event that came to nobody who has a match", () => {
  const cells = {
    exposed: Float64Array.of(4),
    exposedOutcomes: Float64Array.of(2),
    others: Float64Array.of(0),
    otherOutcomes: Float64Array.of(0),
  };
  expect(() => matchedEffect(cells)).toThrow(expect.objectContaining({ code: "TOO_LITTLE_DATA" }));
  expect(() =>
    matchedEffect({ ...cells, others: Float64Array.of(1), otherOutcomes: Float64Array.of(2) }),
  ).toThrow(expect.objectContaining({ code: "VALUE_OUT_OF_RANGE" }));
});
