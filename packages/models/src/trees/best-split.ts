import { type BinnedFeature, binCount } from "./binned-features.ts";

/** Rows with their outputs, each already multiplied by the row's weight. */
export type Rows = {
  /** The class of each row, one output a class: 1 in its own, 0 in the others. */
  readonly classes?: Int32Array | undefined;
  readonly classCount: number;
  /** Further outputs: outputs[row · extra + k]. */
  readonly outputs: Float64Array;
  readonly extra: number;
  readonly weight: Float64Array;
};

/** Sums over rows: the weighted outputs, the weight, and the number of rows. */
export type Totals = { readonly sums: Float64Array; readonly weight: number; readonly n: number };

export type Split = {
  readonly feature: BinnedFeature;
  /** Bins up to this one go left; the last bin of known values means that only unknown goes right. */
  readonly bin: number;
  readonly unknown: "left" | "right";
  readonly gain: number;
};

export type SplitLimits = {
  readonly minLeaf: number;
  /** A question has to take away more squared error than this. */
  readonly minGain: number;
};

export function totalsOf(rows: Rows, members: Int32Array): Totals {
  const { classes, classCount, outputs, extra, weight } = rows;
  const sums = new Float64Array(classCount + extra);
  let total = 0;
  for (const row of members) {
    if (classes) sums[classes[row]] += weight[row];
    for (let k = 0; k < extra; k++) sums[classCount + k] += outputs[row * extra + k];
    total += weight[row];
  }
  return { sums, weight: total, n: members.length };
}

/** The question that takes away most squared error; the first of equals. */
export function bestSplit(
  rows: Rows,
  members: Int32Array,
  totals: Totals,
  features: readonly BinnedFeature[],
  limits: SplitLimits,
): Split | undefined {
  let best: Split | undefined;
  // One piece of memory for all features: there are hundreds of nodes with dozens of features.
  const most = features.reduce((bins, feature) => Math.max(bins, binCount(feature)), 0);
  const memory = new Float64Array(most * (rows.classCount + rows.extra + 2));
  for (const feature of features) {
    const histogram = histogramOf(rows, members, feature, memory);
    for (const unknown of ["right", "left"] as const) {
      // Where everything is known there is nothing to be sent anywhere.
      if (unknown === "left" && histogram.at(-1) === 0) break;
      const gain = best ? best.gain * (1 + 1e-12) : limits.minGain;
      const found = scan(histogram, totals, feature, unknown, { ...limits, minGain: gain });
      if (found) best = found;
    }
  }
  return best;
}

/** Per bin: the sums of outputs, the weight, the number of rows. */
function histogramOf(
  rows: Rows,
  members: Int32Array,
  feature: BinnedFeature,
  memory: Float64Array,
): Float64Array {
  const { classes, classCount, outputs, extra, weight } = rows;
  const count = classCount + extra;
  const width = count + 2;
  const { bin } = feature;
  const histogram = memory.subarray(0, binCount(feature) * width).fill(0);
  for (const row of members) {
    const at = bin[row] * width;
    if (classes) histogram[at + classes[row]] += weight[row];
    for (let k = 0; k < extra; k++) histogram[at + classCount + k] += outputs[row * extra + k];
    histogram[at + count] += weight[row];
    histogram[at + count + 1] += 1;
  }
  return histogram;
}

function scan(
  histogram: Float64Array,
  totals: Totals,
  feature: BinnedFeature,
  unknown: "left" | "right",
  { minLeaf, minGain }: SplitLimits,
): Split | undefined {
  const count = totals.sums.length;
  const width = count + 2;
  const last = binCount(feature) - 1;
  const left = new Float64Array(width);
  const add = (bin: number) => {
    for (let k = 0; k < width; k++) left[k] += histogram[bin * width + k];
  };
  if (unknown === "left") add(last);
  const before = between(totals.sums, totals.weight);
  let best: Split | undefined;
  for (let bin = 0; bin < last; bin++) {
    const inBin = histogram[bin * width + count + 1];
    add(bin);
    const n = left[count + 1];
    if (inBin === 0 || n < minLeaf || totals.n - n < minLeaf) continue;
    const gain = betweenBoth(left, totals) - before;
    if (gain > (best?.gain ?? minGain)) best = { feature, bin, unknown, gain };
  }
  return best;
}

/** Σ S² / W: what the mean of a group explains of the squared outputs. */
function between(sums: Float64Array, weight: number): number {
  if (!(weight > 0)) return 0;
  let squares = 0;
  for (const sum of sums) squares += sum * sum;
  return squares / weight;
}

function betweenBoth(left: Float64Array, { sums, weight }: Totals): number {
  const count = sums.length;
  const leftWeight = left[count];
  const rightWeight = weight - leftWeight;
  let leftSquares = 0;
  let rightSquares = 0;
  for (let k = 0; k < count; k++) {
    const rest = sums[k] - left[k];
    leftSquares += left[k] * left[k];
    rightSquares += rest * rest;
  }
  return (
    (leftWeight > 0 ? leftSquares / leftWeight : 0) +
    (rightWeight > 0 ? rightSquares / rightWeight : 0)
  );
}
