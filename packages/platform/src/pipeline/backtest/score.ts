import { readCells, toWeeks } from "../cells.ts";
import { type Fits, readFits } from "../fits.ts";
import { type ProbabilityMethod, probabilityModels, ruleOfThumb } from "../method.ts";
import type { Step } from "../step.ts";
import { holdoutDays, type Split } from "./split.ts";

const EMPTY = `SELECT CAST(0 AS DOUBLE) AS frequency, CAST(0 AS DOUBLE) AS recency,
  CAST(0 AS DOUBLE) AS age, CAST(0 AS DOUBLE) AS bg_nbd, CAST(0 AS DOUBLE) AS mbg_nbd,
  CAST(0 AS DOUBLE) AS formula, CAST(0 AS DOUBLE) AS repeat_rate WHERE 1 = 0`;

/** What each method that knows x, t_x and T only expects of each distinct customer in the holdout. */
export function calibrationScore(split: Split): Step {
  return {
    name: "calibration_score",
    reads: ["calibration_summary", "calibration_fits"],
    text: "1",
    inputs: () => ({ days: holdoutDays(split) }),
    checks: { "nobody buys less than never": "bg_nbd < 0 OR mbg_nbd < 0 OR formula < 0" },
    async write({ engine }, table, options) {
      const cells = await readCells(engine, "calibration_summary", options);
      const fits = await readFits(engine, "calibration_fits");
      const { weeks, days } = cells;
      const horizon = toWeeks(holdoutDays(split));
      const score = (method: ProbabilityMethod) => expected(method, fits, weeks, horizon);
      await engine.replaceTable(table, EMPTY);
      await engine.append(table, {
        ...days,
        bg_nbd: score("bg-nbd"),
        mbg_nbd: score("mbg-nbd"),
        formula: ruleOfThumb("formula", weeks, horizon),
        repeat_rate: ruleOfThumb("repeat-rate", weeks, horizon),
      });
    },
  };
}

/** NaN, which becomes NULL, for a model that refused the data. */
function expected(
  method: ProbabilityMethod,
  fits: Fits,
  weeks: Parameters<typeof ruleOfThumb>[1],
  horizon: number,
): Float64Array {
  const fit = fits.models[method];
  if (!fit) return new Float64Array(weeks.T.length).fill(Number.NaN);
  return probabilityModels[method].expectedPurchases(fit.params as never, weeks, horizon);
}
