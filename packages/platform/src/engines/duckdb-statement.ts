/** One statement on one DuckDB connection: bound, watched, stopped, its errors given our codes. */
import { DATE, type DuckDBConnection, DuckDBDateValue, type DuckDBValue } from "@duckdb/node-api";
import { toEngineError } from "./duckdb-error.ts";
import type { Parameters, StatementOptions } from "./engine.ts";
import { stopIfCancelled } from "./engine-error.ts";

const MS_PER_DAY = 86_400_000;
const PROGRESS_INTERVAL_MS = 100;
/** DuckDB keeps these per connection. */
const WATCH_PROGRESS = `SET enable_progress_bar = true; SET enable_progress_bar_print = false;
  SET progress_bar_time = 0`;

/** Must precede the statement: between its chunks it would end the result. */
export async function prepare(
  connection: DuckDBConnection,
  { onProgress }: StatementOptions,
): Promise<void> {
  if (onProgress) await connection.run(WATCH_PROGRESS);
}

/** Runs one statement: reports its progress, stops it when asked, gives its error our code. */
export async function watched<T>(
  connection: DuckDBConnection,
  sql: string,
  { signal, onProgress }: StatementOptions,
  work: () => Promise<T>,
): Promise<T> {
  stopIfCancelled(signal, sql);
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt, { once: true });
  const timer =
    onProgress && setInterval(() => report(connection, onProgress), PROGRESS_INTERVAL_MS);
  try {
    return await work();
  } catch (cause) {
    throw toEngineError(cause, sql);
  } finally {
    clearInterval(timer);
    signal?.removeEventListener("abort", interrupt);
  }
}

function report(connection: DuckDBConnection, onProgress: (share: number) => void): void {
  const { percentage } = connection.progress;
  if (percentage >= 0) onProgress(percentage / 100);
}

/** Only the parameters that the statement names: steps share one set of them. */
export function bind(
  sql: string,
  parameters: Parameters,
): { values: Record<string, DuckDBValue>; types: Record<string, typeof DATE> } {
  const values: Record<string, DuckDBValue> = {};
  const types: Record<string, typeof DATE> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (!new RegExp(`\\$${name}\\b`).test(sql)) continue;
    if (value instanceof Date) {
      values[name] = new DuckDBDateValue(Math.floor(value.getTime() / MS_PER_DAY));
      types[name] = DATE;
    } else {
      values[name] = value;
    }
  }
  return { values, types };
}

/** Runs `work` in a transaction; none may be open, for DuckDB aborts one that is begun again. */
export async function atomically<T>(
  connection: DuckDBConnection,
  work: () => Promise<T>,
): Promise<T> {
  await connection.run("BEGIN");
  try {
    const result = await work();
    await connection.run("COMMIT");
    return result;
  } catch (cause) {
    await connection.run("ROLLBACK").catch(() => undefined);
    // What the caller's own code threw passes through; what DuckDB threw gets our code.
    throw cause instanceof Error && "code" in cause ? cause : toEngineError(cause, "transaction");
  }
}
