import type { DuckDBConnection } from "@duckdb/node-api";
import { concatenate } from "./columns.ts";
import { append } from "./duckdb-append.ts";
import { toEngineError } from "./duckdb-error.ts";
import { readBatches, readRows } from "./duckdb-read.ts";
import { atomically, bind, prepare, watched } from "./duckdb-statement.ts";
import { type Columns, identifier, type Statements } from "./engine.ts";

/** Runs `work` on a connection: one of its own, or that of the open transaction. */
type WithConnection = <T>(work: (connection: DuckDBConnection) => Promise<T>) => Promise<T>;

export type Connections = {
  readonly on: WithConnection;
  /** Ends the work of a statement whose result nobody reads further. */
  giveUp(connection: DuckDBConnection): void;
};

/** The engine's verbs, each on a connection of its own. */
export function statements(on: WithConnection): Statements {
  const giveUp = (connection: DuckDBConnection) => connection.interrupt();
  return verbs({ on, giveUp }, (work) =>
    on((connection) => atomically(connection, () => work(statementsOf(connection)))),
  );
}

/** The engine's verbs on one connection, whose transaction they join. */
export function statementsOf(connection: DuckDBConnection): Statements {
  // An interrupted statement would take its transaction along.
  const giveUp = () => undefined;
  const joined: Statements = verbs({ on: (work) => work(connection), giveUp }, (work) =>
    work(joined),
  );
  return joined;
}

type Atomically = (work: (inside: Statements) => Promise<void>) => Promise<void>;

function verbs(connections: Connections, allOrNothing: Atomically): Statements {
  const { on } = connections;
  const self: Statements = {
    run: (sql, parameters = {}, options = {}) =>
      on((connection) =>
        watched(connection, sql, options, async () => {
          await prepare(connection, options);
          const { values, types } = bind(sql, parameters);
          const result = await connection.run(sql, values, types);
          return result.rowsChanged;
        }),
      ),
    rows: (sql, parameters = {}, options = {}) =>
      on((connection) =>
        watched(connection, sql, options, async () => {
          await prepare(connection, options);
          const { values, types } = bind(sql, parameters);
          return readRows(await connection.stream(sql, values, types));
        }),
      ),
    columns: async (sql, parameters = {}, options = {}) => {
      const batches: Columns[] = [];
      for await (const batch of self.batches(sql, parameters, options)) batches.push(batch);
      return concatenate(batches);
    },
    batches: (sql, parameters = {}, options = {}) =>
      readBatches(connections, sql, parameters, options),
    append: (table, columns) => on((connection) => append(connection, table, columns)),
    replaceTable: async (table, select, parameters = {}, options = {}) => {
      await self.run(
        `CREATE OR REPLACE TABLE ${identifier(table)} AS ${select}`,
        parameters,
        options,
      );
    },
    replacePeriod: ({ table, column, value }, select, parameters = {}, options = {}) =>
      allOrNothing(async (inside) => {
        const name = identifier(table);
        const where = `${identifier(column)} = $period`;
        await inside.run(`DELETE FROM ${name} WHERE ${where}`, { period: value });
        await inside.run(`INSERT INTO ${name} ${select}`, parameters, options);
      }),
    hasTable: (table) => on((connection) => canRead(connection, table)),
  };
  return self;
}

/** Binds a statement and runs none: a tenth of the time that the list of all tables takes. */
async function canRead(connection: DuckDBConnection, table: string): Promise<boolean> {
  const sql = `SELECT 1 FROM ${identifier(table)}`;
  try {
    (await connection.prepare(sql)).destroySync();
    return true;
  } catch (cause) {
    const error = toEngineError(cause, sql);
    if (error.code === "ENGINE_SQL_INVALID") return false;
    throw error;
  }
}
