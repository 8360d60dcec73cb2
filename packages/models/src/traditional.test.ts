import { describe, expect, test } from "vitest";
import type { CustomerSummary } from "./customer-summary.ts";
import {
  formula,
  formulaRetention,
  lastWindow,
  orderValueOverLifespan,
  repeatRate,
  retentionValue,
  subscriptionValue,
  valueAfterAcquisition,
} from "./traditional.ts";

const summary: CustomerSummary = {
  frequency: Float64Array.of(3, 0, 0),
  recency: Float64Array.of(20, 0, 0),
  T: Float64Array.of(40, 10, 0),
};

describe("the formulas of the sources", () => {
  test("order value × frequency × lifespan: 50 € × 4 a year × 5 years are 1,000 €", () => {
    const input = { averageOrderValue: 50, purchaseFrequency: 4, lifespan: 5 };
    expect(orderValueOverLifespan(input)).toBe(1000);
  });

  test("100 € a month for 24 months are 2,400 €", () => {
    expect(subscriptionValue({ monthlyFee: 100, months: 24 })).toBe(2400);
  });

  test("100 such customers bring 120,000 € a year", () => {
    expect(subscriptionValue({ monthlyFee: 100, months: 12, customers: 100 })).toBe(120_000);
  });

  test("1,000 € a year for 10 years less 1,000 € of acquisition are 9,000 €", () => {
    const input = { annualRevenue: 1000, years: 10, acquisitionCost: 1000 };
    expect(valueAfterAcquisition(input)).toBe(9000);
  });

  test("a customer who left early may have cost more than they brought", () => {
    const input = { annualRevenue: 300, years: 2, acquisitionCost: 1000 };
    expect(valueAfterAcquisition(input)).toBe(-400);
  });

  test("80 % retention at 12 % discount is a multiple of 2.5, as in Gupta & Lehmann's table", () => {
    const value = retentionValue({ margin: 1, retention: 0.8, discountRate: 0.12 });
    expect(value).toBeCloseTo(0.8 / 0.32, 14);
  });

  test.each([
    ["a negative fee", () => subscriptionValue({ monthlyFee: -1, months: 2 }), "monthlyFee"],
    ["NaN", () => subscriptionValue({ monthlyFee: Number.NaN, months: 2 }), "monthlyFee"],
    [
      "a lifespan without end",
      () => orderValueOverLifespan({ averageOrderValue: 1, purchaseFrequency: 1, lifespan: 1 / 0 }),
      "lifespan",
    ],
    [
      "a retention above 1",
      () => retentionValue({ margin: 1, retention: 1.1, discountRate: 0.5 }),
      "retention",
    ],
    [
      "a sum without limit",
      () => retentionValue({ margin: 1, retention: 1, discountRate: 0 }),
      "retention",
    ],
  ])("refuses %s and names it", (_, call, name) => {
    expect(call).toThrow(
      expect.objectContaining({
        code: "ARGUMENT_OUT_OF_RANGE",
        details: expect.objectContaining({ name }),
      }),
    );
  });
});

describe("formula", () => {
  test("carries (x + 1) / T forward, with the common rate where T is 0", () => {
    // Rates: 4/40, 1/10, and for T = 0 all together (4 + 1 + 1) / (40 + 10).
    expect([...formula(summary, 20)]).toEqual([2, 2, (6 / 50) * 20]);
  });

  test("takes the common rate from customers, not from rows", () => {
    const weighted = { ...summary, weight: Float64Array.of(2, 1, 5) };
    expect(formula(weighted, 1)[2]).toBeCloseTo((2 * 4 + 1 + 5) / (2 * 40 + 10), 15);
  });

  test("refuses customers of whom none was observed for any time", () => {
    const today = {
      frequency: Float64Array.of(0),
      recency: Float64Array.of(0),
      T: Float64Array.of(0),
    };
    expect(() => formula(today, 1)).toThrow(expect.objectContaining({ code: "TOO_LITTLE_DATA" }));
  });

  test("refuses a horizon below 0", () => {
    expect(() => formula(summary, -1)).toThrow(
      expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" }),
    );
  });
});

describe("formulaRetention", () => {
  test("lets the historic rate fade: 10 a period, of which 0.5 + 0.25 + 0.125 stay", () => {
    const [value] = formulaRetention(summary, 300, { retention: 0.5, period: 100 });
    expect(value).toBeCloseTo(10 * 0.875, 13);
  });

  test("equals formula where all stay and nothing is discounted", () => {
    const faithful = formulaRetention(summary, 26, { retention: 1, period: 13 });
    expect([...faithful]).toEqual([...formula(summary, 26)]);
  });

  test("tends to the retention formula as the horizon grows", () => {
    const options = { retention: 0.8, period: 10, discountRate: 0.1 };
    const [value] = formulaRetention(summary, 10_000, options);
    expect(value).toBeCloseTo(retentionValue({ margin: 1, retention: 0.8, discountRate: 0.1 }), 12);
  });
});

test("repeatRate is 0 for a customer seen once, and the common rate where T is 0", () => {
  expect([...repeatRate(summary, 20)]).toEqual([1.5, 0, (3 / 50) * 20]);
});

describe("lastWindow", () => {
  test("repeats what happened, scaled where the history is shorter than the horizon", () => {
    expect([...lastWindow(Float64Array.of(3, 0), 13, 13)]).toEqual([3, 0]);
    expect([...lastWindow(Float64Array.of(3, 0), 6, 12)]).toEqual([6, 0]);
  });

  test("refuses a value that is not a number and names the row", () => {
    expect(() => lastWindow(Float64Array.of(1, Number.NaN), 1, 1)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ row: 1 }) }),
    );
  });
});
