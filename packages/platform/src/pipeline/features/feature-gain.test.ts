import { expect, test } from "vitest";
import { generator } from "../../../test/generator.ts";
import { featureGains, type GainSample } from "./feature-gain.ts";

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  for (; product > limit; count++) product *= random();
  return count;
}

/** Customers whose pace is right but for a hidden factor that `sign` and `plan` tell. */
function simulate(seed: number, n: number, level = 1): GainSample {
  const random = generator(seed);
  const rows = Array.from({ length: n }, () => {
    const pace = 0.1 + random();
    const hidden = random() < 0.5 ? 0.5 : 1.5;
    return {
      pace,
      outcome: poisson(level * pace * hidden, random),
      sign: random() < 0.1 ? Number.NaN : hidden + 0.1 * random(),
      plan: hidden > 1 ? "gold" : "basic",
      noise: random(),
      constant: 1,
    };
  });
  const column = (name: "sign" | "noise" | "constant") =>
    Float64Array.from(rows, (row) => row[name]);
  return {
    pace: Float64Array.from(rows, ({ pace }) => pace),
    outcome: Float64Array.from(rows, ({ outcome }) => outcome),
    features: {
      sign: column("sign"),
      noise: column("noise"),
      constant: column("constant"),
      plan: rows.map(({ plan }) => plan),
    },
  };
}

const past = simulate(1, 20_000);
const present = simulate(2, 20_000);
const gains = featureGains(past, present);

test("a feature that knows better gains what knowing the truth gains", () => {
  // The deviance of the truth itself, by the same formula.
  const truth = (factors: (plan: string) => number) =>
    present.pace.reduce((sum, pace, i) => {
      const q = pace * factors((present.features.plan as string[])[i] as string);
      const y = present.outcome[i] as number;
      return sum + 2 * ((y > 0 ? y * Math.log(y / q) : 0) - (y - q));
    }, 0);
  const best = 1 - truth((plan) => (plan === "gold" ? 1.5 : 0.5)) / truth(() => 1);
  expect(best).toBeGreaterThan(0.1);
  expect(gains.plan?.gain).toBeCloseTo(best, 2);
});

test("a gain that is there lies far above its standard error", () => {
  expect(gains.sign?.gain).toBeGreaterThan(10 * (gains.sign?.standardError as number));
});

test("noise adds nothing, and a constant exactly nothing", () => {
  const { gain, standardError } = gains.noise as { gain: number; standardError: number };
  expect(Math.abs(gain)).toBeLessThan(3 * standardError);
  expect(gains.constant?.gain).toBeCloseTo(0, 12);
});

test("the standard error is the spread over samples", () => {
  const found = Array.from(
    { length: 40 },
    (_, i) =>
      featureGains(past, simulate(100 + i, 2_000)).plan as { gain: number; standardError: number },
  );
  const mean = found.reduce((sum, { gain }) => sum + gain, 0) / found.length;
  const spread = Math.sqrt(
    found.reduce((sum, { gain }) => sum + (gain - mean) ** 2, 0) / (found.length - 1),
  );
  const told = found.reduce((sum, { standardError }) => sum + standardError, 0) / found.length;
  // The spread of 40 samples is itself known to 1 / sqrt(78) = 11 %; three times that.
  expect(told / spread).toBeGreaterThan(0.66);
  expect(told / spread).toBeLessThan(1.34);
});

test("a season that lifts everyone is no gain", () => {
  const season = featureGains(past, simulate(2, 20_000, 3));
  expect(season.constant?.gain).toBeCloseTo(0, 12);
});
