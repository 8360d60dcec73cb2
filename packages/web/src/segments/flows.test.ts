import type { SegmentMove } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { flowsOf } from "./flows.ts";

const move = (
  fromSegment: string,
  toSegment: string,
  customers: number,
  mark: SegmentMove["mark"] = "neutral",
): SegmentMove => ({
  periodEnd: "2026-10-31",
  fromSegment,
  toSegment,
  customers,
  aged: 0,
  purchases: null,
  revenue: null,
  revenueBefore: null,
  revenueAfter: null,
  worthBefore: null,
  worthAfter: null,
  mark,
});
const words = { name: (segment: string) => segment, lines: () => [], rest: "rest" };
const MOVES = [
  move("new", "new", 5),
  move("new", "active_low", 9, "desired"),
  move("active_low", "new", 4, "undesired"),
  move("new", "cancelled", 2, "undesired"),
  move("", "new", 1),
];
const PERIODS = [
  { periodEnd: "2026-09-30", moves: MOVES },
  { periodEnd: "2026-10-31", moves: MOVES },
];

test("ways back are ways to a later moment, so that nothing goes in circles", () => {
  const { nodes, links } = flowsOf(PERIODS, { top: 2, withStays: true, words });
  const column = new Map(nodes.map((node) => [node.id, node.column]));
  for (const { from, to } of links) {
    expect(column.get(from)).toBeLessThan(column.get(to) as number);
  }
  expect(links.filter(({ look }) => look === "up").map(({ size }) => size)).toEqual([9, 9]);
  expect(links.filter(({ look }) => look === "down").map(({ size }) => size)).toEqual([4, 4]);
});

test("what is rare passes through one knot, and nobody is lost in it", () => {
  const { nodes, links } = flowsOf(PERIODS, { top: 2, withStays: true, words });
  const sum = (id: string, side: "from" | "to") =>
    links.filter((link) => link[side] === id).reduce((total, { size }) => total + size, 0);
  const knots = nodes.filter(({ column }) => !Number.isInteger(column));
  expect(knots).toHaveLength(2);
  for (const { id } of knots) expect([sum(id, "to"), sum(id, "from")]).toEqual([3, 3]);
  // Who was new at the first end: all who are then followed, and those who came since.
  expect(sum("0 new", "from")).toBe(16);
  expect(sum("1 new", "to")).toBe(10);
});

test("without those who stayed only the moves are left", () => {
  const { links } = flowsOf(PERIODS, { top: 9, withStays: false, words });
  expect(links).toHaveLength(8);
});
