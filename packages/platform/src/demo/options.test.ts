import { expect, test } from "vitest";
import { isoDate } from "./days.ts";
import { DemoError } from "./demo-error.ts";
import { scopeOf } from "./options.ts";

test("covers 36 whole months up to the end date unless told otherwise", () => {
  const scope = scopeOf({ customers: 10 });
  expect(isoDate(scope.startDay)).toBe("2023-11-01");
  expect(isoDate(scope.endDay)).toBe("2026-10-31");
  expect(scope.seed).toBe(1);
});

test("starts the day after the same day of an earlier month", () => {
  const start = (endDate: string, months: number) =>
    isoDate(scopeOf({ customers: 1, endDate, months }).startDay);
  expect(start("2025-12-31", 12)).toBe("2025-01-01");
  expect(start("2024-03-30", 1)).toBe("2024-02-29");
  expect(start("2024-02-29", 12)).toBe("2023-03-01");
});

test.each([
  ["customers", { customers: 0 }],
  ["customers", { customers: 1.5 }],
  ["customers", { customers: 10_000_000 }],
  ["months", { customers: 1, months: 241 }],
  ["seed", { customers: 1, seed: -1 }],
  ["seed", { customers: 1, seed: Number.NaN }],
  ["endDate", { customers: 1, endDate: "31.12.2025" }],
  ["endDate", { customers: 1, endDate: "2025-02-30" }],
  ["endDate", { customers: 1, endDate: "" }],
])("refuses a wrong value of %s", (option, options) => {
  const refusal = expect.objectContaining({
    code: "DEMO_OPTION_INVALID",
    details: expect.objectContaining({ option }),
  });
  expect(() => scopeOf(options)).toThrow(refusal);
  expect(() => scopeOf(options)).toThrow(DemoError);
});
