import { expect, test } from "vitest";
import { monthEndYearBefore, readTransitionsSearch } from "./transitions-search.ts";

test("an address keeps the view, and three months ahead for micro-segments only", () => {
  expect(readTransitionsSearch({ view: "euros", from: "micro", months: 3 })).toEqual({
    view: "euros",
    from: "micro",
    months: 3,
  });
  expect(readTransitionsSearch({ view: "colour", from: "macro", months: 3 })).toEqual({});
});

test("a month ends a year before on its own last day", () => {
  expect(monthEndYearBefore("2025-02-28")).toBe("2024-02-29");
  expect(monthEndYearBefore("2024-02-29")).toBe("2023-02-28");
  expect(monthEndYearBefore("2026-12-31")).toBe("2025-12-31");
});
