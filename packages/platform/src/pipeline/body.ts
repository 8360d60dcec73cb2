import { type Engine, identifier } from "../engines/engine.ts";

/** A step's result that is small and read as a whole: a table of one row of JSON. */
export async function writeBody(engine: Engine, table: string, body: unknown): Promise<void> {
  await engine.replaceTable(table, "SELECT CAST($body AS VARCHAR) AS body", {
    body: JSON.stringify(body),
  });
}

export async function readBody<T>(engine: Engine, table: string): Promise<T> {
  const [row] = await engine.rows(`SELECT body FROM ${identifier(table)}`);
  return JSON.parse(String(row?.body)) as T;
}
