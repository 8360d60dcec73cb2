import { ModelError, requireLength } from "../errors.ts";

/** A column in bins: a row of bin b has edges[b − 1] < value ≤ edges[b]; unknown is the last bin. */
export type BinnedFeature = {
  readonly name: string;
  /** Ascending; each is the roundest number between two neighbouring values. */
  readonly edges: readonly number[];
  readonly bin: Uint8Array;
  readonly hasUnknown: boolean;
};

/** So that a bin fits one byte, with one left for what is unknown. */
const MOST_BINS = 255;
const MOST_SORTED = 50_000;

/**
 * Sorts every column into at most 255 bins: one a distinct value where there are few, else bins of
 * about equally many rows.
 *
 * @param features columns of one length; NaN is unknown
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE for an infinite value
 */
export function binFeatures(
  features: Readonly<Record<string, Float64Array>>,
  rows: number,
): BinnedFeature[] {
  return Object.entries(features).map(([name, column]) => {
    requireLength(name, column, rows);
    const edges = edgesOf(name, column);
    const bin = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) bin[row] = binOf(edges, column[row]);
    return { name, edges, bin, hasUnknown: column.some(Number.isNaN) };
  });
}

/** Number of bins, the one for unknown values included. */
export function binCount({ edges }: BinnedFeature): number {
  return edges.length + 2;
}

function binOf(edges: readonly number[], value: number): number {
  if (Number.isNaN(value)) return edges.length + 1;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

function edgesOf(name: string, column: Float64Array): number[] {
  const sorted = someOf(column).sort();
  if (column.some((value) => Math.abs(value) === Number.POSITIVE_INFINITY)) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `${name} must be finite or NaN`, { name });
  }
  const ends = endsOfRuns(sorted);
  const step = sorted.length / (MOST_BINS - 1);
  const edges: number[] = [];
  let next = ends.length <= MOST_BINS - 1 ? 0 : step;
  for (const end of ends.slice(0, -1)) {
    if (end + 1 < next) continue;
    edges.push(roundestBetween(sorted[end], sorted[end + 1]));
    if (next > 0) next = Math.max(next + step, end + 1 + step / 2);
  }
  return edges;
}

/** The known values, or an even sample of them where there are very many: bins need no more. */
function someOf(column: Float64Array): Float64Array {
  const known = column.filter((value) => !Number.isNaN(value));
  const step = Math.ceil(known.length / MOST_SORTED);
  return step <= 1 ? known : known.filter((_, i) => i % step === 0);
}

/** The last place of each distinct value. */
function endsOfRuns(sorted: Float64Array): number[] {
  const ends: number[] = [];
  for (let i = 0; i < sorted.length; i++) if (sorted[i] !== sorted[i + 1]) ends.push(i);
  return ends;
}

/**
 * A number of as few digits as possible in [low, high): rules that people read should say 100, not
 * 97.31.
 */
export function roundestBetween(low: number, high: number): number {
  if (low <= 0 && high > 0) return 0;
  if (high <= 0) return low;
  for (let digits = 1; digits <= 15; digits++) {
    const rounded = Number(low.toPrecision(digits));
    const unit = 10 ** (Math.floor(Math.log10(low)) + 1 - digits);
    const above = rounded >= low ? rounded : Number((rounded + unit).toPrecision(digits));
    if (above >= low && above < high) return above;
  }
  return low;
}
