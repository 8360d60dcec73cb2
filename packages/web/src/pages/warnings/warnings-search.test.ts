import { expect, test } from "vitest";
import { knownMove, readWarningsSearch } from "./warnings-search.ts";

test("an address keeps the kind, the segment and the movement", () => {
  expect(readWarningsSearch({ kind: "desired", segment: "active_high", move: "bought" })).toEqual({
    kind: "desired",
    segment: "active_high",
    move: "bought",
  });
});

test("what makes no sense in an address is left out", () => {
  expect(readWarningsSearch({ kind: "undesired", segment: 7, move: "sideways" })).toEqual({});
  expect(readWarningsSearch({ segment: "x".repeat(100) }).segment).toHaveLength(60);
  expect(knownMove("sideways")).toBe("undesired");
});
