import type { Engine } from "../engines/engine.ts";
import { type Cells, toWeeks } from "./cells.ts";
import type { KnownFits, ModelFit } from "./fits.ts";
import {
  isProbabilityMethod,
  type ProbabilityMethod,
  type RuleOfThumb,
  ruleOfThumb,
  type SummaryMethod,
} from "./method.ts";
import { PipelineError } from "./pipeline-error.ts";
import { gridSelect, type ScoreSelect } from "./score-grid.ts";
import type { GridHorizon, Reach } from "./score-nodes.ts";

/** What forecasts of very many distinct customers are made from. */
export type ScorePlan = {
  /** What the tables of the grid are called: `name`_alive and so on. */
  readonly name: string;
  readonly method: SummaryMethod;
  readonly fits: KnownFits;
  /** The same customers, close ones put together: the pace of all, where a rule needs it. */
  readonly cells: () => Promise<Cells>;
  readonly reach: Reach;
  readonly horizons: readonly GridHorizon[];
};

/**
 * A SELECT of the forecast of each distinct customer and horizon, which the engine reckons: with
 * frequency, recency, age, horizon, probability_alive, probability_no_purchase, expected_purchases
 * and discount_ratio. What a rule of thumb does not know is NULL.
 *
 * @throws PipelineError METHOD_NOT_FITTED
 */
export async function scoreSelect(engine: Engine, plan: ScorePlan): Promise<ScoreSelect> {
  const { method, fits, horizons, name, reach } = plan;
  if (!isProbabilityMethod(method)) return ruleSelect(plan, await plan.cells());
  const { params } = fittedModel(fits, method);
  return gridSelect(engine, name, { method, params }, horizons, reach);
}

/** The largest x and T of a SELECT of both. */
export async function readReach(engine: Engine, cells: string): Promise<Reach> {
  const [most] = await engine.rows(
    `SELECT max(frequency) AS frequency, max(age) AS age FROM (${cells}) AS cells`,
  );
  return { frequency: Number(most?.frequency), age: Number(most?.age) };
}

/** @throws PipelineError METHOD_NOT_FITTED with the reason why it was refused */
export function fittedModel(fits: KnownFits, method: ProbabilityMethod): Pick<ModelFit, "params"> {
  const fit = fits.models[method];
  if (fit) return fit;
  const reason = fits.refused[method];
  throw new PipelineError("METHOD_NOT_FITTED", `${method}: ${reason?.message}`, {
    method,
    reason,
  });
}

/** The present value of an even stream, per unit: (1 − e^−u) / u for u = rate × time. */
export function evenRatio(u: number): number {
  return u === 0 ? 1 : -Math.expm1(-u) / u;
}

/** Rules of thumb carry (x + first) / T on; who came on the last day has the pace of all. */
function ruleSelect({ method, fits, horizons }: ScorePlan, cells: Cells): ScoreSelect {
  const rows = horizons.map(({ horizon, days, rate }) => {
    const { first, pace, fresh } = paceOf(method, fits, cells, days);
    const ratio = evenRatio(rate * days);
    return `SELECT CAST(${horizon} AS DOUBLE) AS horizon, ${sqlOf(first)} AS first_purchase,
      ${sqlOf(pace)} AS pace, ${sqlOf(fresh)} AS fresh, ${sqlOf(ratio)} AS discount_ratio`;
  });
  const sql = (of: string) => `SELECT frequency, recency, age, horizon,
      CAST(NULL AS DOUBLE) AS probability_alive, CAST(NULL AS DOUBLE) AS probability_no_purchase,
      CASE WHEN age > 0 THEN pace * (frequency + first_purchase) / age ELSE fresh END
        AS expected_purchases,
      discount_ratio
    FROM (${of}) AS cells CROSS JOIN (${rows.join(" UNION ALL ")}) AS rules`;
  return (of) => ({ sql: sql(of), parameters: {} });
}

/** What a rule says of one purchase in a day, whether the first counts, and of who is just won. */
function paceOf(method: SummaryMethod, fits: KnownFits, { weeks }: Cells, days: number) {
  // The last year again is what the customer's own window says.
  if (method === "last-window") return { first: Number.NaN, pace: Number.NaN, fresh: Number.NaN };
  const day = toWeeks(1);
  // Beside the customers, which the pace of all is read from: no and one repeat in a day, and today.
  const asked = {
    frequency: Float64Array.from([...weeks.frequency, 0, 1, 0]),
    recency: Float64Array.from([...weeks.recency, 0, day, 0]),
    T: Float64Array.from([...weeks.T, day, day, 0]),
    weight: Float64Array.from([...weeks.weight, 0, 0, 0]),
  };
  const expected = ruleOfThumb(method as RuleOfThumb, asked, toWeeks(days), fits.repurchase);
  const [none, one, fresh] = expected.slice(-3) as unknown as [number, number, number];
  return { first: none / (one - none), pace: one - none, fresh };
}

function sqlOf(value: number): string {
  return `CAST(${Number.isNaN(value) ? "NULL" : value} AS DOUBLE)`;
}
