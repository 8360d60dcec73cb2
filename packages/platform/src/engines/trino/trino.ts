import { concatenate } from "../columns.ts";
import { type Columns, type Engine, identifier, type Statements } from "../engine.ts";
import { insertsOf } from "./trino-append.ts";
import type { TrinoOptions } from "./trino-options.ts";
import { openSession, type TrinoSession } from "./trino-session.ts";
import { exists, recorder, takeBack } from "./trino-transaction.ts";
import { openUndoLog } from "./undo-log.ts";

/**
 * Opens a schema of a Trino cluster as an engine, makes the schema where it is missing, and takes
 * back what a process that was killed left half done. Tables are those of the catalog's connector,
 * which must be Iceberg.
 *
 * @throws EngineError ENGINE_UNREACHABLE, ENGINE_LOGIN_REFUSED, ENGINE_SQL_INVALID (no such
 *   catalog), ENGINE_ACCESS_DENIED
 */
export async function openTrino(options: TrinoOptions): Promise<Engine> {
  const session = openSession(options);
  const log = openUndoLog(options.undoFile);
  try {
    await makeSchema(session, options);
    await takeBack(session, log);
  } catch (cause) {
    session.close();
    throw cause;
  }
  // One transaction at a time: they share the log.
  let last: Promise<unknown> = Promise.resolve();
  const transaction: Engine["transaction"] = (work) => {
    const next = last.then(async () => {
      // What could not be taken back when it failed, for the cluster was away or refused us.
      await takeBack(session, log);
      const record = recorder(session, log);
      try {
        const result = await work(joined(session, record.run));
        await record.keep();
        return result;
      } catch (cause) {
        await takeBack(session, log);
        throw cause;
      }
    });
    last = next.catch(() => undefined);
    return next;
  };
  return {
    dialect: "trino",
    ...verbs(session, session.run, (work) => transaction(work)),
    transaction,
    async close() {
      session.close();
    },
  };
}

/** Not by CREATE … IF NOT EXISTS: who may use a schema need not be allowed to make one. */
async function makeSchema(session: TrinoSession, { catalog, schema }: TrinoOptions): Promise<void> {
  const sql = `SELECT schema_name FROM ${identifier(catalog)}.information_schema.schemata
    WHERE schema_name = $schema`;
  const known = await session.rows(sql, { schema });
  if (known.length === 0) await session.run(`CREATE SCHEMA ${identifier(schema)}`);
}

type Run = Statements["run"];
type Atomically = (work: (inside: Statements) => Promise<void>) => Promise<void>;

/** The verbs within a transaction, which they join. */
function joined(session: TrinoSession, run: Run): Statements {
  const self: Statements = verbs(session, run, (work) => work(self));
  return self;
}

function verbs(session: TrinoSession, run: Run, allOrNothing: Atomically): Statements {
  return {
    run,
    rows: (sql, parameters, options) => session.rows(sql, parameters, options),
    batches: (sql, parameters, options) => session.batches(sql, parameters, options),
    async columns(sql, parameters, options) {
      const batches: Columns[] = [];
      for await (const batch of session.batches(sql, parameters, options)) batches.push(batch);
      return concatenate(batches);
    },
    async append(table, columns) {
      const shape = await session.shape(`SELECT * FROM ${identifier(table)} LIMIT 0`);
      for (const sql of insertsOf(table, shape, columns)) await run(sql);
    },
    async replaceTable(table, select, parameters, options) {
      // Iceberg puts the new table into the place of the old one in one commit.
      await run(`CREATE OR REPLACE TABLE ${identifier(table)} AS ${select}`, parameters, options);
    },
    replacePeriod: ({ table, column, value }, select, parameters, options) =>
      allOrNothing(async (inside) => {
        const where = `${identifier(column)} = $period`;
        await inside.run(`DELETE FROM ${identifier(table)} WHERE ${where}`, { period: value });
        await inside.run(`INSERT INTO ${table} ${select}`, parameters, options);
      }),
    hasTable: (table) => exists(session, identifier(table)),
  };
}
