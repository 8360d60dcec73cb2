import { expect, test } from "vitest";
import { VAT_RATES } from "./vat-rates.ts";
import { namedRates } from "./vat-table.ts";

/** The rate of a country and class, by any of their names, on a day. */
function rateOn(day: string, country: string, taxClass: string): number | undefined {
  const found = namedRates({}).filter(
    (one) =>
      one.country === country && one.taxClass === taxClass && one.from <= day && day < one.until,
  );
  expect(found.length).toBeLessThan(2);
  return found[0]?.rate;
}

test.each([
  ["2020-06-30", "de", "standard", 0.19],
  ["2020-07-01", "de", "standard", 0.16],
  ["2020-12-31", "de", "reduced", 0.05],
  ["2021-01-01", "de", "reduced", 0.07],
  ["2006-12-31", "de", "19", 0.16],
  ["2020-08-01", "deutschland", "19 %", 0.16],
  ["2016-01-01", "at", "second", 0.13],
  ["2020-07-01", "at", "special", 0.05],
  ["2022-01-01", "at", "special", 0.1],
  // Two classes had 10 %: the reduced one is meant, which stayed at it.
  ["2020-07-01", "at", "10", 0.1],
  ["2017-12-31", "ch", "special", 0.038],
  ["2023-12-31", "schweiz", "reduced", 0.025],
  ["2024-01-01", "ch", "7,7 %", 0.081],
  ["2024-01-01", "ch", "special", 0.038],
])("on %s the rate of %s, %s, is %d", (day, country, taxClass, rate) => {
  expect(rateOn(day, country, taxClass)).toBeCloseTo(rate, 12);
});

test("before the first rate of a class there is none", () => {
  expect(rateOn("2015-12-31", "at", "second")).toBeUndefined();
});

test("the steps of each class are in the order of their days, and no step repeats a rate", () => {
  const groups = Map.groupBy(VAT_RATES, ({ country, taxClass }) => `${country} ${taxClass}`);
  for (const [name, steps] of groups) {
    const days = steps.map(({ from }) => from);
    expect(days, name).toEqual([...days].sort());
    for (const [at, { rate }] of steps.entries()) expect(steps[at - 1]?.rate, name).not.toBe(rate);
  }
});
