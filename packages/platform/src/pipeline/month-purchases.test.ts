import { mbgNbd } from "@kundenwert/models";
import { expect, test } from "vitest";
import { ledgerOf } from "../../test/orders-table.ts";
import type { KnownFits } from "./fits.ts";
import { monthPurchases } from "./month-purchases.ts";

const PARAMS = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
const FITS: KnownFits = { models: { "mbg-nbd": { params: PARAMS } }, refused: {} };

test("foresees the customers of every month as the model does, few or many", async () => {
  const lines = [{ customer: "ada", at: "2026-09-01", amount: 10 }];
  const { engine, context } = await ledgerOf(lines, { asOf: new Date("2026-12-31") });
  // 12 × 16 distinct customers in October, thirty times as many in November.
  await engine.run(`CREATE TABLE snapshot AS
    SELECT end_day AS period_end, CAST(x + 1 AS DOUBLE) AS purchases,
      CAST(first AS DOUBLE) AS days_since_first_purchase,
      CASE WHEN x = 0 THEN CAST(first AS DOUBLE) ELSE floor(first * last / 20.0) END AS days_since_purchase
    FROM (VALUES (DATE '2026-10-31', 17), (DATE '2026-11-30', 491)) AS ends(end_day, longest),
      range(12) AS xs(x), range(15, 500) AS ages(first), range(18) AS lasts(last)
    WHERE first < longest`);
  const foresee = monthPurchases({
    cells: "month_cell",
    nodes: "month",
    lengths: async () => [366],
  });
  for (const [day, isMany] of [
    ["2026-10-31", false],
    ["2026-11-30", true],
  ] as const) {
    const forecast = { end: new Date(day), days: 365, method: "mbg-nbd", fits: FITS } as const;
    expect(await foresee(context, forecast, {})).toBe(true);
    const cells = (await engine.columns(
      "SELECT * FROM month_cell ORDER BY frequency, recency, age",
    )) as Record<"frequency" | "recency" | "age" | "expected_purchases", Float64Array>;
    expect(cells.age.length > 2000).toBe(isMany);
    const exact = mbgNbd.expectedPurchases(
      PARAMS,
      {
        frequency: cells.frequency,
        recency: cells.recency.map((days) => days / 7),
        T: cells.age.map((days) => days / 7),
      },
      365 / 7,
    );
    const off = exact.map((value, i) =>
      Math.abs((cells.expected_purchases[i] as number) / value - 1),
    );
    // Between nodes forecasts are as close as those stand; one by one they are the model's own.
    expect(Math.max(...off)).toBeLessThan(isMany ? 0.001 : 1e-12);
  }
  await engine.close();
});
