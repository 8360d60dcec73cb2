/**
 * Step 2: the transition engine. A state is a bin of the base forecast within a class of tenure;
 * customers move between states from period to period, and buy in each as its customers did.
 */
import { type BaseModel, expectedPurchases, summaryAt } from "./base-forecast.ts";
import { shrinkMeans } from "./credibility-hierarchy.ts";
import { shrinkCounts } from "./dirichlet-hierarchy.ts";
import { customersAt, endOf, type Panel, windowAt } from "./panel.ts";

/** Quantiles of the score at which bins end. */
const BIN_ENDS = [0.09, 0.18, 0.27, 0.36, 0.45, 0.54, 0.63, 0.72, 0.81, 0.9, 0.95, 0.98, 0.99];
/** Periods since the first purchase at which the second and third class of tenure begin. */
export const TENURES: readonly number[] = [3, 7];
/** Transitions older than this many periods tell of other times. */
const MOST_TRANSITIONS = 36;

export type ScoreEngine = {
  /** Days ahead that the score expects purchases of. */
  readonly scoreDays: number;
  readonly periodDays: number;
  /** Ends of the bins of the score, ascending; the last bin is open. */
  readonly edges: readonly number[];
  /** Classes of tenure. */
  readonly tenures: number;
  /** Transition probabilities, states × states, row by row. */
  readonly probabilities: readonly number[];
  /** Expected purchases in the next period, by state. */
  readonly rewards: readonly number[];
  /** Customers seen to leave each state, over all periods. */
  readonly counts: readonly number[];
  readonly concentrations: readonly number[];
};

/** Learns states, transitions and rewards from all periods of a panel. */
export function fitEngine(panel: Panel, base: BaseModel, scoreDays: number): ScoreEngine {
  const last = panel.periods - 1;
  const from = Math.max(0, last - MOST_TRANSITIONS);
  const seen = Array.from({ length: last - from + 1 }, (_, i) => {
    const members = customersAt(panel, from + i);
    const summary = summaryAt(panel, members, from + i);
    const score = expectedPurchases(base, summary, scoreDays);
    return { period: from + i, members, score };
  });
  const edges = edgesOf(seen.map(({ score }) => score));
  const shape = { edges, periodDays: panel.periodDays };
  const tenures = TENURES.length + 1;
  const states = (edges.length + 1) * tenures;
  const counts = new Float64Array(states * states);
  const sums = {
    count: new Float64Array(states),
    sum: new Float64Array(states),
    sumOfSquares: new Float64Array(states),
  };
  let next = new Int32Array(panel.customers).fill(-1);
  for (const { period, members, score } of seen.toReversed()) {
    const stateOf = statesOf(shape, score, tenureAt(panel, members, period));
    const now = new Int32Array(panel.customers).fill(-1);
    members.forEach((who, i) => {
      now[who] = stateOf[i];
    });
    if (period < last) tally(panel, { period, members }, now, next, { counts, sums });
    next = now;
  }
  const bins = Int32Array.from({ length: states }, (_, state) => Math.floor(state / tenures));
  const { probabilities, concentrations } = shrinkCounts(counts, states, [bins]);
  return {
    scoreDays,
    periodDays: panel.periodDays,
    edges,
    tenures,
    probabilities: [...probabilities],
    rewards: [...shrinkMeans(sums, [bins]).means],
    counts: [...sums.count],
    concentrations,
  };
}

type Tally = {
  readonly counts: Float64Array;
  readonly sums: Readonly<Record<"count" | "sum" | "sumOfSquares", Float64Array>>;
};

function tally(
  panel: Panel,
  { period, members }: { readonly period: number; readonly members: Int32Array },
  now: Int32Array,
  next: Int32Array,
  { counts, sums }: Tally,
): void {
  const states = sums.count.length;
  const bought = windowAt(panel, panel.purchases, members, period, -1);
  members.forEach((who, i) => {
    const state = now[who];
    counts[state * states + next[who]]++;
    sums.count[state]++;
    sums.sum[state] += bought[i];
    sums.sumOfSquares[state] += bought[i] ** 2;
  });
}

/** So that who scores just what an edge does is on the same side whoever else is scored. */
const CLEAR_OF_ROUNDING = 1 + 1e-9;

/** The quantiles of all scores together, each once. */
function edgesOf(scores: readonly Float64Array[]): number[] {
  const sorted = new Float64Array(scores.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const score of scores) {
    sorted.set(score, at);
    at += score.length;
  }
  sorted.sort();
  const ends = BIN_ENDS.map((share) => sorted[Math.floor(share * (sorted.length - 1))]);
  const edges = [...new Set(ends.map((end) => end * CLEAR_OF_ROUNDING))];
  return edges.filter((edge) => edge < sorted[sorted.length - 1]);
}

/** Days since each customer's first purchase. */
export function tenureAt(panel: Panel, members: Int32Array, period: number): Float64Array {
  const end = endOf(panel, period);
  return Float64Array.from(members, (who) => end - panel.firstDay[who]);
}

/** The state of each customer, by score and days since the first purchase. */
export function statesOf(
  { edges, periodDays }: Pick<ScoreEngine, "edges" | "periodDays">,
  score: Float64Array,
  tenureDays: Float64Array,
): Int32Array {
  const states = new Int32Array(score.length);
  for (let i = 0; i < score.length; i++) {
    let bin = 0;
    while (bin < edges.length && score[i] > edges[bin]) bin++;
    const tenure = Math.floor(tenureDays[i] / periodDays);
    let group = 0;
    while (group < TENURES.length && tenure >= TENURES[group]) group++;
    states[i] = bin * (TENURES.length + 1) + group;
  }
  return states;
}

/**
 * Purchases expected in each period ahead, by state: path[h][state] is that of period h. What is
 * left of a horizon after its whole periods is the last entry, for a part of a period.
 */
export function purchasePath(engine: ScoreEngine, horizonPeriods: number): Float64Array[] {
  const { rewards, probabilities } = engine;
  const states = rewards.length;
  const path: Float64Array[] = [];
  let expected = Float64Array.from(rewards);
  for (let h = 0; h < horizonPeriods; h++) {
    const part = Math.min(1, horizonPeriods - h);
    path.push(expected.map((value) => value * part));
    const before = expected;
    expected = before.map((_, state) => {
      let sum = 0;
      for (let to = 0; to < states; to++) sum += probabilities[state * states + to] * before[to];
      return sum;
    });
  }
  return path;
}
