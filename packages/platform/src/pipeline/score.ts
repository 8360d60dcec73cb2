import { setImmediate } from "node:timers/promises";
import { discounting } from "@kundenwert/models";
import type { Engine, StatementOptions } from "../engines/engine.ts";
import { stopIfCancelled } from "../engines/engine-error.ts";
import { type Cells, countCells, readCells, toWeeks } from "./cells.ts";
import { type Fits, readFits } from "./fits.ts";
import { type Horizon, horizonsOf } from "./horizon.ts";
import {
  isProbabilityMethod,
  type Method,
  type ProbabilityMethod,
  probabilityModels,
  ruleOfThumb,
  type SummaryMethod,
  summaryMethod,
} from "./method.ts";
import { PipelineError } from "./pipeline-error.ts";
import {
  evenRatio,
  fittedModel,
  readReach,
  type ScorePlan,
  scoreSelect,
} from "./score-in-engine.ts";
import type { Step } from "./step.ts";

type Score = {
  readonly expectedPurchases: Float64Array;
  readonly discountRatio: Float64Array;
  readonly probabilityAlive: Float64Array;
  readonly probabilityNoPurchase: Float64Array;
};

const EMPTY = `SELECT CAST(0 AS DOUBLE) AS frequency, CAST(0 AS DOUBLE) AS recency,
  CAST(0 AS DOUBLE) AS age, CAST(0 AS INTEGER) AS horizon_months,
  CAST(0 AS DOUBLE) AS probability_alive, CAST(0 AS DOUBLE) AS probability_no_purchase,
  CAST(0 AS DOUBLE) AS expected_purchases, CAST(0 AS DOUBLE) AS discount_ratio WHERE 1 = 0`;

/** Bumped when a score would come out otherwise from the same fit. */
const VERSION = "2";

/** Distinct customers up to which each is foreseen by itself; more are reckoned by the engine. */
const MOST_SCORED = 20_000;

/**
 * The forecast of each distinct customer and horizon, by `method`: a small table to join with.
 *
 * @param hasOrders false where there are only contracts: then there is no purchase to foretell
 */
export function scoreStep(method: Method, hasOrders = true): Step {
  return {
    name: "purchase_score",
    reads: ["customer_summary", "fits", "horizon"],
    text: VERSION,
    inputs: ({ settings }) => ({ method, discountRate: settings.discountRate }),
    checks: {
      "nobody buys less than never": "expected_purchases < 0",
      "a probability lies between 0 and 1":
        "probability_alive < 0 OR probability_alive > 1 OR probability_no_purchase < 0 OR probability_no_purchase > 1",
      "discounting never adds": "discount_ratio < 0 OR discount_ratio > 1.0000001",
    },
    async write(context, table, options) {
      const { engine, settings } = context;
      const count = await countCells(engine, "customer_summary");
      const read = () => readCells(engine, "customer_summary", options, MOST_SCORED);
      await engine.replaceTable(table, EMPTY);
      if (count === 0 && !hasOrders) return;
      const fits = await readFits(engine, "fits");
      const by = summaryMethod(method, fits.models);
      const rate = discounting.continuousRate(settings.discountRate);
      const horizons = horizonsOf(context);
      if (count > MOST_SCORED) {
        const plan = { method: by, fits, cells: read, horizons, rate };
        await writeInEngine(engine, table, plan, options);
        return;
      }
      const cells = await read();
      requireTime(cells);
      for (const [done, horizon] of horizons.entries()) {
        await setImmediate();
        stopIfCancelled(options.signal);
        const score = scoreCells(by, fits, cells, horizon, rate);
        await engine.append(table, toColumns(cells, horizon, score));
        options.onProgress?.((done + 1) / horizons.length);
      }
    },
  };
}

const CELLS = "SELECT DISTINCT frequency, recency, age FROM customer_summary";

type EnginePlan = Omit<ScorePlan, "name" | "horizons" | "reach"> & {
  readonly horizons: readonly Horizon[];
  /** Continuous, per day. */
  readonly rate: number;
};

/** The same forecasts, reckoned by the engine from what the model says at the nodes of a grid. */
async function writeInEngine(
  engine: Engine,
  table: string,
  { horizons, rate, ...plan }: EnginePlan,
  options: StatementOptions,
): Promise<void> {
  const known = horizons.map(({ months, days }) => ({ horizon: months, days, rate }));
  const reach = await readReach(engine, CELLS);
  const select = await scoreSelect(engine, { ...plan, name: "score", horizons: known, reach });
  const { sql, parameters } = select(CELLS);
  await engine.replaceTable(
    table,
    `SELECT frequency, recency, age, CAST(horizon AS INTEGER) AS horizon_months,
       probability_alive, probability_no_purchase, expected_purchases, discount_ratio
     FROM (${sql}) AS scores`,
    parameters,
    options,
  );
}

/** @throws PipelineError NO_TIME_OBSERVED where every history ends on the day it began */
function requireTime({ days, weeks }: Cells): void {
  if (days.age.some((age) => age > 0)) return;
  const customers = weeks.weight.reduce((sum, weight) => sum + weight, 0);
  const message = "no customer was observed for longer than a day";
  throw new PipelineError("NO_TIME_OBSERVED", message, { customers });
}

/** @param rate continuous, per day */
function scoreCells(
  method: SummaryMethod,
  fits: Fits,
  cells: Cells,
  horizon: Horizon,
  rate: number,
): Score {
  if (isProbabilityMethod(method)) return modelScore(method, fits, cells, horizon, rate);
  const unknown = new Float64Array(cells.days.age.length).fill(Number.NaN);
  const expected =
    method === "last-window"
      ? unknown
      : ruleOfThumb(method, cells.weeks, toWeeks(horizon.days), fits.repurchase);
  return {
    expectedPurchases: expected,
    discountRatio: unknown.map(() => evenRatio(rate * horizon.days)),
    probabilityAlive: unknown,
    probabilityNoPurchase: unknown,
  };
}

function modelScore(
  method: ProbabilityMethod,
  fits: Fits,
  { weeks }: Cells,
  { days }: Horizon,
  rate: number,
): Score {
  const model = probabilityModels[method];
  const params = fittedModel(fits, method).params as never;
  const horizon = toWeeks(days);
  const expected = model.expectedPurchases(params, weeks, horizon);
  const ratePerWeek = rate * (days / horizon);
  const discounted = model.discountedExpectedPurchases(params, weeks, ratePerWeek, horizon);
  return {
    expectedPurchases: expected,
    discountRatio: discounted.map((value, i) => {
      const whole = expected[i] as number;
      return whole > 0 ? value / whole : evenRatio(rate * days);
    }),
    probabilityAlive: model.probabilityAlive(params, weeks),
    probabilityNoPurchase: model.conditionalCountProbability(params, weeks, horizon, 0),
  };
}

function toColumns({ days }: Cells, { months }: Horizon, score: Score) {
  return {
    ...days,
    horizon_months: new Float64Array(days.age.length).fill(months),
    probability_alive: score.probabilityAlive,
    probability_no_purchase: score.probabilityNoPurchase,
    expected_purchases: score.expectedPurchases,
    discount_ratio: score.discountRatio,
  };
}
