/** The penalised likelihood of logistic regression, climbed by Newton's method. */
import { ModelError } from "../errors.ts";
import { log1pexp, logistic } from "../numeric/logarithms.ts";
import { invertPositiveDefinite, solvePositiveDefinite } from "../numeric/symmetric.ts";

export type NewtonFit = {
  /** The terms', then the intercept. */
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  readonly iterations: number;
};

const MOST_ITERATIONS = 50;
/** In log-likelihood, all rows together. */
const CLOSE_ENOUGH = 1e-8;

/**
 * @param design rows of `terms` standardised values and a 1.
 * @throws ModelError NOT_CONVERGED
 */
export function newton(
  design: Float64Array,
  terms: number,
  outcome: Float64Array,
  penalty: number,
): NewtonFit {
  const width = terms + 1;
  let coefficients: Float64Array = new Float64Array(width);
  const share = outcome.reduce((sum, one) => sum + one, 0) / outcome.length;
  coefficients[terms] = Math.log(share / (1 - share));
  let loss = lossOf(design, outcome, coefficients, penalty);
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const { gradient, curvature } = derivatives(design, outcome, coefficients, penalty);
    const step = solvePositiveDefinite(curvature, gradient);
    if (!step) break;
    // A full step can overshoot where the data part the rows almost perfectly.
    const next = shorten(coefficients, step, (at) => lossOf(design, outcome, at, penalty), loss);
    const gain = loss - next.loss;
    coefficients = next.coefficients;
    loss = next.loss;
    if (gain > CLOSE_ENOUGH) continue;
    return { coefficients, standardErrors: standardErrors(curvature), iterations: iteration };
  }
  throw notConverged(`no optimum within ${MOST_ITERATIONS} steps`, width);
}

function shorten(
  from: Float64Array,
  step: readonly number[],
  lossAt: (coefficients: Float64Array) => number,
  loss: number,
): { coefficients: Float64Array; loss: number } {
  for (let length = 1; length > 1e-6; length /= 2) {
    const coefficients = from.map((value, j) => value - length * step[j]);
    const there = lossAt(coefficients);
    if (there <= loss) return { coefficients, loss: there };
  }
  return { coefficients: from, loss };
}

function logOdds(design: Float64Array, at: number, coefficients: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < coefficients.length; j++) sum += design[at + j] * coefficients[j];
  return sum;
}

function lossOf(
  design: Float64Array,
  outcome: Float64Array,
  coefficients: Float64Array,
  penalty: number,
): number {
  const width = coefficients.length;
  let loss = 0;
  for (let i = 0; i < outcome.length; i++) {
    const u = logOdds(design, i * width, coefficients);
    loss += log1pexp(u) - outcome[i] * u;
  }
  for (let j = 0; j < width - 1; j++) loss += (penalty / 2) * coefficients[j] ** 2;
  return loss;
}

function derivatives(
  design: Float64Array,
  outcome: Float64Array,
  coefficients: Float64Array,
  penalty: number,
): { gradient: number[]; curvature: number[][] } {
  const width = coefficients.length;
  const gradient = Array.from(coefficients, (value, j) => (j < width - 1 ? penalty * value : 0));
  const half = new Float64Array(width * width);
  for (let i = 0; i < outcome.length; i++) {
    const at = i * width;
    const p = logistic(logOdds(design, at, coefficients));
    const residual = p - outcome[i];
    const weight = p * (1 - p);
    for (let j = 0; j < width; j++) {
      const value = design[at + j];
      gradient[j] += residual * value;
      const weighted = weight * value;
      for (let k = 0; k <= j; k++) half[j * width + k] += weighted * design[at + k];
    }
  }
  const curvature = Array.from({ length: width }, (_, j) =>
    Array.from({ length: width }, (_, k) => half[Math.max(j, k) * width + Math.min(j, k)]),
  );
  // The intercept is not drawn to 0; a hair keeps the matrix solvable.
  for (let j = 0; j < width; j++) curvature[j][j] += j < width - 1 ? penalty : 1e-9;
  return { gradient, curvature };
}

function standardErrors(curvature: number[][]): Float64Array {
  const inverse = invertPositiveDefinite(curvature);
  if (!inverse) throw notConverged("the likelihood is flat", curvature.length);
  return Float64Array.from(inverse, (row, j) => Math.sqrt(row[j]));
}

function notConverged(reason: string, terms: number): ModelError {
  const message = "the logistic regression found no optimum";
  return new ModelError("NOT_CONVERGED", message, { reason, terms });
}
