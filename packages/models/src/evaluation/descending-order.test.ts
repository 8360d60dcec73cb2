import { expect, test } from "vitest";
import { descendingOrder } from "./descending-order.ts";

test("orders numbers of every size and sign, highest first", () => {
  const values = [1e308, 5e-324, 1, 1 + 2 ** -52, 0, -5e-324, -1, -1e308, 65_536, 65_535.5, 3e9];
  const rows = descendingOrder(Float64Array.from(values));
  expect([...rows].map((row) => values[row])).toEqual([...values].sort((p, q) => q - p));
});

test("keeps the order of equals, among which are 0 and -0", () => {
  expect([...descendingOrder(Float64Array.of(0, 2, -0, 2, 0))]).toEqual([1, 3, 0, 2, 4]);
});

test("keeps the order given by an earlier sort among equals", () => {
  const first = descendingOrder(Float64Array.of(1, 3, 2, 4));
  expect([...descendingOrder(Float64Array.of(5, 5, 9, 5), first)]).toEqual([2, 3, 1, 0]);
});

test("agrees with a comparison sort on 10,000 numbers", () => {
  const values = Float64Array.from({ length: 10_000 }, (_, i) => Math.sin(i) * 10 ** (i % 40));
  const expected = Uint32Array.from(values.keys()).sort((p, q) => values[q] - values[p] || p - q);
  expect(descendingOrder(values)).toEqual(expected);
});

test("orders nothing and one", () => {
  expect([...descendingOrder(new Float64Array(0))]).toEqual([]);
  expect([...descendingOrder(Float64Array.of(7))]).toEqual([0]);
});
