/** Adds staged rows to the ledger so that nothing is there twice and nothing is lost. */
import type { Statements } from "../engines/engine.ts";
import { supersededOf } from "./ledger-target.ts";

export const STAGED = "import_staged";
const VERSIONS = "import_versions";

export type Merged = {
  readonly added: number;
  readonly known: number;
  readonly superseded: number;
};

/** The imports of $source that count. */
const OF_SOURCE = `import_id IN (SELECT import_id FROM imports
  WHERE source = $source AND target = $target AND undone_at IS NULL)`;

export type MergeInput = {
  /** The table that rows are added to, and its columns but import_id and line. */
  readonly table: string;
  readonly columns: readonly string[];
  readonly importId: number;
  readonly source: string;
  /** Columns that hold the same in all staged rows, in SQL: they need not be compared row by row. */
  readonly constants: Readonly<Record<string, string>>;
  /** What of the staged rows to merge: an SQL condition. */
  readonly where: string;
};

/**
 * Without a key, rows are compared as a multiset: of equal rows the ledger keeps as many as the
 * file or the ledger has, whichever is more.
 */
export async function mergeByContent(inside: Statements, input: MergeInput): Promise<Merged> {
  const { table, columns, importId, source, where, constants } = input;
  const [staged] = await inside.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS count FROM ${STAGED} WHERE ${where}`,
  );
  const count = Number(staged?.count);
  if (count === 0) return { added: 0, known: 0, superseded: 0 };
  const varying = columns.filter((name) => constants[name] === undefined);
  const list = varying.join(", ");
  const alike = [
    OF_SOURCE,
    ...Object.entries(constants).map(([name, sql]) => `${name} IS NOT DISTINCT FROM ${sql}`),
  ];
  const same = varying.map((name) => `s.${name} IS NOT DISTINCT FROM k.${name}`).join(" AND ");
  const added = await inside.run(
    `INSERT INTO ${table}
     SELECT CAST($import_id AS INTEGER), s.line, ${columns.map((name) => `s.${name}`).join(", ")}
     FROM (SELECT *, row_number() OVER (PARTITION BY ${list} ORDER BY line) AS copy
       FROM ${STAGED} WHERE ${where}) AS s
     LEFT JOIN (SELECT ${list}, count(*) AS copies FROM ${table} WHERE ${alike.join(" AND ")}
       GROUP BY ${list}) AS k ON ${same}
     WHERE s.copy > coalesce(k.copies, 0)`,
    { import_id: importId, source, target: table },
  );
  return { added, known: count - added, superseded: 0 };
}

/** Whether a key names one row each, in the file and in what its source has in the ledger. */
export async function isUnique(
  inside: Statements,
  { table, source, where }: MergeInput,
  key: readonly string[],
): Promise<boolean> {
  const names = key.join(", ");
  const twice = (rows: string) =>
    `SELECT 1 AS found FROM (${rows}) AS listed GROUP BY ${names} HAVING count(*) > 1 LIMIT 1`;
  const staged = `SELECT ${names} FROM ${STAGED} WHERE ${where}`;
  if ((await inside.rows(twice(staged))).length > 0) return false;
  const inLedger = `SELECT ${names} FROM ${table} WHERE ${OF_SOURCE}
    AND (${names}) IN (${staged})`;
  return (await inside.rows(twice(inLedger), { source, target: table })).length === 0;
}

/**
 * With a key, a row that is there with the same content is known; one with other content moves
 * aside and makes room. Within a file the later row counts.
 */
export async function mergeByKey(
  inside: Statements,
  input: MergeInput,
  key: readonly string[],
): Promise<Merged> {
  const { table, columns, importId, source } = input;
  await inside.run(versionsSql(input, key), { source, target: table });
  const [counts] = await inside.rows(`SELECT
    CAST(coalesce(sum(CASE WHEN NOT changed THEN 1 ELSE 0 END), 0) AS DOUBLE) AS known,
    CAST(coalesce(sum(CASE WHEN changed AND is_new THEN 1 ELSE 0 END), 0) AS DOUBLE) AS added,
    CAST(coalesce(sum(CASE WHEN changed AND NOT is_new THEN 1 ELSE 0 END), 0) AS DOUBLE) AS superseded
    FROM ${VERSIONS}`);
  await moveAside(inside, table, importId);
  const list = ["line", ...columns].join(", ");
  const own = { import_id: importId };
  await inside.run(
    `INSERT INTO ${supersededOf(table)}
     SELECT CAST($import_id AS INTEGER), CAST($import_id AS INTEGER), ${list}
     FROM ${VERSIONS} WHERE changed AND NOT is_last`,
    own,
  );
  await inside.run(
    `INSERT INTO ${table} SELECT CAST($import_id AS INTEGER), ${list}
     FROM ${VERSIONS} WHERE changed AND is_last`,
    own,
  );
  await inside.run(`DROP TABLE ${VERSIONS}`);
  return {
    added: Number(counts?.added),
    known: Number(counts?.known),
    superseded: Number(counts?.superseded),
  };
}

/**
 * Every staged row beside the version before it: the row above it in the file with the same key,
 * else the ledger's. `is_last`: no later row of the key changes anything.
 */
function versionsSql({ table, columns, where }: MergeInput, key: readonly string[]): string {
  const names = key.join(", ");
  const content = (alias: string) => `row(${columns.map((name) => `${alias}.${name}`).join(", ")})`;
  const sameKey = key.map((name) => `s.${name} = o.${name}`).join(" AND ");
  const before = `lag(content) OVER (PARTITION BY ${names} ORDER BY line)`;
  const nth = `row_number() OVER (PARTITION BY ${names} ORDER BY line)`;
  const later = `PARTITION BY ${names} ORDER BY line ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING`;
  return `CREATE TEMP TABLE ${VERSIONS} AS
    SELECT * EXCLUDE (content, old, before), coalesce(sum(CASE WHEN changed THEN 1 ELSE 0 END)
        OVER (${later}), 0) = 0 AS is_last
    FROM (SELECT *,
        CASE WHEN nth > 1 THEN content IS DISTINCT FROM before
          WHEN old_import IS NULL THEN TRUE ELSE content IS DISTINCT FROM old END AS changed,
        nth = 1 AND old_import IS NULL AS is_new
      FROM (SELECT *, ${before} AS before, ${nth} AS nth
        FROM (SELECT s.*, ${content("s")} AS content, ${content("o")} AS old,
            o.import_id AS old_import, o.line AS old_line
          FROM (SELECT * FROM ${STAGED} WHERE ${where}) AS s
          LEFT JOIN (SELECT * FROM ${table} WHERE ${OF_SOURCE}) AS o ON ${sameKey}) AS joined) AS ordered) AS judged`;
}

/** The ledger's rows whose key comes with other content. */
async function moveAside(inside: Statements, table: string, importId: number): Promise<void> {
  const replaced = `(import_id, line) IN
    (SELECT (old_import, old_line) FROM ${VERSIONS} WHERE changed AND old_import IS NOT NULL)`;
  await inside.run(
    `INSERT INTO ${supersededOf(table)}
     SELECT CAST($import_id AS INTEGER), * FROM ${table} WHERE ${replaced}`,
    { import_id: importId },
  );
  await inside.run(`DELETE FROM ${table} WHERE ${replaced}`);
}
