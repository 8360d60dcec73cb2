import { readSql } from "../../engines/sql-file.ts";
import { writeBody } from "../body.ts";
import { customerSummaryDefinition } from "../customer-summary.ts";
import { fitsStep, readFits } from "../fits.ts";
import { PROBABILITY_METHODS } from "../method.ts";
import { purchaseDayDefinition } from "../purchase-day.ts";
import { returnLinkDefinition } from "../return-link.ts";
import { type RunContext, type SqlStep, type Step, sqlStep } from "../step.ts";
import { backtestReport } from "./backtest.ts";
import { calibrationScore } from "./score.ts";
import { calibrationDays, holdoutDays, type Split } from "./split.ts";

/** The tables of a step read as if time had ended with calibration, under names of their own. */
const TABLES: Readonly<Record<string, string>> = {
  return_link: "calibration_return_link",
  purchase_day: "calibration_purchase_day",
  customer_summary: "calibration_summary",
};

/**
 * The steps of a backtest. Nothing that became known after calibration reaches the forecasts, not
 * even the return of an earlier purchase.
 */
export function backtestSteps(split: Split): Step[] {
  const window = windowDays(split);
  return [
    asKnownAt(split, returnLinkDefinition),
    asKnownAt(split, purchaseDayDefinition),
    asKnownAt(split, customerSummaryDefinition(window)),
    fitsStep("calibration_fits", {
      purchases: "calibration_purchase_day",
      summary: "calibration_summary",
      methods: PROBABILITY_METHODS,
    }),
    calibrationScore(split),
    prediction(split),
    verdict(split),
  ];
}

/** What the status quo looks back on: as long as the holdout, if there is as much. */
function windowDays(split: Split): number {
  return Math.min(holdoutDays(split), calibrationDays(split));
}

function asKnownAt({ calibrationEnd }: Split, definition: SqlStep): Step {
  const rename = (name: string) => TABLES[name] ?? name;
  const then = (context: RunContext): RunContext => ({ ...context, asOf: calibrationEnd });
  const { parameters = () => ({}), adapt = (sql) => sql } = definition;
  return sqlStep({
    ...definition,
    name: rename(definition.name),
    file: definition.name,
    reads: definition.reads.map(rename),
    parameters: (context) => parameters(then(context)),
    adapt: (sql, context) =>
      Object.entries(TABLES).reduce(
        (text, [from, to]) => text.replace(new RegExp(`\\b${from}\\b`, "g"), to),
        adapt(sql, context),
      ),
  });
}

/** Bumped when the same forecasts would be judged otherwise. */
const VERDICT_VERSION = "1";

function verdict(split: Split): Step {
  return {
    name: "backtest",
    reads: ["backtest_prediction", "calibration_fits"],
    text: VERDICT_VERSION,
    inputs: () => ({}),
    checks: {},
    async write({ engine }, table) {
      await writeBody(engine, table, await backtestReport(engine, split));
    },
  };
}

const PREDICTION_SQL = readSql("backtest_prediction");

function prediction(split: Split): Step {
  const days = { holdout: holdoutDays(split), window: windowDays(split) };
  const parameters = {
    calibration_end: split.calibrationEnd,
    holdout_end: split.holdoutEnd,
    window_factor: days.holdout / days.window,
    history_factor: days.holdout / calibrationDays(split),
  };
  return {
    name: "backtest_prediction",
    reads: ["calibration_summary", "calibration_score", "calibration_fits", "purchase_day"],
    text: PREDICTION_SQL,
    inputs: () => parameters,
    checks: { "nobody bought less than never": "actual_purchases < 0" },
    async write({ engine }, table, options) {
      const { spend } = await readFits(engine, "calibration_fits");
      await engine.replaceTable(
        table,
        PREDICTION_SQL,
        {
          ...parameters,
          spend_mean: spend?.mean ?? null,
          spend_strength: spend?.strength ?? null,
        },
        options,
      );
    },
  };
}
