/** How good forecasts of the next segment were. */
import { ModelError } from "../errors.ts";
import { createRandom } from "../numeric/random.ts";

/**
 * −ln of the probability that was given to what came, per customer.
 *
 * @param probabilities customers × outcomes, row by row
 * @throws ModelError VALUE_OUT_OF_RANGE where what came was given no probability
 */
export function logLosses(probabilities: Float64Array, came: Int32Array): Float64Array {
  const outcomes = probabilities.length / came.length;
  return Float64Array.from(came, (one, row) => {
    const given = probabilities[row * outcomes + one];
    if (given > 0) return -Math.log(given);
    throw new ModelError("VALUE_OUT_OF_RANGE", "what came was held to be impossible", { row });
  });
}

const BINS = 10;

/**
 * Expected calibration error: the probabilities of each outcome in ten bins of equal width, the
 * mean distance between what was said and how often it came, by customers; then the mean over
 * outcomes, by how often they came.
 *
 * Source: Naeini, Cooper & Hauskrecht (2015), AAAI 29; by class as in Kull et al. (2019), NeurIPS 32.
 */
export function calibrationError(probabilities: Float64Array, came: Int32Array): number {
  const outcomes = probabilities.length / came.length;
  let error = 0;
  for (let outcome = 0; outcome < outcomes; outcome++) {
    const said = new Float64Array(BINS);
    const seen = new Float64Array(BINS);
    let frequency = 0;
    came.forEach((one, row) => {
      const given = probabilities[row * outcomes + outcome];
      const bin = Math.min(BINS - 1, Math.floor(given * BINS));
      said[bin] += given;
      if (one !== outcome) return;
      seen[bin] += 1;
      frequency += 1;
    });
    const distance = said.reduce((sum, one, bin) => sum + Math.abs(one - seen[bin]), 0);
    error += (distance / came.length) * (frequency / came.length);
  }
  return error;
}

/** Σ |expected − came| ÷ Σ came: how far forecast stocks were off. */
export function stockError(expected: Float64Array, came: Float64Array): number {
  const off = expected.reduce((sum, one, i) => sum + Math.abs(one - came[i]), 0);
  return off / came.reduce((sum, one) => sum + one, 0);
}

export type BootstrapOptions = {
  readonly level?: number;
  readonly resamples?: number;
  readonly seed?: number;
};

export type RelativeLoss = {
  /** Mean loss ÷ mean loss of the other − 1. */
  readonly change: number;
  readonly low: number;
  readonly high: number;
};

/**
 * How much lower a loss is than another one of the same customers, with the percentile interval of
 * a paired bootstrap over customers.
 *
 * @param level of the interval; 0.95
 */
export function relativeLoss(
  loss: Float64Array,
  other: Float64Array,
  { level = 0.95, resamples = 400, seed = 1 }: BootstrapOptions = {},
): RelativeLoss {
  const random = createRandom(seed).uniform;
  const rows = loss.length;
  const change = (pick: (draw: number) => number) => {
    let [own, against] = [0, 0];
    for (let draw = 0; draw < rows; draw++) {
      const row = pick(draw);
      own += loss[row];
      against += other[row];
    }
    return own / against - 1;
  };
  const drawn = Float64Array.from({ length: resamples }, () =>
    change(() => Math.floor(random() * rows)),
  ).sort();
  const at = (share: number) => drawn[Math.round(share * (resamples - 1))];
  return { change: change((draw) => draw), low: at((1 - level) / 2), high: at((1 + level) / 2) };
}
