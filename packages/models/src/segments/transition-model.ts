/**
 * Where customers will be at the end of the next period: the mean of two forecasts.
 *
 * Incidence × micro-segment: ρ Q₀ + (1 − ρ) Q₁, where ρ is the customer's own probability of buying
 * nothing and Q₀, Q₁ are the transitions of the micro-segment without and with a purchase, drawn
 * towards those of its group, its macro segment and all. And a forest of small trees. A hundredth
 * goes to all segments alike: what was never seen is not impossible.
 */
import { shrinkCounts } from "../transition/dirichlet-hierarchy.ts";
import type { RegressionForest } from "../trees/regression-forest.ts";
import * as regressionForest from "../trees/regression-forest.ts";
import type { LogisticFit } from "../warnings/logistic.ts";
import * as logisticRegression from "../warnings/logistic.ts";
import { assignMicroSegments, type MicroSegments, parentsOfSegments } from "./micro-segments.ts";
import {
  ageWeights,
  type CustomersAt,
  type Features,
  type TransitionSample,
} from "./transition-sample.ts";

/** Transition probabilities of states, with how much each state's rest on. */
export type TransitionTable = {
  /** States × macro segments, row by row: moves, and moves weighted by age. */
  readonly moves: Float64Array;
  readonly counts: Float64Array;
  readonly probabilities: Float64Array;
  /** A cell's posterior is Beta(p · strength, (1 − p) · strength). */
  readonly strength: Float64Array;
};

export type TransitionModel = {
  readonly macros: number;
  readonly micro: MicroSegments;
  /** P(no purchase); a number where it is the same for everyone. */
  readonly incidence: LogisticFit | number;
  /** By micro-segment: all transitions, those without and those with a purchase. */
  readonly all: TransitionTable;
  readonly idle: TransitionTable;
  readonly buying: TransitionTable;
  readonly forest: RegressionForest;
};

/** The share of every probability that goes to all segments alike. */
const FLOOR = 0.01;
const FOREST = { trees: 10, maxLeaves: 250, minLeaf: 25, featureShare: 0.5 } as const;

/**
 * @param micro the segments customers are told into; their rules may be older than the sample
 * @throws ModelError the codes of the forest
 */
export function fitTransitions(sample: TransitionSample, micro: MicroSegments): TransitionModel {
  const weights = ageWeights(sample);
  const incidence = fitIncidence(sample);
  const forest = regressionForest.fit(
    {
      features: forestFeatures(sample, idleProbability(incidence, sample)),
      targets: [],
      classes: { of: sample.next, count: sample.macros },
      weight: weights,
    },
    FOREST,
  );
  return {
    macros: sample.macros,
    micro,
    incidence,
    all: transitionTable(sample, micro),
    idle: transitionTable(sample, micro, (row) => sample.bought[row] === 0),
    buying: transitionTable(sample, micro, (row) => sample.bought[row] !== 0),
    forest,
  };
}

/**
 * The transitions of micro-segments to macro segments, over whatever time the sample spans: those
 * of several periods are counted as they were, not multiplied up from those of one.
 *
 * @param holds which rows count; all if absent
 */
export function transitionTable(
  sample: TransitionSample,
  micro: MicroSegments,
  holds: (row: number) => boolean = () => true,
): TransitionTable {
  const weights = ageWeights(sample);
  const moves = new Float64Array(micro.segments * sample.macros);
  const counts = new Float64Array(moves.length);
  assignMicroSegments(micro, sample).forEach((segment, row) => {
    if (!holds(row)) return;
    const cell = segment * sample.macros + sample.next[row];
    moves[cell] += 1;
    counts[cell] += weights[row];
  });
  const { macro, group } = parentsOfSegments(micro);
  const { probabilities, strength } = shrinkCounts(counts, sample.macros, [macro, group]);
  return { moves, counts, probabilities, strength };
}

export type TransitionForecast = {
  /** Customers × macro segments, row by row; each row adds up to 1. */
  readonly probabilities: Float64Array;
  readonly micro: Int32Array;
  /** P(no purchase). */
  readonly idle: Float64Array;
};

/** Where each customer will be at the end of the next period. */
export function forecastTransitions(
  model: TransitionModel,
  customers: CustomersAt,
): TransitionForecast {
  const { macros } = model;
  const rows = customers.macro.length;
  const micro = assignMicroSegments(model.micro, customers);
  const idle = idleProbability(model.incidence, customers);
  const byForest = regressionForest.predict(model.forest, forestFeatures(customers, idle), rows);
  const probabilities = byForest.map((share, cell) => {
    const row = Math.floor(cell / macros);
    const from = micro[row] * macros + (cell % macros);
    const without = idle[row] * model.idle.probabilities[from];
    const bySegment = without + (1 - idle[row]) * model.buying.probabilities[from];
    return (1 - FLOOR) * ((share + bySegment) / 2) + FLOOR / macros;
  });
  return { probabilities, micro, idle };
}

/** The same floor for whatever is compared with the model. */
export function withFloor(probabilities: Float64Array, macros: number): Float64Array {
  return probabilities.map((one) => (1 - FLOOR) * one + FLOOR / macros);
}

function fitIncidence(sample: TransitionSample): LogisticFit | number {
  const idle = sample.bought.map((one) => (one === 0 ? 1 : 0));
  const events = idle.reduce((sum, one) => sum + one, 0);
  if (events === 0 || events === idle.length) return events === 0 ? 0 : 1;
  return logisticRegression.fit(incidenceTerms(sample), idle);
}

function idleProbability(incidence: LogisticFit | number, customers: CustomersAt): Float64Array {
  return typeof incidence === "number"
    ? new Float64Array(customers.macro.length).fill(incidence)
    : logisticRegression.probability(incidence, incidenceTerms(customers));
}

/** The signals, and which macro segment it is. */
function incidenceTerms({ signals, macro, macros }: CustomersAt): Features {
  const isIn = Array.from({ length: macros }, (_, own) => [
    `macro_${own}`,
    Float64Array.from(macro, (one) => (one === own ? 1 : 0)),
  ]);
  return { ...signals, ...Object.fromEntries(isIn) };
}

function forestFeatures({ features, signals, macro }: CustomersAt, idle: Float64Array): Features {
  return { ...features, ...signals, macro: Float64Array.from(macro), idle };
}

/** How many customers are expected in each macro segment. */
export function expectedStock({ probabilities }: TransitionForecast, macros: number): Float64Array {
  const stock = new Float64Array(macros);
  probabilities.forEach((one, cell) => {
    stock[cell % macros] += one;
  });
  return stock;
}

/** The frequencies of the moves of one period, macro to macro: what the forecast has to beat. */
export function staticMatrix(macro: Int32Array, next: Int32Array, macros: number): Float64Array {
  const counts = new Float64Array(macros * macros);
  macro.forEach((from, row) => {
    counts[from * macros + next[row]] += 1;
  });
  return counts.map((_, cell) => {
    const from = Math.floor(cell / macros);
    const row = counts.subarray(from * macros, (from + 1) * macros);
    const total = row.reduce((sum, one) => sum + one, 0);
    // Nobody was there to move: as likely to any segment.
    return total > 0 ? counts[cell] / total : 1 / macros;
  });
}

/** Each customer's row of a matrix of macro segments. */
export function spreadMatrix(
  matrix: Float64Array,
  macro: Int32Array,
  macros: number,
): Float64Array {
  const spread = new Float64Array(macro.length * macros);
  macro.forEach((from, row) => {
    spread.set(matrix.subarray(from * macros, (from + 1) * macros), row * macros);
  });
  return spread;
}
