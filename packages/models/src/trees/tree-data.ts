/** What trees are grown on. */
import { ModelError, requireLength } from "../errors.ts";
import type { Rows, Totals } from "./best-split.ts";

export type TreeData = {
  /** Columns of one length, by name; NaN is unknown, yes and no are 1 and 0. */
  readonly features: Readonly<Record<string, Float64Array>>;
  /** One column an output, finite. To make outputs count alike, scale them before. */
  readonly targets: readonly Float64Array[];
  /**
   * The class of each row, from 0: every class is an output before those of `targets`, 1 where the
   * row belongs to it and else 0. Faster than columns of 0 and 1.
   */
  readonly classes?: { readonly of: Int32Array; readonly count: number };
  /** 0 or more; 1 for everyone if absent. */
  readonly weight?: Float64Array;
};

/** Outputs times weight, side by side: what a tree is grown on. */
export function rowsOf({ targets, classes, weight }: TreeData): Rows {
  const n = classes?.of.length ?? targets[0]?.length ?? 0;
  const own = weight ?? new Float64Array(n).fill(1);
  const outputs = new Float64Array(n * targets.length);
  targets.forEach((column, k) => {
    requireLength(`target ${k}`, column, n);
    for (let row = 0; row < n; row++) outputs[row * targets.length + k] = column[row] * own[row];
  });
  requireLength("weight", own, n);
  const classCount = classes?.count ?? 0;
  if (
    !outputs.every(Number.isFinite) ||
    own.some((one) => !(one >= 0)) ||
    classes?.of.some((one) => one < 0 || one >= classCount)
  ) {
    const message = "targets must be finite, weights 0 or more, classes among those there are";
    throw new ModelError("VALUE_OUT_OF_RANGE", message);
  }
  if (!own.some((one) => one > 0)) throw new ModelError("TOO_LITTLE_DATA", "no row has weight");
  return { classes: classes?.of, classCount, outputs, extra: targets.length, weight: own };
}

/** Weighted squared error about the mean, over all outputs. */
export function squaredError({ classes, outputs, extra, weight }: Rows, totals: Totals): number {
  // A class is 1 in one output: its square is the weight.
  let error = classes ? totals.weight : 0;
  outputs.forEach((output, i) => {
    const own = weight[Math.floor(i / extra)];
    if (own > 0) error += (output * output) / own;
  });
  for (const sum of totals.sums) error -= (sum * sum) / totals.weight;
  return Math.max(error, 0);
}
