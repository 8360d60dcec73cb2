import type { SegmentMove } from "@kundenwert/contract";
import type { AlluvialLink, AlluvialNode } from "../charts/AlluvialChart.tsx";
import { inOrder } from "./segment-name.ts";

/** The moves of one period. */
export type FlowPeriod = { readonly periodEnd: string; readonly moves: readonly SegmentMove[] };

type Words = {
  name(segment: string): string;
  /** What is said of a way. */
  lines(move: SegmentMove): string[];
  readonly rest: string;
};

type Options = { readonly top: number; readonly withStays: boolean; readonly words: Words };

/** The colour that is left for what is grouped, and one for each phase of life. */
const COLORS: readonly (readonly [string, number])[] = [
  ["active", 0],
  ["new", 3],
  ["cooling", 1],
  ["inactive", 5],
  ["cancelled", 4],
];
const OTHER = 2;
const REST = 5;

/**
 * Segments at the end of each period as nodes, and the ways between them. Of each period the `top`
 * most frequent moves are drawn; all others pass through one knot, so that stocks stay whole.
 *
 * @param periods the earliest first
 */
export function flowsOf(
  periods: readonly FlowPeriod[],
  { top, withStays, words }: Options,
): { readonly nodes: AlluvialNode[]; readonly links: AlluvialLink[] } {
  const nodes = new Map<string, AlluvialNode>();
  const links: AlluvialLink[] = [];
  const node = (segment: string, column: number) => {
    const id = `${column} ${segment}`;
    nodes.set(id, { id, name: words.name(segment), column, color: colorOf(segment) });
    return id;
  };
  periods.forEach(({ moves }, column) => {
    const stays = moves.filter(({ fromSegment, toSegment }) => fromSegment === toSegment);
    const changes = moves
      .filter(({ fromSegment, toSegment }) => fromSegment !== toSegment)
      .toSorted((one, other) => other.customers - one.customers);
    for (const move of [...(withStays ? stays : []), ...changes.slice(0, top)]) {
      links.push({
        from: node(move.fromSegment, column),
        to: node(move.toSegment, column + 1),
        size: move.customers,
        look: lookOf(move),
        lines: words.lines(move),
      });
    }
    const rare = changes.slice(top);
    if (rare.length === 0) return;
    const knot = `${column} rest`;
    nodes.set(knot, { id: knot, name: words.rest, column: column + 0.5, color: REST });
    const through = (side: "fromSegment" | "toSegment", at: number) => {
      for (const [segment, own] of Map.groupBy(rare, (move) => move[side])) {
        const size = own.reduce((sum, { customers }) => sum + customers, 0);
        const ends = side === "fromSegment" ? [node(segment, at), knot] : [knot, node(segment, at)];
        const [from = "", to = ""] = ends;
        const lines = [`${words.rest}: ${words.name(segment)}`, `n = ${size}`];
        links.push({ from, to, size, look: "plain", lines });
      }
    };
    through("fromSegment", column);
    through("toSegment", column + 1);
  });
  return { nodes: [...nodes.values()].sort(byPlace), links };
}

function byPlace(one: AlluvialNode, other: AlluvialNode): number {
  const segment = ({ id }: AlluvialNode) => id.slice(id.indexOf(" ") + 1);
  return one.column - other.column || inOrder(segment(one), segment(other));
}

function lookOf({ fromSegment, toSegment, mark }: SegmentMove): AlluvialLink["look"] {
  if (fromSegment === toSegment || mark === "neutral") return "plain";
  return mark === "desired" ? "up" : "down";
}

function colorOf(segment: string): number {
  return COLORS.find(([phase]) => segment.startsWith(phase))?.[1] ?? OTHER;
}
