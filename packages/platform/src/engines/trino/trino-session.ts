/** The statements of one session: SQL in, pages of rows out. */
import type { Columns, Parameters, Row, StatementOptions } from "../engine.ts";
import { toTrinoSql } from "./to-trino-sql.ts";
import { toColumns, toRows } from "./trino-columns.ts";
import { openHttp } from "./trino-http.ts";
import type { TrinoOptions } from "./trino-options.ts";
import { runQuery, type TrinoColumn } from "./trino-query.ts";

export type TrinoSession = {
  /** The number of rows that the statement changed. */
  run(sql: string, parameters?: Parameters, options?: StatementOptions): Promise<number>;
  rows(sql: string, parameters?: Parameters, options?: StatementOptions): Promise<Row[]>;
  /** A first batch without rows tells the columns; the others are as Trino sends them. */
  batches(
    sql: string,
    parameters?: Parameters,
    options?: StatementOptions,
  ): AsyncGenerator<Columns>;
  /** The columns of a result with their types. */
  shape(sql: string): Promise<readonly TrinoColumn[]>;
  /** Runs what is Trino's already. */
  runRaw(sql: string): Promise<void>;
  close(): void;
};

export function openSession(options: TrinoOptions): TrinoSession {
  const http = openHttp(options);
  const pagesOf = (sql: string, parameters: Parameters = {}, watch: StatementOptions = {}) =>
    runQuery({ server: options.server, http }, { sql, text: toTrinoSql(sql, parameters) }, watch);
  return {
    async run(sql, parameters, watch) {
      let changed = 0;
      for await (const { updateCount } of pagesOf(sql, parameters, watch)) {
        changed = updateCount ?? changed;
      }
      return changed;
    },
    async rows(sql, parameters, watch) {
      const rows: Row[] = [];
      for await (const { columns = [], data = [] } of pagesOf(sql, parameters, watch)) {
        rows.push(...toRows(columns, data));
      }
      return rows;
    },
    async *batches(sql, parameters, watch) {
      let isFirst = true;
      for await (const { columns, data = [] } of pagesOf(sql, parameters, watch)) {
        if (columns && isFirst) yield toColumns(columns, []);
        if (columns) isFirst = false;
        if (columns && data.length > 0) yield toColumns(columns, data);
      }
    },
    async shape(sql) {
      let shape: readonly TrinoColumn[] = [];
      for await (const { columns } of pagesOf(sql)) shape = columns ?? shape;
      return shape;
    },
    async runRaw(text) {
      const pages = runQuery({ server: options.server, http }, { sql: text, text }, {});
      for await (const _ of pages);
    },
    close: () => http.close(),
  };
}
