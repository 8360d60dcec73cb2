import { evaluation } from "@kundenwert/models";
import type { Engine } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { dispersion, toScore } from "../backtest/evaluate.ts";
import { isoDay } from "../calendar.ts";
import type { ContractSplit } from "./contract-backtest.ts";
import { type ContractFits, readContractFits } from "./contract-fits.ts";
import {
  CONTRACT_PREDICTORS,
  type ContractMethod,
  type ContractPredictor,
  isContractMethod,
  isContractModel,
} from "./contract-method.ts";
import type {
  ContractBacktest,
  ContractReason,
  ContractScore,
  ContractTarget,
} from "./contract-report.ts";
import { survivals } from "./contract-score.ts";

/** Above this an even sample is judged: its intervals are narrow enough. */
const MOST_CONTRACTS = 25_000;
const SEED = 2007;

type Predictions = Readonly<Record<string, Float64Array>>;

/**
 * Measures every method on the months that came and on the fees of them. The lowest Poisson
 * deviance of the months wins: fees change for reasons that none of the methods speaks of.
 */
export async function judgeContracts(
  engine: Engine,
  split: ContractSplit,
): Promise<ContractBacktest> {
  const fits = await readContractFits(engine, "calibration_contract_fits");
  const methods = CONTRACT_PREDICTORS.filter((method) => isUsable(method, fits));
  const columns = await readPredictions(engine, methods);
  const { fee, actual_months: months, actual_revenue: revenue } = columns;
  const ofMonths = Object.fromEntries(methods.map((method) => [method, columns[method]]));
  const ofRevenue = Object.fromEntries(
    methods.map((method) => [method, columns[method].map((due, i) => due * (fee[i] as number))]),
  );
  const likelihood = await heldOutLikelihood(engine, fits, split.months);
  const decided = measure("months", ofMonths, months, likelihood);
  const { winner } = decided;
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const [held] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS contracts, sum(lost) AS lost,
      sum(actual_months) AS months, sum(actual_revenue) AS revenue FROM contract_prediction`);
  const hasRevenue = total(revenue) > 0;
  const paid = hasRevenue ? measure("revenue", ofRevenue, revenue, likelihood).scores : [];
  return {
    calibrationStart: isoDay(split.historyStart),
    calibrationEnd: isoDay(split.calibrationEnd),
    holdoutEnd: isoDay(split.holdoutEnd),
    holdoutMonths: split.months,
    contracts: Number(held?.contracts),
    lost: Number(held?.lost),
    evaluatedContracts: months.length,
    months: Number(held?.months),
    revenue: Number(held?.revenue),
    winner,
    reason: decided.reason,
    dispersion: hasRevenue ? dispersion(ofRevenue[winner] as Float64Array, revenue) : 0,
    methods: [...decided.scores, ...paid],
  };
}

/** A model that refused the contracts of every group has nothing to say. */
function isUsable(method: ContractPredictor, { groups }: ContractFits): boolean {
  if (!isContractModel(method)) return true;
  return groups.some(({ models }) => models[method]);
}

async function readPredictions(engine: Engine, methods: readonly ContractPredictor[]) {
  const columns = methods.map((method) => `${method.replace("-", "_")} AS "${method}"`);
  const read = await engine.columns(
    `SELECT fee, actual_months, actual_revenue, ${columns.join(", ")}
     FROM contract_prediction CROSS JOIN (
       SELECT CAST(ceil(count(*) / CAST($most AS DOUBLE)) AS DOUBLE) AS every FROM contract_prediction
     ) AS sampling
     WHERE mod(place, every) = 0 ORDER BY place`,
    { most: MOST_CONTRACTS },
  );
  return read as Record<
    "fee" | "actual_months" | "actual_revenue" | ContractPredictor,
    Float64Array
  >;
}

function measure(
  target: ContractTarget,
  predictions: Predictions,
  actual: Float64Array,
  likelihood: ReadonlyMap<string, number>,
): { scores: ContractScore[]; winner: ContractMethod; reason: ContractReason } {
  const evaluations = Object.entries(predictions).map(([method, predicted]) => ({
    method,
    ...evaluation.evaluate(predicted, actual),
  }));
  const [first, second] = evaluations
    .filter(({ method }) => isContractMethod(method))
    .sort((one, other) => one.poissonDeviance - other.poissonDeviance)
    .map(({ method }) => method as ContractMethod);
  const winner = first as ContractMethod;
  const runnerUp = second as ContractMethod;
  const options = { seed: SEED, reference: runnerUp };
  const intervals = evaluation.bootstrapIntervals(predictions, actual, options);
  const difference = intervals[winner]?.relativeDevianceDifference;
  return {
    winner,
    reason: {
      code: "LOWEST_DEVIANCE",
      target,
      runnerUp,
      ...(difference
        ? { difference: difference.estimate, low: difference.lower, high: difference.upper }
        : {}),
    },
    scores: evaluations.map((one) => ({
      ...toScore(one, intervals[one.method], "revenue", actual),
      method: one.method as ContractPredictor,
      target,
      logLikelihood: likelihood.get(one.method) ?? null,
    })),
  };
}

const OUTCOME_SQL = readSql("contract/contract_outcome");
/** Losses between renewals, which no model knows, must not make everything impossible. */
const LEAST_PROBABILITY = 1e-6;

type Outcomes = Readonly<
  { plan: readonly string[] } & Record<"months" | "actual_months" | "lost" | "weight", Float64Array>
>;

/** Mean ln P of what became of each contract, for the methods that give every outcome a chance. */
async function heldOutLikelihood(
  engine: Engine,
  fits: ContractFits,
  months: number,
): Promise<Map<string, number>> {
  const outcomes = (await engine.columns(OUTCOME_SQL)) as Outcomes;
  const contracts = outcomes.weight.reduce((sum, count) => sum + count, 0);
  const methods = CONTRACT_PREDICTORS.filter(
    (method) => method === "churn-rate" || (isContractModel(method) && isUsable(method, fits)),
  );
  return new Map(
    methods.map((method) => {
      const ahead = survivals(fits, method, months);
      const sum = outcomes.plan.reduce((total, plan, i) => {
        const shares = ahead(plan, outcomes.months[i] as number);
        const chance = chanceOf(
          shares,
          outcomes.actual_months[i] as number,
          outcomes.lost[i] === 1,
        );
        return (
          total + (outcomes.weight[i] as number) * Math.log(Math.max(chance, LEAST_PROBABILITY))
        );
      }, 0);
      return [method, sum / contracts];
    }),
  );
}

/** The probability of having stayed for so many months due and, if lost, not for the next one. */
function chanceOf(shares: Float64Array, months: number, isLost: boolean): number {
  const stayed = months === 0 ? 1 : (shares[months - 1] as number);
  // Who left after the last month due in the holdout had stayed for all that it shows.
  return isLost && months < shares.length ? stayed - (shares[months] as number) : stayed;
}
