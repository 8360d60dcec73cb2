import { readSql } from "../../engines/sql-file.ts";
import { writeBody } from "../body.ts";
import { customerSummaryDefinition } from "../customer-summary.ts";
import { fitsStep, readFits } from "../fits.ts";
import { PROBABILITY_METHODS } from "../method.ts";
import { purchaseDayDefinition } from "../purchase-day.ts";
import { returnLinkDefinition } from "../return-link.ts";
import { type RunContext, type SqlStep, type Step, sqlStep } from "../step.ts";
import { transitionFit, transitionRefusal } from "../transition/transition-fit.ts";
import { transitionScore } from "../transition/transition-score.ts";
import { transitionSources, transitionValue } from "../transition/transition-steps.ts";
import { withoutTransition } from "../transition/without-transition.ts";
import { backtestReport } from "./backtest.ts";
import { judgedEvery } from "./judged.ts";
import { calibrationScore } from "./score.ts";
import { calibrationDays, holdoutDays, type Split } from "./split.ts";

/** The tables of a step read as if time had ended with calibration, under names of their own. */
const TABLES: Readonly<Record<string, string>> = {
  return_link: "calibration_return_link",
  purchase_day: "calibration_purchase_day",
  customer_summary: "calibration_summary",
  transition_plan: "calibration_transition_plan",
  transition_customer: "calibration_transition_customer",
  transition_activity: "calibration_transition_activity",
  transition_score: "calibration_transition_score",
  transition_value: "calibration_transition_value",
};

/**
 * The steps of a backtest. Nothing that became known after calibration reaches the forecasts, not
 * even the return of an earlier purchase.
 */
export function backtestSteps(split: Split, { transition = true } = {}): Step[] {
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
    ...(transition ? transitionAsKnownAt(split) : []),
    calibrationScore(split, transition ? TRANSITION_TABLES : undefined),
    prediction(split, transition),
    verdict(split, transition),
  ];
}

const TRANSITION_TABLES = {
  plan: "calibration_transition_plan",
  customer: "calibration_transition_customer",
  activity: "calibration_transition_activity",
  fit: "calibration_transition_fit",
  score: "calibration_transition_score",
};

/** The transition method, whose one horizon is the holdout. */
function transitionAsKnownAt(split: Split): Step[] {
  const horizons = () => [{ months: 0, days: holdoutDays(split) }];
  return [
    ...transitionSources.map((source) => asKnownAt(split, source)),
    transitionFit(TRANSITION_TABLES, horizons),
    // What came is not discounted; so a new rate leaves the backtest as it is.
    transitionScore(TRANSITION_TABLES, horizons, () => 0, "sample"),
    asKnownAt(split, transitionValue),
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
    file: definition.file ?? definition.name,
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
const VERDICT_VERSION = "2";

function verdict(split: Split, transition: boolean): Step {
  const fitTable = transition ? TRANSITION_TABLES.fit : undefined;
  return {
    name: "backtest",
    reads: ["backtest_prediction", "calibration_fits", ...(fitTable ? [fitTable] : [])],
    text: VERDICT_VERSION,
    inputs: () => ({}),
    checks: {},
    async write({ engine }, table) {
      await writeBody(engine, table, await backtestReport(engine, split, fitTable));
    },
  };
}

const PREDICTION_SQL = readSql("backtest_prediction");

function prediction(split: Split, transition: boolean): Step {
  const days = { holdout: holdoutDays(split), window: windowDays(split) };
  const parameters = {
    calibration_end: split.calibrationEnd,
    holdout_end: split.holdoutEnd,
    window_factor: days.holdout / days.window,
    history_factor: days.holdout / calibrationDays(split),
  };
  const moved = "calibration_transition_value";
  const sql = transition ? PREDICTION_SQL : withoutTransition(PREDICTION_SQL, moved);
  return {
    name: "backtest_prediction",
    reads: [
      "calibration_summary",
      "calibration_score",
      "calibration_fits",
      "purchase_day",
      ...(transition ? [moved, TRANSITION_TABLES.fit] : []),
    ],
    text: sql,
    inputs: () => parameters,
    checks: { "nobody bought less than never": "actual_purchases < 0" },
    async write({ engine }, table, options) {
      const { spend } = await readFits(engine, "calibration_fits");
      const every = await judgedEvery(engine, transition ? TRANSITION_TABLES : undefined);
      await engine.replaceTable(
        table,
        sql,
        {
          ...parameters,
          every,
          transition:
            transition && (await transitionRefusal(engine, TRANSITION_TABLES.fit)) === null ? 1 : 0,
          spend_mean: spend?.mean ?? null,
          spend_strength: spend?.strength ?? null,
        },
        options,
      );
    },
  };
}
