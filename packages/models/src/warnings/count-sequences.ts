/** Purchases of customers by period: one sequence after another in one column. */
import { ModelError } from "../errors.ts";

export type CountSequences = {
  /** Purchases of every period of every customer, oldest first, customer after customer. */
  readonly counts: Float64Array;
  /** Where each customer's periods begin in `counts`; ascending. */
  readonly starts: Uint32Array;
};

/** Each different sequence once, with the number of customers who have it. */
export type WeightedSequences = CountSequences & { readonly weight: Float64Array };

/** @throws ModelError VALUE_OUT_OF_RANGE where a count is no whole number, or starts descend */
export function requireSequences({ counts, starts }: CountSequences): void {
  const row = counts.findIndex((count) => !(Number.isInteger(count) && count >= 0));
  if (row >= 0) {
    const message = "a count is a whole number, 0 or more";
    throw new ModelError("VALUE_OUT_OF_RANGE", message, { column: "counts", row });
  }
  const wrong = starts.findIndex((start, i) => start > (starts[i + 1] ?? counts.length));
  if (wrong < 0 && (starts[0] ?? 0) === 0) return;
  const message = "starts must ascend from 0 to the length of counts";
  throw new ModelError("VALUE_OUT_OF_RANGE", message, {
    column: "starts",
    row: Math.max(wrong, 0),
  });
}

/** Merges equal sequences: most customers of a shop have one of a few. */
export function distinctSequences({ counts, starts }: CountSequences): WeightedSequences {
  const places = new Map<string, number>();
  const firsts: number[] = [];
  const weight: number[] = [];
  starts.forEach((start, i) => {
    const key = counts.subarray(start, starts[i + 1] ?? counts.length).join();
    const place = places.get(key);
    if (place !== undefined) {
      weight[place] += 1;
      return;
    }
    places.set(key, firsts.length);
    firsts.push(i);
    weight.push(1);
  });
  const pieces = firsts.map((i) => counts.subarray(starts[i], starts[i + 1] ?? counts.length));
  const merged = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  const begins = new Uint32Array(pieces.length);
  let at = 0;
  pieces.forEach((piece, i) => {
    merged.set(piece, at);
    begins[i] = at;
    at += piece.length;
  });
  return { counts: merged, starts: begins, weight: Float64Array.from(weight) };
}
