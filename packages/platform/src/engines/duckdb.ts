import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { toEngineError } from "./duckdb-error.ts";
import { atomically } from "./duckdb-statement.ts";
import { statements, statementsOf } from "./duckdb-statements.ts";
import type { Engine } from "./engine.ts";

export type DuckDbOptions = {
  /** The database file; `:memory:` if absent. One process owns it at a time. */
  readonly path?: string;
  /** Such as "2GB". DuckDB's own share of memory; what does not fit is spilled. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Where to spill; beside the database if absent. */
  readonly spillDirectory?: string;
  /** The only directory whose files SQL may read and write. None if absent. */
  readonly exchangeDirectory?: string;
};

/**
 * Opens a DuckDB database, locked down: no extensions, no network, no files but those of
 * `exchangeDirectory`.
 *
 * @throws EngineError ENGINE_BUSY if another process holds the file (its PID in `details`),
 *   ENGINE_CORRUPT, ENGINE_FAILED
 */
export async function openDuckDb(options: DuckDbOptions = {}): Promise<Engine> {
  const { connect, close } = doorOf(await open(options));
  return {
    dialect: "duckdb",
    ...statements((work) => withConnection(connect, work)),
    transaction: (work) =>
      withConnection(connect, (connection) =>
        atomically(connection, () => work(statementsOf(connection))),
      ),
    close,
  };
}

/**
 * The way in, which nobody takes while it is being shut: DuckDB crashes if it connects to a database
 * that is closed at the same time. Who is in already may finish.
 */
function doorOf(instance: DuckDBInstance) {
  const entering = new Set<Promise<DuckDBConnection>>();
  let isClosed = false;
  return {
    async connect(): Promise<DuckDBConnection> {
      if (isClosed) throw toEngineError(new Error("The database is closed"), "connect");
      const connection = instance.connect();
      entering.add(connection);
      try {
        return await connection;
      } finally {
        entering.delete(connection);
      }
    },
    async close(): Promise<void> {
      isClosed = true;
      await Promise.allSettled(entering);
      instance.closeSync();
    },
  };
}

async function open(options: DuckDbOptions): Promise<DuckDBInstance> {
  const path = options.path ?? ":memory:";
  try {
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    for (const sql of lockDown(options)) await connection.run(sql);
    connection.closeSync();
    return instance;
  } catch (cause) {
    throw toEngineError(cause, `open ${path}`);
  }
}

function lockDown(options: DuckDbOptions): string[] {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const { memoryLimit, threads, spillDirectory, exchangeDirectory } = options;
  return [
    ...(memoryLimit ? [`SET memory_limit = ${text(memoryLimit)}`] : []),
    ...(threads ? [`SET threads = ${Math.trunc(threads)}`] : []),
    ...(spillDirectory ? [`SET temp_directory = ${text(spillDirectory)}`] : []),
    ...(exchangeDirectory ? [`SET allowed_directories = [${text(exchangeDirectory)}]`] : []),
    "SET TimeZone = 'UTC'",
    // Compressing text as FSST costs more than reading it; dictionaries stay.
    "SET disabled_compression_methods = 'fsst,dict_fsst'",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_external_access = false",
  ];
}

/** Every statement has a connection of its own, so that readers never wait for a writer. */
async function withConnection<T>(
  connect: () => Promise<DuckDBConnection>,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const connection = await connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
  }
}
