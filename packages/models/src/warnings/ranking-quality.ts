/** How well a score puts those to whom an event will come before the others. */
import { ModelError, requireLength } from "../errors.ts";
import { createRandom } from "../numeric/random.ts";

export type RankingMeasures = {
  /** The probability that an event's score lies above that of a row without; ties count half. */
  readonly auc: number;
  /** Mean precision at each event, from the highest score down. */
  readonly averagePrecision: number;
  /** Share of events among those within the budget. */
  readonly precision: number;
  /** Share of all events that the budget catches. */
  readonly recall: number;
  /** Precision divided by the share of events among all. */
  readonly lift: number;
};

type Bounds = { readonly estimate: number; readonly lower: number; readonly upper: number };
export type RankingQuality = { readonly [measure in keyof RankingMeasures]: Bounds };

export type RankingComparison = RankingQuality & {
  /** This score's measures minus those of the reference; null for the reference itself. */
  readonly difference: RankingQuality | null;
};

export type RankingOptions = {
  /** Share of the rows that may be warned of; in (0, 1]. */
  readonly budget: number;
  readonly seed: number;
  /** 200 */
  readonly resamples?: number;
  /** 0.95 */
  readonly level?: number;
  /** The score that the others are compared with. */
  readonly reference?: string;
};

const MEASURES = ["auc", "averagePrecision", "precision", "recall", "lift"] as const;

/**
 * Measures of every score on the same rows, with intervals from a bootstrap of whole customers:
 * rows of one customer are drawn together, for they are alike.
 *
 * @param scores n values each, higher where the event is more likely.
 * @param event n values, 1 where it came and else 0.
 * @param customer n numbers; equal ones are rows of the same customer.
 * @throws ModelError COLUMN_LENGTHS_DIFFER; ARGUMENT_OUT_OF_RANGE (budget, an unknown reference);
 *   TOO_LITTLE_DATA where the event came to nobody or to all
 */
export function compareRankings<Score extends string>(
  scores: Readonly<Record<Score, Float64Array>>,
  event: Float64Array,
  customer: Float64Array,
  { budget, seed, resamples = 200, level = 0.95, reference }: RankingOptions,
): Readonly<Record<Score, RankingComparison>> {
  const names = Object.keys(scores) as Score[];
  requireRows(scores, event, customer, budget, reference);
  const own = places(customer);
  const ranked = names.map((name) => rank(scores[name], event, own));
  const measureAll = (counts: Float64Array) =>
    ranked.map((ranking) => measure(ranking, counts, budget));
  const customers = own.reduce((most, place) => Math.max(most, place + 1), 0);
  const full = measureAll(new Float64Array(customers).fill(1));
  const draws = drawCustomers(customers, resamples, seed, measureAll);
  const base = reference === undefined ? -1 : names.indexOf(reference as Score);
  const quality = (value: (all: readonly (RankingMeasures | null)[], of: Measure) => number) =>
    Object.fromEntries(
      MEASURES.map((of) => [
        of,
        bounds(
          value(full, of),
          draws.map((draw) => value(draw, of)),
          level,
        ),
      ]),
    ) as RankingQuality;
  return Object.fromEntries(
    names.map((name, i) => [
      name,
      {
        ...quality((all, of) => all[i]?.[of] ?? Number.NaN),
        difference:
          base < 0 || base === i
            ? null
            : quality((all, of) => (all[i]?.[of] ?? Number.NaN) - (all[base]?.[of] ?? Number.NaN)),
      },
    ]),
  ) as Record<Score, RankingComparison>;
}

type Measure = (typeof MEASURES)[number];

/** The number of each row's customer, from 0. */
function places(customer: Float64Array): Int32Array {
  const numbers = new Map<number, number>();
  const own = new Int32Array(customer.length);
  customer.forEach((id, row) => {
    const known = numbers.get(id) ?? numbers.size;
    numbers.set(id, known);
    own[row] = known;
  });
  return own;
}

/** Rows from the highest score down. */
type Ranking = {
  readonly customer: Int32Array;
  readonly event: Uint8Array;
  /** 1 where the next row has a lower score, or there is none. */
  readonly closes: Uint8Array;
};

function rank(score: Float64Array, event: Float64Array, own: Int32Array): Ranking {
  const order = own.map((_, row) => row).sort((i, j) => score[j] - score[i] || i - j);
  const ranking = {
    customer: order.map((row) => own[row]),
    event: new Uint8Array(order.length),
    closes: new Uint8Array(order.length),
  };
  order.forEach((row, at) => {
    ranking.event[at] = event[row];
    ranking.closes[at] = score[order[at + 1]] === score[row] ? 0 : 1;
  });
  return ranking;
}

/**
 * @param counts how often each customer was drawn.
 * @returns null where the drawn rows hold no event, or nothing else
 */
function measure(
  { customer, event, closes }: Ranking,
  counts: Float64Array,
  budget: number,
): RankingMeasures | null {
  let [rows, events] = [0, 0];
  for (let at = 0; at < customer.length; at++) {
    const weight = counts[customer[at]];
    rows += weight;
    events += weight * event[at];
  }
  if (events === 0 || events === rows) return null;
  const budgeted = budget * rows;
  let [seen, found, pairs, precisions, caught] = [0, 0, 0, 0, 0];
  let [here, hits] = [0, 0];
  for (let at = 0; at < customer.length; at++) {
    const weight = counts[customer[at]];
    here += weight;
    hits += weight * event[at];
    // Equal scores are one place: nothing says who of them comes first.
    if (closes[at] === 0 || here === 0) continue;
    caught += hits * (Math.min(Math.max(budgeted - seen, 0), here) / here);
    pairs += (here - hits) * (found + hits / 2);
    seen += here;
    found += hits;
    precisions += hits * (found / seen);
    [here, hits] = [0, 0];
  }
  const precision = caught / budgeted;
  return {
    auc: pairs / (events * (rows - events)),
    averagePrecision: precisions / events,
    precision,
    recall: caught / events,
    lift: precision / (events / rows),
  };
}

function drawCustomers<T>(
  customers: number,
  resamples: number,
  seed: number,
  use: (counts: Float64Array) => T,
): T[] {
  const random = createRandom(seed).uniform;
  const counts = new Float64Array(customers);
  return Array.from({ length: resamples }, () => {
    counts.fill(0);
    for (let draw = 0; draw < customers; draw++) counts[Math.floor(random() * customers)] += 1;
    return use(counts);
  });
}

/** The estimate, and the percentiles of the draws that hold something. */
function bounds(estimate: number, drawn: readonly number[], level: number): Bounds {
  const sorted = Float64Array.from(drawn.filter(Number.isFinite)).sort();
  if (sorted.length === 0) return { estimate, lower: estimate, upper: estimate };
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  return { estimate, lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
}

function requireRows(
  scores: Readonly<Record<string, Float64Array>>,
  event: Float64Array,
  customer: Float64Array,
  budget: number,
  reference: string | undefined,
): void {
  const expected = event.length;
  for (const [column, values] of Object.entries({ ...scores, customer })) {
    requireLength(column, values, expected);
  }
  if (!(budget > 0 && budget <= 1) || (reference !== undefined && !(reference in scores))) {
    const message = "budget must lie in (0, 1], and the reference be one of the scores";
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", message, { budget, reference });
  }
  const events = event.reduce((sum, one) => sum + one, 0);
  if (events > 0 && events < expected) return;
  const message = "a ranking is judged by events that came to some and not to others";
  throw new ModelError("TOO_LITTLE_DATA", message, { rows: expected, events });
}
