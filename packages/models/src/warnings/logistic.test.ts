import { expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { contributions, fit, probability } from "./logistic.ts";

// Twenty students, the hours they learnt, and who passed: the worked example of the article
// "Logistic regression" in Wikipedia.
const hours = Float64Array.of(
  0.5,
  0.75,
  1,
  1.25,
  1.5,
  1.75,
  1.75,
  2,
  2.25,
  2.5,
  2.75,
  3,
  3.25,
  3.5,
  4,
  4.25,
  4.5,
  4.75,
  5,
  5.5,
);
const passed = Float64Array.of(0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1);

test("finds the published coefficients of hours learnt and passing an exam", () => {
  const fitted = fit({ hours }, passed, { penalty: 0 });
  const [term] = fitted.terms;
  // Printed: 1.5046 an hour (0.6287), intercept −4.0777.
  expect(term.coefficient / term.deviation).toBeCloseTo(1.5046, 4);
  expect(term.standardError / term.deviation).toBeCloseTo(0.6287, 4);
  const intercept = fitted.intercept - (term.coefficient * term.mean) / term.deviation;
  expect(intercept).toBeCloseTo(-4.0777, 4);
  // And the printed probability of passing after two hours.
  const [two] = probability(fitted, { hours: Float64Array.of(2) });
  expect(two).toBeCloseTo(0.26, 2);
});

test("its mean probability is the share of events, whatever the penalty", () => {
  for (const penalty of [0, 1, 100]) {
    const all = probability(fit({ hours }, passed, { penalty }), { hours });
    // Newton stops when a step gains less than 1e-8.
    expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(10, 4);
  }
});

test("the contributions and the intercept are the log-odds", () => {
  const squares = hours.map((one) => one ** 2);
  const fitted = fit({ hours, squares }, passed);
  const p = probability(fitted, { hours, squares });
  const own = contributions(fitted, { hours, squares }, 3);
  const logOdds = fitted.intercept + own[0] + own[1];
  expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(p[3], 14);
});

test("leaves a constant or unknown term out and says so", () => {
  const same = hours.map(() => 7);
  const unknown = hours.map(() => Number.NaN);
  const fitted = fit({ same, hours, unknown }, passed);
  expect(fitted.terms.map(({ name }) => name)).toEqual(["hours"]);
  expect(fitted.constant).toEqual(["same", "unknown"]);
});

test("tells what a term says alone: hours of those who passed against the others", () => {
  const [{ association, deviation }] = fit({ hours }, passed).terms;
  const mean = (result: number) =>
    hours.filter((_, i) => passed[i] === result).reduce((sum, one) => sum + one, 0) / 10;
  expect(association * deviation).toBeCloseTo(mean(1) - mean(0), 12);
});

test("takes what is not known of a row for the mean", () => {
  const fitted = fit({ hours }, passed);
  const [unknown, mean] = probability(fitted, {
    hours: Float64Array.of(Number.NaN, fitted.terms[0].mean),
  });
  expect(unknown).toBe(mean);
});

test("stays finite where a term parts the rows without error", () => {
  const fitted = fit(
    { hours },
    hours.map((one) => (one > 2.6 ? 1 : 0)),
  );
  expect(Number.isFinite(fitted.terms[0].coefficient)).toBe(true);
  expect(Number.isFinite(fitted.terms[0].standardError)).toBe(true);
});

test("refuses outcomes that tell nothing", () => {
  const none = { code: "TOO_LITTLE_DATA" };
  expect(() =>
    fit(
      { hours },
      hours.map(() => 0),
    ),
  ).toThrow(expect.objectContaining(none));
  expect(() =>
    fit(
      { hours },
      hours.map(() => 1),
    ),
  ).toThrow(expect.objectContaining(none));
  expect(() => fit({ hours }, hours)).toThrow(
    expect.objectContaining({
      code: "VALUE_OUT_OF_RANGE",
      details: expect.objectContaining({ row: 0 }),
    }),
  );
  expect(() => fit({ hours: hours.slice(1) }, passed)).toThrow(
    expect.objectContaining({ code: "COLUMN_LENGTHS_DIFFER" }),
  );
  expect(() => probability(fit({ hours }, passed), {})).toThrow(
    expect.objectContaining({ code: "COLUMN_LENGTHS_DIFFER" }),
  );
});

test("finds again what the outcomes were simulated from", () => {
  const random = createRandom(5);
  const n = 50_000;
  const a = Float64Array.from({ length: n }, () => random.normal());
  const b = Float64Array.from({ length: n }, () => random.normal());
  const outcome = a.map((one, i) =>
    random.uniform() < 1 / (1 + Math.exp(-(-1 + 0.8 * one - 0.5 * b[i]))) ? 1 : 0,
  );
  const fitted = fit({ a, b }, outcome);
  // Four standard errors: one run in 16,000 would lie beyond.
  const near = (found: number, error: number, truth: number) =>
    expect(Math.abs(found - truth)).toBeLessThan(4 * error);
  const [first, second] = fitted.terms;
  near(first.coefficient / first.deviation, first.standardError, 0.8);
  near(second.coefficient / second.deviation, second.standardError, -0.5);
});
