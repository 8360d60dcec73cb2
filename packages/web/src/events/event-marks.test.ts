import { expect, test } from "vitest";
import { dayMarks, eventMarks, spansOf, weeksOf } from "./event-marks.ts";

const on = (day: string) => ({ id: 1, day, kind: "price", text: day }) as const;

test("events are marked in the period of their day, and numbered", () => {
  const spans = spansOf(["2025-12-31", "2026-01-31", "2026-02-28"], 1);
  const marks = eventMarks(
    [on("2025-11-30"), on("2025-12-01"), on("2026-02-01"), on("2026-02-28"), on("2026-03-01")],
    spans,
  );
  expect(marks.map(({ at, sign, events }) => [at, sign, events.length])).toEqual([
    [0, "E1", 1],
    [2, "E2", 2],
  ]);
});

test("a quarter begins two months before that of its end, also across years", () => {
  expect(spansOf(["2026-03-31", "2026-01-31"], 3)).toEqual([
    { start: "2026-01-01", end: "2026-03-31" },
    { start: "2025-11-01", end: "2026-01-31" },
  ]);
});

test("a week begins on the Monday before its last day", () => {
  expect(weeksOf(["2026-03-01"])).toEqual([{ start: "2026-02-23", end: "2026-03-01" }]);
});

test("between days each event stands at its own, and belongs to the last day before it", () => {
  const annotations = ["2026-01-01", "2026-01-05", "2026-02-01", "2026-01-05", "2026-02-09"].map(
    on,
  );
  const marks = dayMarks(annotations, ["2026-02-01", "2026-01-10", "2026-01-02"]);
  expect(marks.map(({ at, sign, day, events }) => [at, sign, day, events.length])).toEqual([
    [2, "E1", "2026-01-05", 2],
    [0, "E2", "2026-02-01", 1],
  ]);
  expect(dayMarks(annotations, [])).toEqual([]);
});
