import { type Engine, identifier } from "../engines/engine.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { isoDay } from "./calendar.ts";
import { examineUnvalued } from "./examine.ts";
import { answerSteps, topicStepsAlone } from "./feedback/feedback-steps.ts";
import { figureSteps } from "./figures/steps.ts";
import { fitsStep } from "./fits.ts";
import { foundation } from "./foundation.ts";
import { horizon } from "./horizon.ts";
import { resolveIdentities } from "./identity/resolve.ts";
import { QUICK_METHODS } from "./method.ts";
import { writeReport } from "./report.ts";
import type { RunOptions, RunReport } from "./run.ts";
import { runParts } from "./run-parts.ts";
import { scoreStep } from "./score.ts";
import type { RunContext } from "./step.ts";
import { customerValue, type Valuation } from "./value-steps.ts";

/** Nothing is valued by it: it gives the tables of values their columns. */
const NO_VALUATION: Valuation = {
  method: "repeat-rate",
  marginRate: null,
  verified: false,
  dispersion: 0,
  drift: 0,
};

/** Everything that can be said without a value: of answers and contacts, by period and dimension. */
const STEPS = [
  ...foundation,
  fitsStep("fits", {
    purchases: "purchase_day",
    summary: "customer_summary",
    methods: QUICK_METHODS,
  }),
  horizon,
  scoreStep(NO_VALUATION.method, false),
  customerValue(NO_VALUATION),
  ...answerSteps,
  ...figureSteps(NO_VALUATION),
  ...topicStepsAlone,
];

/**
 * What a run decides where the ledger holds answers or contacts, and neither orders nor contracts;
 * undefined everywhere else. The last day that counts is that of the last answer or contact, or of
 * the import where none has a day.
 */
export async function beginUnvalued(workspace: Workspace): Promise<RunContext | undefined> {
  const { engine, settings } = workspace;
  const [row] = await engine.rows(
    `SELECT
       (SELECT CAST(count(*) AS DOUBLE) FROM orders)
         + (SELECT CAST(count(*) AS DOUBLE) FROM subscriptions) AS valuable,
       (SELECT CAST(count(*) AS DOUBLE) FROM feedback)
         + (SELECT CAST(count(*) AS DOUBLE) FROM interactions) AS told,
       (SELECT max(day) FROM (
         SELECT max(CAST(given_at AS DATE)) AS day FROM feedback WHERE CAST(given_at AS DATE) <= $today
         UNION ALL SELECT max(CAST(happened_at AS DATE)) FROM interactions
           WHERE CAST(happened_at AS DATE) <= $today
       ) AS days) AS last_day,
       (SELECT CAST(max(imported_at) AS DATE) FROM imports) AS import_day`,
    { today: new Date() },
  );
  if (!row || Number(row.valuable) > 0 || Number(row.told) === 0) return undefined;
  const hasAliases = (await resolveIdentities(engine)).aliases > 0;
  const asOf = new Date(String(row.last_day ?? row.import_day));
  return { engine, settings, asOf, hasOrderIds: false, hasReturns: false, hasAliases };
}

/** Makes the key figures of answers and contacts, and takes away what was valued before. */
export async function runUnvalued(context: RunContext, options: RunOptions): Promise<RunReport> {
  const { engine, asOf } = context;
  const parts = runParts(context, STEPS.length, options);
  await parts.make(STEPS);
  await examineUnvalued(context, options.signal);
  await forgetValues(engine);
  const report: RunReport = {
    asOf: isoDay(asOf),
    method: null,
    reason: null,
    verified: false,
    hasAmounts: false,
    marginRate: null,
    steps: [...parts.made],
  };
  await writeReport(engine, "run", report);
  return report;
}

/**
 * What is read of values. Rules and models that were learned of orders stay: they hold again once
 * there are orders again.
 */
const OF_VALUES = [
  "equity",
  "value_decile",
  "value_lorenz",
  "account_value",
  "equity_bridge",
  "new_customer_value",
  "scorecard",
  "feature_report",
  "segment_period",
  "warning_fit",
  "warning",
  "customer_health",
  "health_report",
] as const;

/** Values of orders and contracts that the ledger no longer holds would pass for those of today. */
async function forgetValues(engine: Engine): Promise<void> {
  await engine.transaction(async (inside) => {
    for (const table of OF_VALUES) {
      await inside.run(`DROP TABLE IF EXISTS ${identifier(table)}`);
      await inside.run("DELETE FROM journal WHERE step = $table", { table });
    }
    await inside.run("DELETE FROM report WHERE name <> 'doctor'");
  });
}
