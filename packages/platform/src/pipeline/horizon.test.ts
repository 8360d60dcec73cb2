import { expect, test } from "vitest";
import { ledgerOf } from "../../test/orders-table.ts";
import { horizon, horizonsOf } from "./horizon.ts";
import { runSteps } from "./runner.ts";

async function contextAt(asOf: string, horizons: number[]) {
  const { engine, context } = await ledgerOf([], { asOf: new Date(asOf) });
  return { engine, context: { ...context, settings: { ...context.settings, horizons } } };
}

test("counts the days that the calendar has, leap days too", async () => {
  const { engine, context } = await contextAt("2027-03-01", [12, 24]);
  expect(horizonsOf(context)).toEqual([
    // 29 February 2028 lies in between.
    { months: 12, days: 366, end: "2028-03-01" },
    { months: 24, days: 731, end: "2029-03-01" },
  ]);
  await engine.close();
});

test("goes from the end of a month to the end of a month", async () => {
  const { engine, context } = await contextAt("2024-02-29", [12, 48, 1]);
  expect(horizonsOf(context).map(({ end }) => end)).toEqual([
    "2025-02-28",
    "2028-02-29",
    "2024-03-31",
  ]);
  const january = { ...context, asOf: new Date("2025-01-31") };
  expect(horizonsOf(january)[2]).toEqual({ months: 1, days: 28, end: "2025-02-28" });
  await engine.close();
});

test("writes one row a horizon", async () => {
  const { engine, context } = await contextAt("2026-10-31", [12, 36]);
  await runSteps([horizon], context);
  expect(await engine.rows("SELECT * FROM horizon ORDER BY horizon_months")).toEqual([
    { horizon_months: 12, horizon_days: 365, horizon_end: "2027-10-31" },
    { horizon_months: 36, horizon_days: 1096, horizon_end: "2029-10-31" },
  ]);
  await engine.close();
});
