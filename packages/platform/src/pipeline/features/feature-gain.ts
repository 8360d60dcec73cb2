import type { Column } from "../../engines/engine.ts";

/** Customers at one moment: what was known of them, and what they bought in the months after. */
export type GainSample = {
  /** Expected by the recent pace of each customer, in any unit of its own; positive. */
  readonly pace: Float64Array;
  readonly outcome: Float64Array;
  readonly features: Readonly<Record<string, Column>>;
};

export type Gain = {
  /** Share of the Poisson deviance that the feature takes away from the pace; may be negative. */
  readonly gain: number;
  readonly standardError: number;
};

const BINS = 10;
const PACE_BINS = 20;
const MOST_CATEGORIES = 15;
/** Expected purchases that a bin's factor is drawn to 1 by. */
const CREDIBILITY = 20;

/**
 * What each feature adds to the recent pace of a customer. Both are learnt on `past` and judged on
 * `present`, which is later: the pace is corrected by its own bins, then by the bins of the
 * feature, each bin by outcome ÷ expectation drawn towards 1. Before they are judged, all forecasts
 * are brought to the total that came, so that a season is nobody's merit.
 *
 * @returns by feature; the standard error is that over customers
 */
export function featureGains(past: GainSample, present: GainSample): Record<string, Gain> {
  const paceBins = numberBins(past.pace, PACE_BINS);
  const base = (sample: GainSample, factors: readonly number[]) =>
    sample.pace.map((pace) => pace * (factors[paceBins(pace)] as number));
  const paceFactors = factorsOf(past.pace, past.outcome, past.pace, paceBins, PACE_BINS + 1);
  const pastBase = base(past, paceFactors);
  const presentBase = base(present, paceFactors);
  const before = deviances(presentBase, present.outcome);
  const total = sum(before);
  return Object.fromEntries(
    Object.entries(past.features).map(([name, column]) => {
      const { bin, count } = binsOf(column);
      const factors = factorsOf(pastBase, past.outcome, column, bin, count);
      const later = present.features[name] as Column;
      const corrected = presentBase.map((q, i) => q * (factors[bin(later[i] as never)] as number));
      const after = deviances(corrected, present.outcome);
      return [name, toGain(before, after, total)];
    }),
  );
}

/** A share of sums; its standard error by the delta method, customers being independent. */
function toGain(before: Float64Array, after: Float64Array, total: number): Gain {
  const n = before.length;
  if (n < 2 || !(total > 0)) return { gain: 0, standardError: 0 };
  const gain = 1 - sum(after) / total;
  const squares = before.reduce(
    (all, deviance, i) => all + (deviance * (1 - gain) - (after[i] as number)) ** 2,
    0,
  );
  return { gain, standardError: Math.sqrt((squares * n) / (n - 1)) / total };
}

type Bin = (value: number | string | null) => number;

/** Numbers by quantiles, words by frequency; what is missing has a bin of its own, the last one. */
function binsOf(column: Column): { bin: Bin; count: number } {
  if (column instanceof Float64Array) return { bin: numberBins(column, BINS), count: BINS + 1 };
  const counts = new Map<string, number>();
  for (const word of column) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  const frequent = [...counts].sort((one, other) => other[1] - one[1]).slice(0, MOST_CATEGORIES);
  const places = new Map(frequent.map(([word], place) => [word, place]));
  const other = MOST_CATEGORIES;
  const bin: Bin = (word) => (word === null ? other + 1 : (places.get(String(word)) ?? other));
  return { bin, count: MOST_CATEGORIES + 2 };
}

function numberBins(values: Float64Array, bins: number): Bin {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const edges = Array.from(
    { length: bins - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / bins)] ?? Number.POSITIVE_INFINITY,
  );
  return (value) => {
    const x = value as number;
    if (Number.isNaN(x)) return bins;
    // Up to and with the edge: where most have the same value, such as 0, it has its own bin.
    const within = edges.findIndex((edge) => x <= edge);
    return within < 0 ? bins - 1 : within;
  };
}

/** Outcome ÷ expectation of each bin, drawn towards 1. */
function factorsOf(
  expected: Float64Array,
  outcome: Float64Array,
  column: Column,
  bin: Bin,
  count: number,
): number[] {
  const came = new Float64Array(count);
  const foreseen = new Float64Array(count);
  const level = sum(outcome) / sum(expected);
  for (let i = 0; i < expected.length; i++) {
    const at = bin(column[i] as never);
    came[at] = (came[at] as number) + (outcome[i] as number);
    foreseen[at] = (foreseen[at] as number) + (expected[i] as number) * level;
  }
  return Array.from(
    came,
    (value, at) => (value + CREDIBILITY) / ((foreseen[at] as number) + CREDIBILITY),
  );
}

/** Poisson deviance of each customer, the forecasts scaled to the total that came. */
function deviances(forecast: Float64Array, outcome: Float64Array): Float64Array {
  const level = sum(outcome) / sum(forecast);
  return forecast.map((one, i) => {
    const q = one * level;
    const y = outcome[i] as number;
    return 2 * ((y > 0 ? y * Math.log(y / q) : 0) - (y - q));
  });
}

function sum(values: Float64Array): number {
  return values.reduce((all, one) => all + one, 0);
}
