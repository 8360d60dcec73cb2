import type { transition } from "@kundenwert/models";
import { type Engine, identifier, type StatementOptions } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { fromDay } from "../calendar.ts";
import { gridSelect } from "../score-grid.ts";
import { readReach } from "../score-in-engine.ts";
import type { TransitionPlan, TransitionTables } from "./panel-source.ts";
import type { TransitionHorizon } from "./transition-fit.ts";
import { daysOf, expectedColumn, scoreSql, windowsOf } from "./transition-sql.ts";

const HISTORY = readSql("transition/transition_history");

/** A horizon with the present value ÷ value of each state of the engine. */
export type DiscountedHorizon = TransitionHorizon & { readonly ratios: readonly number[] };

/**
 * Adds what the fit foresees of everybody to a table of scores: the base model is asked at the nodes
 * of a grid, all else goes into the statements, so no customer leaves the engine.
 */
export async function scoreEverybody(
  engine: Engine,
  table: string,
  tables: TransitionTables,
  plan: TransitionPlan,
  fit: transition.TransitionFit,
  horizons: readonly DiscountedHorizon[],
  options: StatementOptions,
): Promise<void> {
  const rows = `${identifier(tables.score)}_history`;
  await writeHistories(engine, rows, tables, plan, fit, horizons, options);
  for (const [done, horizon] of horizons.entries()) {
    const sql = scoreSql(fit, horizon, horizon.ratios, `SELECT * FROM ${rows}`);
    await engine.run(`INSERT INTO ${table} ${sql}`, {}, options);
    options.onProgress?.((done + 1) / horizons.length);
  }
  await engine.run(`DROP TABLE ${rows}`);
}

/** Puts everybody's history, P(active) and the base's purchases into a table. */
async function writeHistories(
  engine: Engine,
  table: string,
  tables: TransitionTables,
  plan: TransitionPlan,
  fit: transition.TransitionFit,
  horizons: readonly TransitionHorizon[],
  options: StatementOptions,
): Promise<void> {
  const widths = windowsOf(fit);
  const sums = widths.map((width) => {
    const isIn = `CASE WHEN period > ${plan.periods - 1 - width} THEN`;
    return `sum(${isIn} purchases ELSE 0 END) AS bought_${width},
    sum(${isIn} amount ELSE 0 END) AS spent_${width}`;
  });
  const history = HISTORY.replace("windows_of_periods", () => sums.join(",\n    "))
    .replace(
      "windows_passed_on",
      widths.map((width) => `bought_${width}, spent_${width}`).join(", "),
    )
    .replaceAll(/\btransition_activity\b/g, identifier(tables.activity));
  const seen = `${table}_seen`;
  await engine.replaceTable(seen, history, { last_day: fromDay(plan.lastDay) }, options);
  const cells = `SELECT DISTINCT frequency, recency, age FROM ${seen}`;
  const days = daysOf(fit, horizons);
  const { model: method, params } = fit.base.purchases;
  const ahead = days.map((length) => ({ horizon: length, days: length, rate: 0 }));
  const reach = await readReach(engine, cells);
  const select = await gridSelect(engine, tables.score, { method, params }, ahead, reach);
  const { sql, parameters } = select(cells);
  const expected = days.map(
    (length) => `max(CASE WHEN horizon = CAST(${length} AS DOUBLE) THEN expected_purchases END)
      AS ${expectedColumn(length)}`,
  );
  await engine.replaceTable(
    table,
    `SELECT seen.*, alive, ${days.map(expectedColumn).join(", ")}
     FROM ${seen} AS seen JOIN (
       SELECT frequency, recency, age, max(probability_alive) AS alive, ${expected.join(",\n")}
       FROM (${sql}) AS scores GROUP BY frequency, recency, age
     ) AS foreseen
       ON seen.frequency = foreseen.frequency AND seen.recency = foreseen.recency
       AND seen.age = foreseen.age`,
    parameters,
    options,
  );
  await engine.run(`DROP TABLE ${seen}`);
}
