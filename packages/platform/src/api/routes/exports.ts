import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  AlertExportQuery,
  ExportQuery,
  ExportTableParams,
  ExportTableQuery,
  Problem,
} from "@kundenwert/contract";
import { readSql } from "../../engines/sql-file.ts";
import {
  alertsQuery,
  countWarnings,
  requireWarnings,
} from "../../pipeline/warnings/read-warnings.ts";
import type { AppContext } from "../app-context.ts";
import { CsvStream, FileStream } from "../csv-stream.ts";
import { writeExport } from "../export-file.ts";
import { EXPORT_TABLES } from "../export-tables.ts";
import { equityRow } from "../published.ts";
import { rowStream } from "../row-stream.ts";

const CSV = { type: "text/csv; charset=utf-8", ending: "csv" };
const FILE_KINDS = {
  rfc4180: CSV,
  "excel-de": CSV,
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ending: "xlsx",
  },
  parquet: { type: "application/vnd.apache.parquet", ending: "parquet" },
} as const;

/** Every table as a file, its rows and checksum told beforehand. */
const tableRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace, store }) => {
  const { cases } = store;
  const { engine, settings } = workspace;
  app.get(
    "/exports/tables/:table",
    {
      schema: {
        operationId: "exportTable",
        description:
          "A table as a file. The headers x-row-count and x-checksum-sha256 tell what follows; text that a spreadsheet might take for a formula is preceded by an apostrophe in CSV.",
        params: ExportTableParams,
        querystring: ExportTableQuery,
        response: { 200: FileStream, 400: Problem, 404: Problem },
      },
    },
    async ({ params: { table }, query }, reply) => {
      const { format = "rfc4180" } = query;
      const { smallestGroup, segments: segmentSettings } = settings;
      const wanted = { ...query, smallestGroup, segmentSettings, cases };
      const rows = await EXPORT_TABLES[table](engine, wanted);
      const file = await writeExport(workspace, rows, format);
      const { type, ending } = FILE_KINDS[format];
      const name = `kundenwert-${table}.${ending}`;
      reply.header("content-type", type);
      reply.header("content-disposition", `attachment; filename="${name}"`);
      reply.header("content-length", file.bytes);
      reply.header("x-row-count", file.rows);
      reply.header("x-checksum-sha256", file.sha256);
      return reply.send(file.open());
    },
  );
};

export const exportRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { workspace } = context;
  await app.register(tableRoutes, context);
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
        Readable.from(
          rowStream(
            workspace.engine,
            { sql: CUSTOMERS_SQL, parameters: { horizon: months } },
            preset,
          ),
        ),
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
      return reply.send(Readable.from(rowStream(workspace.engine, { sql, parameters }, preset)));
    },
  );
};

const CUSTOMERS_SQL = `SELECT * FROM (${readSql("read/customer-values")}) AS customers
  WHERE horizon_months = $horizon ORDER BY rank_place`;
