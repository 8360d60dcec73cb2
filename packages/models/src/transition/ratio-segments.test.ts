import { describe, expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { correctionOf, fitRatios } from "./ratio-segments.ts";

/** Twice as much comes as foreseen after a silence of more than 60 days, else half as much. */
function planted(n = 6000) {
  const random = createRandom(5);
  const recency = Float64Array.from({ length: n }, () => Math.floor(120 * random.uniform()));
  const forecast = Float64Array.from({ length: n }, () => 0.5 + random.uniform());
  const actual = forecast.map((b, i) => random.poisson(b * (recency[i] > 60 ? 2 : 0.5)));
  const noise = Float64Array.from({ length: n }, () => random.uniform());
  return { features: { recency, noise }, forecast, actual };
}

describe("fitRatios", () => {
  test("finds the customers of whom more came than was foreseen, and how much more", () => {
    const rows = planted();
    const correction = fitRatios(rows);
    expect(correction.rounds[0]?.tree.nodes[0]).toMatchObject({ feature: "recency" });
    const { factor } = correctionOf(correction, rows.features, rows.forecast.length);
    const meanOf = (isIn: (days: number) => boolean) => {
      const own = [...factor].filter((_, i) => isIn(rows.features.recency[i]));
      return own.reduce((sum, one) => sum + one, 0) / own.length;
    };
    // 1500 and 6000 purchases on either side tell 2 from 0.5; shrinkage keeps it a little short.
    expect(Math.abs(meanOf((days) => days > 65) / 2 - 1)).toBeLessThan(0.1);
    expect(Math.abs(meanOf((days) => days < 55) / 0.5 - 1)).toBeLessThan(0.2);
  });

  test("tells of each segment what came and what was foreseen, and of all the level", () => {
    const rows = planted();
    const { segments, level } = fitRatios(rows);
    const sum = (name: "n" | "actual" | "forecast") =>
      segments.reduce((total, segment) => total + segment[name], 0);
    expect(sum("n")).toBe(6000);
    expect(sum("forecast")).toBeCloseTo(
      rows.forecast.reduce((total, b) => total + b, 0),
      6,
    );
    expect(level).toBeCloseTo(sum("actual") / sum("forecast"), 12);
  });

  test("a sum of Poisson counts is about as noisy as the dispersion says: 1", () => {
    // The standard error of a mean of 6000 squared deviations is 0.02 to 0.03.
    expect(Math.abs(fitRatios(planted()).dispersion - 1)).toBeLessThan(0.1);
  });

  test("corrects by the level alone where nothing tells customers apart", () => {
    const rows = planted(300);
    const features = { recency: new Float64Array(300).fill(1) };
    const correction = fitRatios({ ...rows, features });
    const { factor, segment } = correctionOf(correction, features, 300);
    for (const one of factor) expect(one).toBeCloseTo(correction.level, 9);
    expect(new Set(segment)).toEqual(new Set([0]));
  });
});
