import type { CustomerSummary } from "@kundenwert/models";
import { readCells, toWeeks } from "../cells.ts";
import { type Fits, readFits } from "../fits.ts";
import {
  PROBABILITY_METHODS,
  type ProbabilityMethod,
  probabilityModels,
  RULES_OF_THUMB,
  ruleOfThumb,
} from "../method.ts";
import type { Step } from "../step.ts";
import { columnOf } from "./column-of.ts";
import { holdoutDays, type Split } from "./split.ts";

const METHODS = [...PROBABILITY_METHODS, ...RULES_OF_THUMB].map(columnOf);

const EMPTY = `SELECT ${["frequency", "recency", "age", ...METHODS]
  .map((name) => `CAST(0 AS DOUBLE) AS ${name}`)
  .join(", ")} WHERE 1 = 0`;

/** What each method that knows x, t_x and T only expects of each distinct customer in the holdout. */
export function calibrationScore(split: Split): Step {
  return {
    name: "calibration_score",
    reads: ["calibration_summary", "calibration_fits"],
    text: EMPTY,
    inputs: () => ({ days: holdoutDays(split) }),
    checks: { "nobody buys less than never": METHODS.map((name) => `${name} < 0`).join(" OR ") },
    async write({ engine }, table, options) {
      const { weeks, days } = await readCells(engine, "calibration_summary", options);
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
