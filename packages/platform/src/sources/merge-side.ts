import type { Statements } from "../engines/engine.ts";
import type { LedgerTarget, Side } from "./ledger-target.ts";
import { STAGED } from "./merge-rows.ts";

const SIDE = "import_side";

export type SideInput = {
  readonly importId: number;
  readonly source: string;
  /** The target whose rows are staged. */
  readonly origin: LedgerTarget;
  /** Whether nothing of the source was there before. */
  readonly isFirst: boolean;
};

/**
 * Adds what the staged rows state beside their own table: of each subject the last row of the
 * file, if its value differs from what the same source stated last.
 */
export async function addSide(inside: Statements, side: Side, input: SideInput): Promise<void> {
  const { table, columns, subject, value } = side;
  await inside.run(
    `CREATE TEMP TABLE ${SIDE} AS ${side.select(await lastRows(inside, input.origin))}`,
  );
  const list = columns.map((name) => `s.${name}`).join(", ");
  const start = `INSERT INTO ${table} SELECT CAST($import_id AS INTEGER), s.line, ${list}
    FROM ${SIDE} AS s`;
  const { importId: import_id, source, origin, isFirst } = input;
  if (isFirst) await inside.run(`${start} WHERE s.${value} IS NOT NULL`, { import_id });
  else {
    const same = subject.map((name) => `s.${name} IS NOT DISTINCT FROM k.${name}`).join(" AND ");
    await inside.run(
      `${start} LEFT JOIN (${statedSql(side)}) AS k ON ${same}
       WHERE s.${value} IS DISTINCT FROM k.${value}`,
      { import_id, source, target: origin.table },
    );
  }
  await inside.run(`DROP TABLE ${SIDE}`);
}

/** The staged rows, of each key the last one. */
async function lastRows(inside: Statements, { key }: LedgerTarget): Promise<string> {
  const names = key.join(", ");
  const [row] = await inside.rows(
    `SELECT count(*) = count(DISTINCT (${names})) AS is_unique FROM ${STAGED}`,
  );
  if (row?.is_unique === true) return STAGED;
  return `(SELECT * FROM ${STAGED}
    WHERE line IN (SELECT max(line) FROM ${STAGED} GROUP BY ${names}))`;
}

/** What the source stated last about each subject. */
function statedSql({ table, subject, value, since }: Side): string {
  const names = subject.join(", ");
  return `SELECT ${names}, ${value} FROM (
    SELECT ${names}, ${value}, row_number() OVER (
      PARTITION BY ${names} ORDER BY ${since} DESC, import_id DESC, line DESC) AS nth
    FROM ${table} WHERE import_id IN (SELECT import_id FROM imports
      WHERE source = $source AND target = $target AND undone_at IS NULL)
  ) AS stated WHERE nth = 1`;
}
