import { describe, expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { assign } from "../trees/tree.ts";
import { fitRatioTree } from "./ratio-segments.ts";

/** Twice as much comes as foreseen after a silence of more than 60 days, else half as much. */
function planted(n = 6000) {
  const random = createRandom(5);
  const recency = Float64Array.from({ length: n }, () => Math.floor(120 * random.uniform()));
  const forecast = Float64Array.from({ length: n }, () => 0.5 + random.uniform());
  const actual = forecast.map((b, i) => random.poisson(b * (recency[i] > 60 ? 2 : 0.5)));
  const noise = Float64Array.from({ length: n }, () => random.uniform());
  const fold = Int32Array.from(forecast, (_, i) => i % 3);
  return { features: { recency, noise }, forecast, actual, fold };
}

describe("fitRatioTree", () => {
  test("finds the customers of whom more came than was foreseen, and how much more", () => {
    const rows = planted();
    const { tree, segments } = fitRatioTree(rows);
    expect(tree.nodes[0]).toMatchObject({ feature: "recency" });
    const leaves = assign(tree, rows.features, rows.forecast.length);
    rows.features.recency.forEach((days, row) => {
      const { factor } = segments[leaves[row]];
      // 3000 purchases on either side: a standard error of 2 %, and little shrinkage.
      if (days > 65) expect(Math.abs(factor / 2 - 1)).toBeLessThan(0.25);
      if (days < 55) expect(Math.abs(factor / 0.5 - 1)).toBeLessThan(0.25);
    });
  });

  test("draws every segment towards the level of all by its credibility", () => {
    const { segments, level, credibility } = fitRatioTree(planted());
    const total = segments.reduce((sum, { forecast }) => sum + forecast, 0);
    const came = segments.reduce((sum, { actual }) => sum + actual, 0);
    expect(level).toBeCloseTo(came / total, 12);
    for (const { actual, forecast, factor } of segments) {
      const k = credibility * total;
      expect(factor).toBeCloseTo((actual + k * level) / (forecast + k), 12);
    }
  });

  test("corrects by the level alone where nothing tells customers apart", () => {
    const rows = planted(300);
    const constant = { recency: new Float64Array(300).fill(1) };
    const { tree, segments, level } = fitRatioTree({ ...rows, features: constant });
    expect(tree.leaves).toBe(1);
    expect(segments[0].factor).toBeCloseTo(level, 12);
  });
});
