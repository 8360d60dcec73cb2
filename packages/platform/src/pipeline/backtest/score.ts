import type { CustomerSummary } from "@kundenwert/models";
import { cellsOf, toWeeks } from "../cells.ts";
import { type Fits, readFits } from "../fits.ts";
import {
  PROBABILITY_METHODS,
  type ProbabilityMethod,
  probabilityModels,
  RULES_OF_THUMB,
  ruleOfThumb,
} from "../method.ts";
import type { Step } from "../step.ts";
import type { TransitionTables } from "../transition/panel-source.ts";
import { columnOf } from "./column-of.ts";
import { judgedEvery } from "./judged.ts";
import { holdoutDays, type Split } from "./split.ts";

const METHODS = [...PROBABILITY_METHODS, ...RULES_OF_THUMB].map(columnOf);

const EMPTY = `SELECT ${["frequency", "recency", "age", ...METHODS]
  .map((name) => `CAST(0 AS DOUBLE) AS ${name}`)
  .join(", ")} WHERE 1 = 0`;

/** The distinct customers of those who are judged. */
const CELLS = `SELECT frequency, recency, age, CAST(count(*) AS DOUBLE) AS weight
  FROM (
    SELECT frequency, recency, age, row_number() OVER (ORDER BY customer_id) - 1 AS place
    FROM calibration_summary
  ) AS numbered
  WHERE mod(place, CAST($every AS BIGINT)) = 0
  GROUP BY frequency, recency, age ORDER BY frequency, recency, age`;

/**
 * What each method that knows x, t_x and T only expects in the holdout of each distinct customer
 * who is judged.
 *
 * @param transition the tables of the transition method, if it competes
 */
export function calibrationScore(split: Split, transition: TransitionTables | undefined): Step {
  return {
    name: "calibration_score",
    reads: [
      "calibration_summary",
      "calibration_fits",
      ...(transition ? [transition.activity] : []),
    ],
    text: EMPTY + CELLS,
    inputs: () => ({ days: holdoutDays(split) }),
    checks: { "nobody buys less than never": METHODS.map((name) => `${name} < 0`).join(" OR ") },
    async write({ engine }, table, options) {
      const every = await judgedEvery(engine, transition);
      const { weeks, days } = cellsOf(await engine.columns(CELLS, { every }, options));
      const fits = await readFits(engine, "calibration_fits");
      const horizon = toWeeks(holdoutDays(split));
      const models = PROBABILITY_METHODS.map((method) => expected(method, fits, weeks, horizon));
      const rules = RULES_OF_THUMB.map((rule) =>
        ruleOfThumb(rule, weeks, horizon, fits.repurchase),
      );
      await engine.replaceTable(table, EMPTY);
      await engine.append(table, {
        ...days,
        ...Object.fromEntries([...models, ...rules].map((column, i) => [METHODS[i], column])),
      });
    },
  };
}

/** NaN, which becomes NULL, for a model that refused the data. */
function expected(
  method: ProbabilityMethod,
  fits: Fits,
  weeks: CustomerSummary,
  horizon: number,
): Float64Array {
  const fit = fits.models[method];
  if (!fit) return new Float64Array(weeks.T.length).fill(Number.NaN);
  return probabilityModels[method].expectedPurchases(fit.params as never, weeks, horizon);
}
