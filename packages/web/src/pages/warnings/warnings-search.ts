import type { Raw } from "../../view.ts";

export const MOVES = ["undesired", "desired", "bought"] as const;
export type Move = (typeof MOVES)[number];

/** A movement that a later server knows and this page does not is shown as one down. */
export function knownMove(move: string): Move {
  return MOVES.find((each) => each === move) ?? "undesired";
}

/** Which warnings are listed, and which control chart is looked at. */
export type WarningsSearch = {
  readonly kind?: "desired";
  readonly segment?: string;
  readonly move?: Move;
};

export function readWarningsSearch({ kind, segment, move }: Raw): WarningsSearch {
  const known = MOVES.find((each) => each === move);
  return {
    ...(kind === "desired" ? { kind } : {}),
    ...(typeof segment === "string" ? { segment: segment.slice(0, 60) } : {}),
    ...(known ? { move: known } : {}),
  };
}
