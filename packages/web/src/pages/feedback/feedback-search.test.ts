import { expect, test } from "vitest";
import { readFeedbackSearch } from "./feedback-search.ts";

test("an address keeps what makes sense and leaves out the rest", () => {
  expect(
    readFeedbackSearch({
      view: "inbox",
      kind: "nps",
      score: "worst",
      mood: "negative",
      topic: "delivery",
      valueClass: "D",
      from: "2026-01-31",
      until: "2026-13-01",
      case: 7,
      period: "quarter",
    }),
  ).toEqual({
    view: "inbox",
    kind: "nps",
    mood: "negative",
    topic: "delivery",
    from: "2026-01-31",
  });
});

test("a case is found by its number, whatever signs that has", () => {
  const id = "csat@K-1@2026-01-06 10:00@1.0";
  expect(readFeedbackSearch({ view: "cases", case: id })).toEqual({ view: "cases", case: id });
});
