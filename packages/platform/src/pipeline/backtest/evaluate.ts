import { evaluation } from "@kundenwert/models";
import type { Columns, Engine } from "../../engines/engine.ts";
import { isMethod, METHODS, type Method, YARDSTICKS } from "../method.ts";
import { columnOf } from "./column-of.ts";
import type { MethodScore, Reason, Target } from "./report.ts";

const SEED = 1997;

export type Judgement = {
  readonly scores: readonly MethodScore[];
  readonly winner: Method;
  readonly reason: Reason;
  readonly dispersion: number;
  readonly customers: number;
};

type Predictions = Readonly<Record<string, Float64Array>>;

/**
 * Measures every method on purchases and on revenue, and finds the one of lowest Poisson deviance in
 * each. Methods whose model refused the data do not compete. A target is undefined where there is
 * nothing of it.
 */
export async function judge(engine: Engine): Promise<Partial<Readonly<Record<Target, Judgement>>>> {
  const columns = await engine.columns("SELECT * FROM backtest_prediction ORDER BY place");
  const [purchases, revenue] = [judgeTarget(columns, "purchases"), judgeTarget(columns, "revenue")];
  return { ...(purchases ? { purchases } : {}), ...(revenue ? { revenue } : {}) };
}

function judgeTarget(columns: Columns, target: Target): Judgement | undefined {
  const actual = columns[`actual_${target}`] as Float64Array;
  const total = actual.reduce((sum, value) => sum + value, 0);
  // NaN where the source has no amounts; nothing to judge by where nothing came.
  if (!(total > 0)) return undefined;
  const predictions: Predictions = Object.fromEntries(
    [...METHODS, ...YARDSTICKS]
      .map((method) => [method, columns[`${columnOf(method)}_${target}`] as Float64Array] as const)
      .filter(([, predicted]) => !predicted.some(Number.isNaN)),
  );
  const evaluations = Object.entries(predictions).map(([method, predicted]) => ({
    method,
    ...evaluation.evaluate(predicted, actual),
  }));
  const ranked = evaluations
    .filter(({ method }) => isMethod(method))
    .sort((one, other) => one.poissonDeviance - other.poissonDeviance);
  const winner = ranked[0]?.method as Method;
  const runnerUp = ranked[1]?.method as Method;
  const reference = runnerUp;
  const intervals = evaluation.bootstrapIntervals(predictions, actual, { seed: SEED, reference });
  return {
    scores: evaluations.map((one) => toScore(one, intervals[one.method], target, actual)),
    winner,
    reason: toReason(target, runnerUp, intervals[winner]),
    dispersion: dispersion(predictions[winner] as Float64Array, actual),
    customers: actual.length,
  };
}

type Intervals = ReturnType<typeof evaluation.bootstrapIntervals>[string];

/** The measures of one method in the form that reports show. */
export function toScore(
  measured: evaluation.Evaluation & { method: string },
  found: Intervals | undefined,
  target: Target,
  actual: Float64Array,
): MethodScore {
  const { poissonDeviance, poissonDeviance: deviance, rmse, mae, bias } = measured;
  const { spearman, gini, top10, top20, decileError, deciles } = measured;
  const intervals = found?.intervals;
  const actualTotal = actual.reduce((sum, value) => sum + value, 0);
  return {
    method: measured.method as MethodScore["method"],
    target,
    deviance,
    devianceLow: intervals?.poissonDeviance?.lower ?? poissonDeviance,
    devianceHigh: intervals?.poissonDeviance?.upper ?? poissonDeviance,
    rmse,
    mae,
    bias,
    biasLow: intervals?.bias?.lower ?? bias,
    biasHigh: intervals?.bias?.upper ?? bias,
    spearman,
    gini,
    giniLow: intervals?.gini?.lower ?? null,
    giniHigh: intervals?.gini?.upper ?? null,
    top10,
    top20,
    calibrationError: decileError,
    predictedTotal: bias * actualTotal,
    actualTotal,
    deciles: deciles.map(({ decile, customers, predictedMean, actualMean }) => ({
      decile,
      customers,
      predicted: predictedMean,
      actual: actualMean,
    })),
  };
}

function toReason(target: Target, runnerUp: Method, found: Intervals | undefined): Reason {
  const difference = found?.relativeDevianceDifference;
  return {
    code: target === "revenue" ? "LOWEST_DEVIANCE" : "ONLY_PURCHASES",
    target,
    runnerUp,
    ...(difference
      ? { difference: difference.estimate, low: difference.lower, high: difference.upper }
      : {}),
  };
}

/** Σ (y − q)² / Σ q: how much noisier a sum of customers is than one of Poisson units. */
export function dispersion(predicted: Float64Array, actual: Float64Array): number {
  let squares = 0;
  let total = 0;
  for (let i = 0; i < actual.length; i++) {
    const q = predicted[i] as number;
    squares += ((actual[i] as number) - q) ** 2;
    total += q;
  }
  return total > 0 ? squares / total : 0;
}
