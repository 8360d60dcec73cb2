/**
 * Logistic regression on standardised terms with an L2 penalty: a probability, and what drives it.
 *
 * @see Hastie, Tibshirani & Friedman (2009), "The Elements of Statistical Learning", sections 3.4.1
 *   and 4.4
 */
import { ModelError, requireLength } from "../errors.ts";
import { logistic } from "../numeric/logarithms.ts";
import { newton } from "./logistic-newton.ts";

/** Terms by name, all of one length. NaN is what is not known; it counts as the mean. */
export type Terms = Readonly<Record<string, Float64Array>>;

export type LogisticTerm = {
  readonly name: string;
  /** Of the data it was fitted on; the coefficient is per standard deviation. */
  readonly mean: number;
  readonly deviation: number;
  readonly coefficient: number;
  readonly standardError: number;
  /**
   * The mean of rows with the event minus that of the others, in standard deviations: what the term
   * says alone. Where its sign is not that of the coefficient, the term only corrects others.
   */
  readonly association: number;
};

/** Plain JSON. */
export type LogisticFit = {
  readonly model: "logistic";
  readonly intercept: number;
  readonly terms: readonly LogisticTerm[];
  /** Terms that were left out, because all known values are the same. */
  readonly constant: readonly string[];
  readonly rows: number;
  readonly events: number;
  readonly penalty: number;
  readonly iterations: number;
};

export type LogisticOptions = {
  /** Half of it times the squared coefficients is added to the negative log-likelihood; 1. */
  readonly penalty?: number;
};

/** Values closer together than this share of their size are the same. */
const SAME = 1e-9;
/** Beyond so many standard deviations a value tells no more. */
const WIDEST = 5;

/**
 * Fits P(outcome = 1) by penalised maximum likelihood (Newton's method). The intercept is free, so
 * the mean probability of the rows is their share of events.
 *
 * @param terms n values each.
 * @param outcome n values, 1 where the event came and else 0.
 * @throws ModelError COLUMN_LENGTHS_DIFFER; VALUE_OUT_OF_RANGE (an outcome that is neither);
 *   ARGUMENT_OUT_OF_RANGE (a negative penalty); TOO_LITTLE_DATA where no event came, or nothing
 *   else; NOT_CONVERGED
 */
export function fit(
  terms: Terms,
  outcome: Float64Array,
  { penalty = 1 }: LogisticOptions = {},
): LogisticFit {
  requireOutcome(terms, outcome);
  if (!(penalty >= 0)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "penalty must be 0 or more", { penalty });
  }
  const events = outcome.reduce((sum, one) => sum + one, 0);
  if (events === 0 || events === outcome.length) {
    const message = "an event must have come to some and not to others";
    throw new ModelError("TOO_LITTLE_DATA", message, { rows: outcome.length, events });
  }
  const scales = Object.entries(terms).map(([name, column]) => ({ name, ...momentsOf(column) }));
  const used = scales.filter(({ mean, deviation }) => deviation > SAME * (1 + Math.abs(mean)));
  const design = standardise(used, terms, outcome.length);
  const found = newton(design, used.length, outcome, penalty);
  return {
    model: "logistic",
    intercept: found.coefficients[used.length],
    terms: used.map((scale, j) => ({
      ...scale,
      coefficient: found.coefficients[j],
      standardError: found.standardErrors[j],
      association: associationOf(design, j, used.length + 1, outcome, events),
    })),
    constant: scales.filter((scale) => !used.includes(scale)).map(({ name }) => name),
    rows: outcome.length,
    events,
    penalty,
    iterations: found.iterations,
  };
}

/**
 * The probability of the event for each row.
 *
 * @param terms n values of each term of the fit; others are not looked at.
 * @returns n probabilities in (0, 1).
 * @throws ModelError COLUMN_LENGTHS_DIFFER where a term is missing or has another length
 */
export function probability(fitted: LogisticFit, terms: Terms): Float64Array {
  const rows = requireTerms(fitted, terms);
  const logOdds = new Float64Array(rows).fill(fitted.intercept);
  for (const term of fitted.terms) {
    const column = terms[term.name];
    for (let i = 0; i < rows; i++) logOdds[i] += term.coefficient * distance(term, column[i]);
  }
  return logOdds.map(logistic);
}

/**
 * What each term adds to the log-odds of one row, against a row that is the mean in every term:
 * they add up to ln(p / (1 − p)) − intercept.
 *
 * @returns one number a term, in the order of `fitted.terms`.
 */
export function contributions(fitted: LogisticFit, terms: Terms, row: number): Float64Array {
  return Float64Array.from(
    fitted.terms,
    (term) => term.coefficient * distance(term, terms[term.name][row]),
  );
}

type Scale = { readonly mean: number; readonly deviation: number };

/** In standard deviations from the mean, bounded so that one odd value decides nothing alone. */
function distance({ mean, deviation }: Scale, value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(-WIDEST, Math.min(WIDEST, (value - mean) / deviation));
}

function momentsOf(column: Float64Array): Scale {
  let [known, sum] = [0, 0];
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    known += 1;
    sum += value;
  }
  if (known === 0) return { mean: 0, deviation: 0 };
  const mean = sum / known;
  const squares = column.reduce(
    (total, value) => (Number.isNaN(value) ? total : total + (value - mean) ** 2),
    0,
  );
  return { mean, deviation: Math.sqrt(squares / known) };
}

/** Row by row, with a 1 for the intercept at the end. */
function standardise(
  used: readonly ({ name: string } & Scale)[],
  terms: Terms,
  rows: number,
): Float64Array {
  const width = used.length + 1;
  const design = new Float64Array(rows * width).fill(1);
  used.forEach((scale, j) => {
    const column = terms[scale.name];
    for (let i = 0; i < rows; i++) design[i * width + j] = distance(scale, column[i]);
  });
  return design;
}

function associationOf(
  design: Float64Array,
  term: number,
  width: number,
  outcome: Float64Array,
  events: number,
): number {
  let [sum, others] = [0, 0];
  outcome.forEach((came, i) => {
    if (came === 1) sum += design[i * width + term];
    else others += design[i * width + term];
  });
  return sum / events - others / (outcome.length - events);
}

function requireOutcome(terms: Terms, outcome: Float64Array): void {
  for (const [column, values] of Object.entries(terms)) {
    requireLength(column, values, outcome.length);
  }
  const row = outcome.findIndex((one) => one !== 0 && one !== 1);
  if (row < 0) return;
  throw new ModelError("VALUE_OUT_OF_RANGE", "an outcome is 0 or 1", {
    column: "outcome",
    row,
    value: outcome[row],
  });
}

function requireTerms({ terms: used }: LogisticFit, terms: Terms): number {
  const rows = Object.values(terms)[0]?.length ?? 0;
  for (const { name: column } of used) {
    const values = terms[column];
    if (!values) {
      const details = { column, length: 0, expected: rows };
      throw new ModelError("COLUMN_LENGTHS_DIFFER", `${column} is missing`, details);
    }
    requireLength(column, values, rows);
  }
  return rows;
}
