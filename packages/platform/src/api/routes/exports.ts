import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { AlertExportQuery, ExportQuery, Problem } from "@kundenwert/contract";
import type { Column, Engine, Parameters } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import {
  alertsQuery,
  countWarnings,
  requireWarnings,
} from "../../pipeline/warnings/read-warnings.ts";
import type { AppContext } from "../app-context.ts";
import { type CsvCell, type CsvPreset, csvWriter } from "../csv.ts";
import { CsvStream } from "../csv-stream.ts";
import { equityRow } from "../published.ts";

const DAYS = ["as_of", "first_day", "last_day", "period_end"];

export const exportRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  app.get(
    "/exports/customers.csv",
    {
      schema: {
        operationId: "exportCustomers",
        description: "Every customer's value. The header x-row-count tells how many rows follow.",
        querystring: ExportQuery,
        response: { 200: CsvStream, 404: Problem },
      },
    },
    async ({ query: { horizon, preset = "rfc4180" } }, reply) => {
      const equity = await equityRow(workspace.engine, horizon);
      const months = Number(equity.horizon_months);
      const name = `kundenwert-${equity.as_of}-${months}.csv`;
      reply.header("content-type", "text/csv; charset=utf-8");
      reply.header("content-disposition", `attachment; filename="${name}"`);
      reply.header("x-row-count", Number(equity.customers));
      return reply.send(
        Readable.from(rowsCsv(workspace.engine, CUSTOMERS_SQL, { horizon: months }, preset)),
      );
    },
  );
  app.get(
    "/exports/alerts.csv",
    {
      schema: {
        operationId: "exportAlerts",
        description: "Everybody who is warned of, those with the most at stake first.",
        querystring: AlertExportQuery,
        response: { 200: CsvStream, 404: Problem },
      },
    },
    async ({ query: { kind, preset = "rfc4180" } }, reply) => {
      const { periodEnd } = await requireWarnings(workspace.engine);
      const counts = await countWarnings(workspace.engine);
      const kinds = kind ? [counts[kind]] : Object.values(counts);
      const { sql, parameters } = alertsQuery({ kind });
      reply.header("content-type", "text/csv; charset=utf-8");
      reply.header(
        "content-disposition",
        `attachment; filename="kundenwert-alerts-${periodEnd}.csv"`,
      );
      reply.header(
        "x-row-count",
        kinds.reduce((sum, { alerts }) => sum + alerts, 0),
      );
      return reply.send(Readable.from(rowsCsv(workspace.engine, sql, parameters, preset)));
    },
  );
};

const CUSTOMERS_SQL = `SELECT * FROM (${readSql("read/customer-values")}) AS customers
  WHERE horizon_months = $horizon ORDER BY rank_place`;

/** The text of an export, a few thousand rows at a time. */
async function* rowsCsv(
  engine: Engine,
  sql: string,
  parameters: Parameters,
  preset: CsvPreset,
): AsyncGenerator<string> {
  const csv = csvWriter(preset);
  let names: string[] | undefined;
  for await (const batch of engine.batches(sql, parameters)) {
    // The first batch tells the columns, also of an empty result.
    if (!names) {
      names = Object.keys(batch);
      yield csv.start + csv.row(names);
    }
    const columns = names.map((name) => reader(name, batch[name] ?? []));
    const length = batch.customer_id?.length ?? 0;
    const rows = Array.from({ length }, (_, i) => csv.row(columns.map((read) => read(i))));
    yield rows.join("");
  }
}

function reader(name: string, column: Column): (index: number) => CsvCell {
  const day = DAYS.includes(name);
  return (index) => {
    const value = column[index] ?? null;
    if (typeof value !== "number") return value;
    if (Number.isNaN(value)) return null;
    return day ? new Date(value * 86_400_000).toISOString().slice(0, 10) : value;
  };
}
