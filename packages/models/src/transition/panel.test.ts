import { describe, expect, test } from "vitest";
import { type Activity, customersAt, endOf, panelOf, totalAt, windowAt } from "./panel.ts";

const column = (...values: number[]) => Float64Array.from(values);

/** Three periods of 10 days that end on days 110, 120 and 130; customer 1 is new in the last one. */
const activity: Activity = {
  customer: column(0, 0, 1, 0),
  period: column(-1, 1, 2, 2),
  purchases: column(2, 1, 1, 0),
  amount: column(50, 20, 7, -5),
  firstDay: column(80, 115, 128, Number.NaN),
  lastDay: column(90, 115, 128, Number.NaN),
  lastAmount: column(30, 20, 7, Number.NaN),
  squaredGaps: column(100, 625, 0, 0),
};
const panel = panelOf(activity, {
  customers: 2,
  periods: 3,
  periodDays: 10,
  lastDay: 130,
  hasAmounts: true,
});
const both = Int32Array.of(0, 1);

describe("panelOf", () => {
  test("knows at the end of each period what had happened by then, and no more", () => {
    expect([0, 1, 2].map((period) => endOf(panel, period))).toEqual([110, 120, 130]);
    expect([...customersAt(panel, 1)]).toEqual([0]);
    expect([...customersAt(panel, 2)]).toEqual([0, 1]);
    expect([...totalAt(panel, panel.purchases, both, 0)]).toEqual([2, 0]);
    expect([...totalAt(panel, panel.amount, both, 1)]).toEqual([70, 0]);
    expect([...totalAt(panel, panel.amount, both, 2)]).toEqual([65, 7]);
    expect([...totalAt(panel, panel.squaredGaps, both, 2)]).toEqual([725, 0]);
    // A period of returns alone moves neither the last purchase nor its amount.
    expect([...totalAt(panel, panel.latestDay, both, 2)]).toEqual([115, 128]);
    expect([...totalAt(panel, panel.latestAmount, both, 2)]).toEqual([20, 7]);
  });

  test("looks back and ahead by whole periods, as far as the panel reaches", () => {
    expect([...windowAt(panel, panel.purchases, both, 2, 1)]).toEqual([0, 1]);
    expect([...windowAt(panel, panel.purchases, both, 2, 2)]).toEqual([1, 1]);
    expect([...windowAt(panel, panel.purchases, both, 2, 99)]).toEqual([3, 1]);
    expect([...windowAt(panel, panel.amount, both, 0, -1)]).toEqual([20, 0]);
    expect([...windowAt(panel, panel.amount, both, 0, -2)]).toEqual([15, 7]);
  });

  test("refuses a customer or period outside its shape", () => {
    const shape = { customers: 1, periods: 3, periodDays: 10, lastDay: 130, hasAmounts: true };
    for (const wrong of [shape, { ...shape, customers: 2, periods: 2 }]) {
      expect(() => panelOf(activity, wrong)).toThrow(
        expect.objectContaining({ code: "VALUE_OUT_OF_RANGE" }),
      );
    }
  });
});
