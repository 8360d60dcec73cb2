import { expect, test } from "vitest";
import { tooSmall } from "./suppress.ts";

const all = (rows: number) => Array.from({ length: rows }, () => ["all"]);

test("one small row takes the next smallest with it, so that it does not follow from the sum", () => {
  expect(tooSmall([40, 3, 12], all(3), 5)).toEqual([false, true, true]);
});

test("two small rows that are enough together are hidden alone", () => {
  expect(tooSmall([40, 3, 12, 4], all(4), 5)).toEqual([false, true, false, true]);
  // 2 + 2 are fewer than 5: who knew their sum would know a small group.
  expect(tooSmall([40, 2, 12, 2], all(4), 5)).toEqual([false, true, true, true]);
});

test("a row in two sums is hidden so that it follows from neither", () => {
  // Classes A and B by intent: 30 and 3, 20 and 25. With A's small cell hidden its row hides 30, and
  // each column hides the smaller of what is left.
  const sums = [
    ["A", "stay"],
    ["A", "go"],
    ["B", "stay"],
    ["B", "go"],
  ];
  expect(tooSmall([30, 3, 20, 25], sums, 5)).toEqual([true, true, true, true]);
  expect(tooSmall([30, 6, 20, 25], sums, 5)).toEqual([false, false, false, false]);
});

test("rows of nobody tell of nobody, and a smallest group of 1 shows all", () => {
  expect(tooSmall([40, 0, 12], all(3), 5)).toEqual([false, false, false]);
  expect(tooSmall([1, 2, 3], all(3), 1)).toEqual([false, false, false]);
});
