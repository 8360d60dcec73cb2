/** Results of DuckDB statements, in batches of columns or as rows. */
import { type DuckDBConnection, DuckDBDataChunk, type DuckDBResult } from "@duckdb/node-api";
import { cellReader, readColumn } from "./duckdb-columns.ts";
import { bind, prepare, watched } from "./duckdb-statement.ts";
import type { Connections } from "./duckdb-statements.ts";
import type { Cell, Columns, Parameters, Row, StatementOptions } from "./engine.ts";

/** Yields a first batch without rows, which tells the columns even of an empty result. */
export async function* readBatches(
  { on, giveUp }: Connections,
  sql: string,
  parameters: Parameters,
  options: StatementOptions,
): AsyncGenerator<Columns> {
  // The connection must outlive this call: a consumer takes its time between two batches.
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const { promise: started, resolve: start } = Promise.withResolvers<DuckDBConnection>();
  const held = on(async (connection) => {
    start(connection);
    await finished;
  });
  held.catch(() => undefined);
  try {
    const connection = await Promise.race([started, held as Promise<never>]);
    await prepare(connection, options);
    const { values, types } = bind(sql, parameters);
    const result = await watched(connection, sql, options, () =>
      connection.stream(sql, values, types),
    );
    try {
      const names = result.columnNames();
      yield emptyColumns(result, names);
      for (;;) {
        const chunk = await watched(connection, sql, options, () => result.fetchChunk());
        if (!chunk || chunk.rowCount === 0) break;
        yield Object.fromEntries(names.map((name, index) => [name, readColumn(chunk, index)]));
      }
    } finally {
      giveUp(connection);
      await exhaust(result);
    }
  } finally {
    finish();
    await held;
  }
}

/**
 * Until its end a result keeps the database open, beyond `close`: whatever opens the file next
 * would have it at the same time as the garbage collector, which writes to it when it comes.
 */
async function exhaust(result: DuckDBResult): Promise<void> {
  try {
    while ((await result.fetchChunk())?.rowCount);
  } catch {
    // A result that was interrupted has ended as well.
  }
}

function emptyColumns(result: DuckDBResult, names: readonly string[]): Columns {
  const chunk = DuckDBDataChunk.create(result.columnTypes(), 0);
  return Object.fromEntries(names.map((name, index) => [name, readColumn(chunk, index)]));
}

/** A small result as objects. */
export async function readRows(result: DuckDBResult): Promise<Row[]> {
  const names = result.columnNames();
  const read = result.columnTypes().map(cellReader);
  const rows: Row[] = [];
  for await (const chunk of result) {
    const columns = chunk.getColumns();
    for (let at = 0; at < chunk.rowCount; at++) {
      const row: Record<string, Cell> = {};
      for (const [i, name] of names.entries())
        row[name] = read[i]?.(columns[i]?.[at] ?? null) ?? null;
      rows.push(row);
    }
  }
  return rows;
}
