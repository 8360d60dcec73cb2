import { type Engine, identifier } from "../engines/engine.ts";

/** At most 100,000 characters, none cut in two: a cluster takes a million a statement. */
const PART = /.{1,100000}/gsu;

/** A step's result that is read as a whole: a table of JSON, in as many rows as it takes. */
export async function writeBody(engine: Engine, table: string, body: unknown): Promise<void> {
  const [first, ...others] = JSON.stringify(body).match(PART) ?? [];
  const select = "SELECT CAST(0 AS INTEGER) AS part, CAST($body AS VARCHAR) AS body";
  await engine.replaceTable(table, select, { body: first ?? "" });
  if (others.length === 0) return;
  const part = Float64Array.from(others, (_, i) => i + 1);
  await engine.append(table, { part, body: others });
}

export async function readBody<T>(engine: Engine, table: string): Promise<T> {
  const rows = await engine.rows(`SELECT * FROM ${identifier(table)}`);
  const parts = rows.toSorted((a, b) => Number(a.part) - Number(b.part));
  return JSON.parse(parts.map(({ body }) => String(body)).join("")) as T;
}
