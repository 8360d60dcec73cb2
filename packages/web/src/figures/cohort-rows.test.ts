import type { CohortMonth } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { cohortRows, cohortYears } from "./cohort-rows.ts";

const cohort = (
  cohortMonth: string,
  customers: number,
  cac: number | null,
  months: readonly (readonly [active: number, cumulative: number])[],
): CohortMonth[] =>
  months.map(([active, cumulativeContribution], monthSince) => ({
    cohortMonth,
    monthSince,
    customers,
    active,
    retention: active / customers,
    revenue: 0,
    contribution: 0,
    cumulativeContribution,
    cac,
  }));

// 10 customers cost 30 each, 30 cost 10 each: 15 on average. After a month they brought 800 together.
const january = cohort("2026-01-01", 10, 30, [
  [10, 100],
  [4, 300],
  [2, 400],
]);
const february = cohort("2026-02-01", 30, 10, [
  [30, 300],
  [15, 500],
]);

test("the triangle is as long as each cohort is old", () => {
  expect(cohortRows([...january, ...february], "retention")).toEqual([
    { cohort: "2026-01-01", customers: 10, values: [1, 0.4, 0.2] },
    { cohort: "2026-02-01", customers: 30, values: [1, 0.5] },
  ]);
  expect(cohortRows(january, "contribution")[0]?.values).toEqual([10, 30, 40]);
});

test("a year is told as far as all of its cohorts have come, and when it had paid its cost", () => {
  expect(cohortYears([...january, ...february])).toEqual([
    { year: "2026", customers: 40, values: [10, 20], cac: 15, paidBack: 1 },
  ]);
});

test("a cost that is not known for all is not known, and nothing is paid back", () => {
  const unknown = cohort("2026-02-01", 30, null, [[30, 300]]);
  expect(cohortYears([...january, ...unknown])[0]).toMatchObject({ cac: null, paidBack: null });
});
