import type { Engine, Parameters } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import {
  aheadRows,
  aliveRows,
  BEND,
  frequencyRows,
  fromOne,
  type GridHorizon,
  type GridModel,
  gridOf,
  type Reach,
  type Rows,
  S_NODES,
  T_NODES,
} from "./score-nodes.ts";

const SQL = readSql("score/by_grid");

/** A SELECT of forecasts for a SELECT of distinct frequency, recency and age, in days. */
export type ScoreSelect = (cells: string) => {
  readonly sql: string;
  readonly parameters: Parameters;
};

/**
 * What a model foresees of any number of distinct customers, by horizon: the model is asked at the
 * nodes of a grid, which go into tables called `name` and more; the engine reckons what lies between
 * them (sql/score/by_grid.sql).
 */
export async function gridSelect(
  engine: Engine,
  name: string,
  model: GridModel,
  horizons: readonly GridHorizon[],
  reach: Reach,
): Promise<ScoreSelect> {
  const grid = gridOf(model, reach);
  await writeRows(engine, `${name}_frequency`, frequencyRows(model, grid, reach));
  await writeRows(engine, `${name}_alive`, aliveRows(model, grid));
  await writeRows(engine, `${name}_ahead`, aheadRows(model, horizons, grid));
  const sql = SQL.replaceAll(/\bscore_(frequency|alive|ahead)\b/g, `${name}_$1`);
  const parameters = {
    scale: grid.scale,
    t_step: grid.tStep,
    t_last: T_NODES - 1,
    bend: BEND,
    s_last: S_NODES - 1,
    from_one: fromOne(model),
  };
  return (cells) => ({
    sql: sql.replace("(cells_of_customers)", () => `(${cells})`),
    parameters,
  });
}

async function writeRows(engine: Engine, table: string, rows: Rows): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const empty = names.map((name) => `CAST(0 AS DOUBLE) AS ${name}`);
  await engine.replaceTable(table, `SELECT ${empty.join(", ")} WHERE 1 = 0`);
  const columns = names.map((name) => [
    name,
    Float64Array.from(rows, (row) => row[name] as number),
  ]);
  await engine.append(table, Object.fromEntries(columns));
}
