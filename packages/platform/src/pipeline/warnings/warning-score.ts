import type { Engine, Parameters, StatementOptions } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { fromDay } from "../calendar.ts";
import type { FeaturePlan } from "../features/feature-plan.ts";
import { EMPTY_CELL, monthPurchases } from "../month-purchases.ts";
import type { RunContext, Step } from "../step.ts";
import type { Basis } from "./basis.ts";
import { hiddenMarkovSql } from "./hidden-markov-sql.ts";
import { ELIGIBLE_SQL, WARNING_KINDS, type WarningKind } from "./kind.ts";
import { DAYS_A_MONTH, WEEKS_A_YEAR } from "./outlook.ts";
import { type Calendar, countBuyers, readCalendar } from "./read-material.ts";
import { riskSql, withoutFitSql } from "./risk-sql.ts";
import { inSnapshot, type SnapshotNames, snapshotNames } from "./snapshot-names.ts";
import { readWarningFit, type WarningFit } from "./warning-fit.ts";

const COLUMNS = `customer_id VARCHAR, kind VARCHAR, macro VARCHAR, probability DOUBLE, gap DOUBLE,
  term_1 VARCHAR, shown_1 DOUBLE, effect_1 DOUBLE, term_2 VARCHAR, shown_2 DOUBLE, effect_2 DOUBLE,
  term_3 VARCHAR, shown_3 DOUBLE, effect_3 DOUBLE`;
const ROWS = readSql("warnings/read/origin_rows");
const OUTLOOK = readSql("warnings/warning_outlook");
const VERSION = "3";

/**
 * The probability of a change for everybody to whom it could come, and the three terms that raise
 * it most. The fit goes into the statement: no customer leaves the engine.
 */
export function warningScoreStep({ features }: FeaturePlan): Step {
  const names = snapshotNames(features);
  return {
    name: "warning_score",
    reads: ["warning_fit", "snapshot", "segment_macro", "purchase_activity"],
    text: JSON.stringify([VERSION, names, ROWS, OUTLOOK]),
    inputs: () => ({}),
    checks: {
      "a probability lies between 0 and 1":
        "probability IS NULL OR probability < 0 OR probability > 1",
    },
    async write(context, table, options) {
      const { engine } = context;
      await engine.run(`DROP TABLE IF EXISTS ${table}`);
      await engine.run(`CREATE TABLE ${table} (${COLUMNS})`);
      const fit = await readWarningFit(engine);
      if (!fit?.basis) return;
      const known = { fit, basis: fit.basis, names, calendar: await readCalendar(engine) };
      await foreseePurchases(context, known, options);
      for (const [done, kind] of WARNING_KINDS.entries()) {
        const sql = scoreSql(kind, known);
        const parameters = await parametersOf(engine, known);
        if (sql) await engine.run(`INSERT INTO ${table} ${sql}`, parameters, options);
        options.onProgress?.((done + 1) / WARNING_KINDS.length);
      }
    },
  };
}

type Known = {
  readonly fit: WarningFit;
  readonly basis: Basis;
  readonly names: SnapshotNames;
  readonly calendar: Calendar;
};

/** Puts the purchases expected of each distinct customer in the window into warning_cell. */
async function foreseePurchases(
  context: RunContext,
  { fit, basis, calendar }: Known,
  options: StatementOptions,
): Promise<void> {
  if (!basis.mbg) {
    await context.engine.replaceTable("warning_cell", EMPTY_CELL);
    return;
  }
  const foresee = monthPurchases({
    cells: "warning_cell",
    nodes: "warning",
    lengths: async () => [],
  });
  const forecast = {
    end: fromDay(calendar.ends.at(-1) as number),
    days: fit.months * DAYS_A_MONTH,
    method: "mbg-nbd",
    fits: { models: { "mbg-nbd": { params: basis.mbg } }, refused: {} },
  } as const;
  await foresee(context, forecast, options);
}

/** Undefined where there is nothing honest to say: neither a fit nor a model of purchases. */
function scoreSql(kind: WarningKind, known: Known): string | undefined {
  const { fit, basis, names } = known;
  const learnt = fit.kinds[kind].fit;
  if (!learnt && kind === "undesired" && !basis.mbg && !basis.hiddenMarkov) return undefined;
  const rows = `SELECT * FROM (${inSnapshot(ROWS, names)}) AS rows_now WHERE ${ELIGIBLE_SQL[kind]}`;
  const outlook = OUTLOOK.replaceAll("spend_of_month", names.spend_1m).replace(
    "(customer_rows)",
    () => `(${rows})`,
  );
  const hidden = kind === "undesired" ? quietSql(known) : undefined;
  const whole = hidden
    ? `SELECT outlook.*, hidden.quiet_hidden_markov AS quiet_hidden_markov
       FROM (${outlook}) AS outlook JOIN (${hidden}) AS hidden
         ON outlook.customer_id = hidden.customer_id`
    : `SELECT outlook.*, CAST(NULL AS DOUBLE) AS quiet_hidden_markov FROM (${outlook}) AS outlook`;
  return learnt ? riskSql(kind, learnt, whole) : withoutFitSql(kind, basis.mbg !== null, whole);
}

function quietSql({ fit, basis, calendar: { ends } }: Known): string | undefined {
  if (!basis.hiddenMarkov) return undefined;
  const customers = `SELECT snapshot.customer_id AS customer_id, days_since_first_purchase AS age
    FROM snapshot JOIN segment_macro
      ON snapshot.customer_id = segment_macro.customer_id
      AND snapshot.period_end = segment_macro.period_end
    WHERE snapshot.period_end = $period_end AND ${ELIGIBLE_SQL.undesired} AND purchases > 0`;
  // The months as they were known at their ends, of those who bought: the snapshots have everybody.
  const purchases = `SELECT purchase_activity.customer_id AS customer_id, place AS period, purchases
    FROM warning_period JOIN purchase_activity
      ON CAST(date_trunc('month', warning_period.period_end) AS DATE) = purchase_activity.activity_month
    WHERE purchases > 0 AND known_from = activity_month`;
  return hiddenMarkovSql(basis.hiddenMarkov, ends, fit.months, customers, purchases);
}

async function parametersOf(
  engine: Engine,
  { fit, basis, calendar: { ends } }: Known,
): Promise<Parameters> {
  const now = ends.length;
  return {
    ...{ from: now, until: now, first: 1, last: await countBuyers(engine), every: 1, rest: 1 },
    period_end: fromDay(ends.at(-1) as number),
    now,
    months: fit.months,
    weeks: (fit.months * DAYS_A_MONTH) / 7,
    month_days: DAYS_A_MONTH,
    year_weeks: WEEKS_A_YEAR,
    mean: basis.spend.mean,
    strength: basis.spend.strength,
    r: basis.mbg?.r ?? null,
    alpha: basis.mbg?.alpha ?? null,
    a: basis.mbg?.a ?? null,
    b: basis.mbg?.b ?? null,
  };
}
