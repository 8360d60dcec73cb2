import type { ExportTableName, ExportTableQuery } from "@kundenwert/contract";
import type { Engine, Parameters } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import { figureStatement, requireFigures } from "../pipeline/figures/read-figures.ts";
import { ApiError } from "./api-error.ts";
import type { RowsQuery } from "./csv-rows.ts";
import { equityRow, requireRun } from "./published.ts";

/** What a table is asked for: the filters, and the smallest group that may be shown. */
type Wanted = ExportTableQuery & { readonly smallestGroup: number };
type Table = (engine: Engine, wanted: Wanted) => Promise<RowsQuery>;

/** The query behind each table that can be taken away: the one that its screen reads. */
export const EXPORT_TABLES: Readonly<Record<ExportTableName, Table>> = {
  customers: async (engine, { horizon }) => ({
    sql: `SELECT * FROM (${readSql("read/customer-values")}) AS customers
      WHERE horizon_months = $horizon ORDER BY rank_place`,
    parameters: await horizonOf(engine, horizon),
  }),
  figures: async (engine, query) => {
    await requireFigures(engine);
    const { figure, period = "month", dimension = "all", member, last } = query;
    return figureStatement({ figure, period, dimension, member, last });
  },
  cohorts: async (engine, { kind = "purchases", dimension = "all", member = "all", ...rest }) =>
    ofGroups(engine, "cohorts", rest, { cohort_kind: kind, dimension, member }),
  "clv-drivers": async (engine, { dimension = "all", ...rest }) =>
    ofGroups(engine, "clv-drivers", rest, { dimension }),
  "group-comparisons": async (engine, wanted) => ofGroups(engine, "group-comparisons", wanted),
  "revenue-concentration": async (engine) => ofFigures(engine, "revenue-concentration"),
  equity: async (engine) => {
    await requireRun(engine);
    return { sql: readSql("read/equity"), parameters: {} };
  },
  "equity-bridge": async (engine) => ofTable(engine, "equity_bridge", "equity-bridge"),
  "value-deciles": async (engine, { horizon }) => ({
    sql: readSql("read/value-decile"),
    parameters: await horizonOf(engine, horizon),
  }),
  "value-classes": async (engine, { horizon }) =>
    ofTable(engine, "value_histogram", "value-histogram", await horizonOf(engine, horizon)),
};

async function horizonOf(engine: Engine, horizon: number | undefined) {
  return { horizon: Number((await equityRow(engine, horizon)).horizon_months) };
}

/** Groups that are too small for a screen are too small for a file. */
async function ofGroups(
  engine: Engine,
  file: string,
  { smallestGroup }: Pick<Wanted, "smallestGroup">,
  parameters: Parameters = {},
): Promise<RowsQuery> {
  return ofFigures(engine, file, { ...parameters, smallest_group: smallestGroup, suppressed: 0 });
}

async function ofFigures(
  engine: Engine,
  file: string,
  parameters: Parameters = {},
): Promise<RowsQuery> {
  await requireFigures(engine);
  return { sql: readSql(`read/${file}`), parameters };
}

async function ofTable(
  engine: Engine,
  table: string,
  file: string,
  parameters: Parameters = {},
): Promise<RowsQuery> {
  if (!(await engine.hasTable(table))) {
    throw new ApiError("NO_RUN_YET", `No run has made ${table} yet`);
  }
  return { sql: readSql(`read/${file}`), parameters };
}
