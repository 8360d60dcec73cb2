/**
 * Exponential lifetimes: customers leave at a rate that never changes, so how long they have
 * stayed says nothing about how long they will. The share still here at age t is
 * S(t) = e^(−rate t). The simplest answer to "how long do customers stay" where many are still
 * here: losses / time of all customers together.
 *
 * Source: Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, chapter 3.
 */
import { requireRateAndHorizon } from "./arguments.ts";
import { type Band, positiveBand, shareBand } from "./delta-method.ts";
import { requirePositive } from "./errors.ts";
import { type Fit, type FitOptions, maximizeLikelihood } from "./fit.ts";
import {
  exposureOf,
  residualOf,
  simulateLifetimes,
  survivalOf,
  type WeibullParams,
} from "./lifetime-continuous.ts";
import type { Lifetimes } from "./lifetime-data.ts";

/** Positive; losses per customer and time unit of the data. */
export type Params = { readonly rate: number };

/**
 * The maximum-likelihood fit: losses / total time.
 *
 * @param data n customers, or distinct rows with weights.
 * @throws ModelError COLUMN_LENGTHS_DIFFER; VALUE_OUT_OF_RANGE (also for a customer lost at 0), with
 *   the row; TOO_LITTLE_DATA if nobody left
 */
export function fit(data: Lifetimes, options: FitOptions<Params> = {}): Fit<Params> {
  const { customers, losses, time } = exposureOf(data);
  return maximizeLikelihood(
    {
      model: "exponential-lifetime",
      names: ["rate"],
      scales: ["log"],
      objective: ([lnRate]) => {
        const expected = (Math.exp(lnRate) * time) / customers;
        const seen = losses / customers;
        return {
          value: expected - seen * lnRate,
          gradient: [expected - seen],
          hessian: [[expected]],
        };
      },
      starts: [[Math.log(losses / time)]],
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
  const { losses, time } = exposureOf(data);
  return losses * Math.log(params.rate) - params.rate * time;
}

/**
 * S: the share still here at each of the times.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE; VALUE_OUT_OF_RANGE for a time below 0, with the row
 */
export function survival(params: Params, times: Float64Array): Float64Array {
  return survivalOf(asWeibull(params), times);
}

/**
 * S with intervals for the uncertainty of the rate, pointwise.
 *
 * @param level coverage; 0.95 if absent.
 * @throws ModelError as `survival`; ARGUMENT_OUT_OF_RANGE for the level
 */
export function survivalBand(fit: Fit<Params>, times: Float64Array, level: number = 0.95): Band {
  return shareBand(fit, level, (params) => survival(params, times));
}

/** The mean lifetime, 1 / rate. @throws ModelError PARAMETER_OUT_OF_RANGE */
export function meanLifetime(params: Params): number {
  requirePositive(params);
  return 1 / params.rate;
}

/** The age at which half have left. @throws ModelError PARAMETER_OUT_OF_RANGE */
export function medianLifetime(params: Params): number {
  requirePositive(params);
  return Math.LN2 / params.rate;
}

/**
 * The expected further time of customers of given age who are still here: the same at any age.
 *
 * @param ages n customers, in the time unit of the data.
 * @param horizon time looked ahead; without end if absent.
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
 * As `expectedResidualLifetime`, with time s ahead counting e^(−rate s).
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
  requireRateAndHorizon(rate, horizon);
  return residualOf(asWeibull(params), ages, rate, horizon);
}

/**
 * `discountedExpectedResidualLifetime` with intervals for the uncertainty of the rate. At rate 0
 * without horizon it is the band of the mean lifetime.
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
  return simulateLifetimes(asWeibull(params), seen, seed);
}

function asWeibull(params: Params): WeibullParams {
  requirePositive(params);
  return { shape: 1, scale: 1 / params.rate };
}
