/**
 * Weibull lifetimes: how long customers stay, with a chance to leave that changes with age. The
 * share still here at age t is S(t) = e^(−(t / scale)^shape). Shape below 1: those who have
 * stayed long stay longer; shape 1: age does not matter, as in `exponentialLifetime`; above 1:
 * customers wear out.
 *
 * For customers whose leaving is seen, such as by a cancellation. Whoever is still here is
 * right-censored.
 *
 * Source: Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, chapter 3.
 */
import { requireRateAndHorizon } from "./arguments.ts";
import { type Band, positiveBand, shareBand } from "./delta-method.ts";
import { ModelError, requirePositive } from "./errors.ts";
import { type Fit, type FitOptions, maximizeLikelihood } from "./fit.ts";
import {
  exposureOf,
  residualOf,
  simulateLifetimes,
  survivalOf,
  type WeibullParams,
} from "./lifetime-continuous.ts";
import type { Lifetimes } from "./lifetime-data.ts";
import { logGamma } from "./numeric/gamma.ts";
import type { Objective } from "./numeric/minimize.ts";

/** Both positive; `scale` is in the time unit of the data: by then 63 % have left. */
export type Params = WeibullParams;

/**
 * The maximum-likelihood fit.
 *
 * @param data n customers, or distinct rows with weights.
 * @throws ModelError COLUMN_LENGTHS_DIFFER; VALUE_OUT_OF_RANGE (also for a customer lost at 0), with
 *   the row; TOO_LITTLE_DATA if nobody left, or all left at the longest time seen; NOT_CONVERGED
 */
export function fit(data: Lifetimes, options: FitOptions<Params> = {}): Fit<Params> {
  const { customers, losses, time } = exposureOf(data);
  requireSpread(data);
  const mean = Math.log(time / losses);
  return maximizeLikelihood(
    {
      model: "weibull-lifetime",
      names: ["shape", "scale"],
      scales: ["log", "log"],
      objective: objectiveOf(data, customers),
      starts: [
        [0, mean],
        [Math.log(0.4), mean],
        [Math.log(2.5), mean],
      ],
      customers,
      rows: data.duration.length,
    },
    options,
  );
}

/**
 * Σ ln of the density of those who left and of the survival of those who did not.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the data
 */
export function logLikelihood(params: Params, data: Lifetimes): number {
  requirePositive(params);
  const { customers } = exposureOf(data);
  const theta = [Math.log(params.shape), Math.log(params.scale)];
  return -customers * objectiveOf(data, customers)(theta).value;
}

/**
 * S: the share still here at each of the times.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE; VALUE_OUT_OF_RANGE for a time below 0, with the row
 */
export function survival(params: Params, times: Float64Array): Float64Array {
  requirePositive(params);
  return survivalOf(params, times);
}

/**
 * S with intervals for the uncertainty of the parameters, pointwise.
 *
 * @param level coverage; 0.95 if absent.
 * @throws ModelError as `survival`; ARGUMENT_OUT_OF_RANGE for the level
 */
export function survivalBand(fit: Fit<Params>, times: Float64Array, level: number = 0.95): Band {
  return shareBand(fit, level, (params) => survival(params, times));
}

/** The mean lifetime, scale × Γ(1 + 1 / shape). @throws ModelError PARAMETER_OUT_OF_RANGE */
export function meanLifetime(params: Params): number {
  requirePositive(params);
  return params.scale * Math.exp(logGamma(1 + 1 / params.shape));
}

/** The age at which half have left. @throws ModelError PARAMETER_OUT_OF_RANGE */
export function medianLifetime(params: Params): number {
  requirePositive(params);
  return params.scale * Math.LN2 ** (1 / params.shape);
}

/**
 * The expected further time of customers of given age who are still here.
 *
 * @param ages n customers, in the time unit of the data.
 * @param horizon time looked ahead; without end if absent.
 * @returns n times, relative error below 1e-10 for a shape from 0.1 to 20.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, VALUE_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function expectedResidualLifetime(
  params: Params,
  ages: Float64Array,
  horizon: number = Number.POSITIVE_INFINITY,
): Float64Array {
  return discountedExpectedResidualLifetime(params, ages, 0, horizon);
}

/**
 * As `expectedResidualLifetime`, with time s ahead counting e^(−rate s). × the margin per unit of
 * time it is the residual value.
 *
 * @param rate continuous discount rate per time unit, 0 or more.
 * @throws ModelError as `expectedResidualLifetime`
 */
export function discountedExpectedResidualLifetime(
  params: Params,
  ages: Float64Array,
  rate: number,
  horizon: number = Number.POSITIVE_INFINITY,
): Float64Array {
  requirePositive(params);
  requireRateAndHorizon(rate, horizon);
  return residualOf(params, ages, rate, horizon);
}

/**
 * `discountedExpectedResidualLifetime` with intervals for the uncertainty of the parameters. At
 * age 0 and rate 0 without horizon it is the band of the mean lifetime.
 *
 * @param level coverage; 0.95 if absent.
 * @throws ModelError as `expectedResidualLifetime`; ARGUMENT_OUT_OF_RANGE for the level
 */
export function residualLifetimeBand(
  fit: Fit<Params>,
  ages: Float64Array,
  rate: number,
  horizon: number = Number.POSITIVE_INFINITY,
  level: number = 0.95,
): Band {
  return positiveBand(fit, level, (params) =>
    discountedExpectedResidualLifetime(params, ages, rate, horizon),
  );
}

/**
 * Customers drawn from the model.
 *
 * @param seen n customers: how long each is seen.
 * @param seed the same seed gives the same customers.
 * @returns n lifetimes, right-censored after those times.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, VALUE_OUT_OF_RANGE
 */
export function simulate(params: Params, seen: Float64Array, seed: number): Lifetimes {
  requirePositive(params);
  return simulateLifetimes(params, seen, seed);
}

/** Mean negative log-likelihood of (ln shape, ln scale) and its derivatives. */
function objectiveOf({ duration, lost, weight }: Lifetimes, customers: number): Objective {
  return ([lnShape, lnScale]) => {
    const shape = Math.exp(lnShape);
    let value = 0;
    const slope = [0, 0];
    const curve = [0, 0, 0];
    for (let i = 0; i < duration.length; i++) {
      if (duration[i] === 0) continue;
      const count = weight ? weight[i] : 1;
      const logTime = Math.log(duration[i]);
      const z = shape * (logTime - lnScale);
      const risk = Math.exp(z);
      // Derivatives of lost × (ln shape + z) − eᶻ, where dz is z by ln shape, −shape by ln scale.
      value += count * (lost[i] * (lnShape + z - logTime) - risk);
      slope[0] += count * (lost[i] * (1 + z) - risk * z);
      slope[1] += count * shape * (risk - lost[i]);
      curve[0] += count * z * (lost[i] - risk - risk * z);
      curve[1] += count * shape * (risk - lost[i] + risk * z);
      curve[2] -= count * shape * shape * risk;
    }
    const [aa, ab, bb] = curve.map((sum) => -sum / customers);
    return {
      value: -value / customers,
      gradient: slope.map((sum) => -sum / customers),
      hessian: [
        [aa, ab],
        [ab, bb],
      ],
    };
  };
}

/** Where all leave at one time and nobody is seen longer, the shape grows without bound. */
function requireSpread({ duration, lost, weight }: Lifetimes): void {
  const counts = (i: number) => !weight || weight[i] > 0;
  const first = duration.reduce(
    (least, t, i) => (lost[i] === 1 && counts(i) ? Math.min(least, t) : least),
    Number.POSITIVE_INFINITY,
  );
  if (duration.some((t, i) => t > first && counts(i))) return;
  throw new ModelError("TOO_LITTLE_DATA", "All who left did so at the longest time seen", {
    time: first,
  });
}
