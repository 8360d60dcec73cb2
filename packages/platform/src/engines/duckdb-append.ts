import { type DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import { writeColumn } from "./duckdb-columns.ts";
import { toEngineError } from "./duckdb-error.ts";
import { type Columns, identifier } from "./engine.ts";

const CHUNK_ROWS = 2048;

/** Appends rows; `columns` must hold all columns of the table, in any order. */
export async function append(
  connection: DuckDBConnection,
  table: string,
  columns: Columns,
): Promise<void> {
  try {
    // Not a stream: nobody would read it to its end, and so long it keeps the database open.
    const shape = await connection.run(`SELECT * FROM ${identifier(table)} LIMIT 0`);
    const sources = shape.columnNames().map((name) => {
      const column = columns[name];
      if (!column) throw new TypeError(`append to ${table} lacks the column ${name}`);
      return column;
    });
    const types = shape.columnTypes();
    const length = sources[0]?.length ?? 0;
    const appender = await connection.createAppender(table);
    for (let from = 0; from < length; from += CHUNK_ROWS) {
      const to = Math.min(from + CHUNK_ROWS, length);
      const chunk = DuckDBDataChunk.create(types, to - from);
      for (const [index, column] of sources.entries())
        writeColumn(chunk, index, column, [from, to]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  } catch (cause) {
    throw toEngineError(cause, `append to ${table}`);
  }
}
