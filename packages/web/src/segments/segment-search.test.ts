import { expect, test } from "vitest";
import { grainOf, grainsOf, readSegmentSearch, readSegmentsSearch } from "./segment-search.ts";

test("an address keeps the kind of segment, the kind of period and the day", () => {
  expect(readSegmentsSearch({ level: "own", grain: "quarter" })).toEqual({
    level: "own",
    grain: "quarter",
  });
  expect(readSegmentSearch({ grain: "month", end: "2026-10-31" })).toEqual({
    grain: "month",
    end: "2026-10-31",
  });
});

test("weeks are told of macro segments only", () => {
  expect(readSegmentsSearch({ grain: "week" })).toEqual({ grain: "week" });
  expect(grainOf("macro", "week")).toBe("week");
  expect(grainOf("micro", "week")).toBe("month");
  expect(grainOf("own", undefined)).toBe("month");
  expect(grainsOf("micro")).toEqual(["month", "quarter"]);
});

test("what makes no sense in an address is left out", () => {
  expect(readSegmentsSearch({ level: "nano", grain: 3 })).toEqual({});
  expect(readSegmentSearch({ grain: "year", end: "yesterday" })).toEqual({});
});
