import { createHash } from "node:crypto";
import { type Engine, identifier, type Statements } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import type { LedgerTable } from "../workspace/ledger.ts";
import type { RunContext, StepDefinition } from "./step.ts";

export type JournalEntry = { readonly fingerprint: string; readonly rows: number };

/** What each published step was made from: how a run knows what to do again after any stop. */
export async function readJournal(engine: Engine): Promise<Map<string, JournalEntry>> {
  await engine.run(readSql("journal"));
  const rows = await engine.rows("SELECT step, fingerprint, row_count FROM journal");
  return new Map(
    rows.map((row) => [
      String(row.step),
      { fingerprint: String(row.fingerprint), rows: Number(row.row_count) },
    ]),
  );
}

/**
 * Notes what was published, in the place of what was noted of the same steps before.
 *
 * @param entries by step
 * @param areNew whether nothing is noted of any of them: that spares a cluster a statement
 */
export async function writeJournal(
  statements: Statements,
  entries: Readonly<Record<string, JournalEntry>>,
  areNew = false,
): Promise<void> {
  const noted = Object.entries(entries);
  const parameters = Object.fromEntries(
    noted.flatMap(([step, { fingerprint, rows }], i) => [
      [`step_${i}`, step],
      [`fingerprint_${i}`, fingerprint],
      [`rows_${i}`, rows],
    ]),
  );
  if (!areNew) {
    const steps = noted.map((_, i) => `$step_${i}`);
    await statements.run(`DELETE FROM journal WHERE step IN (${steps.join(", ")})`, parameters);
  }
  const selects = noted.map(
    (_, i) => `SELECT CAST($step_${i} AS VARCHAR), CAST($fingerprint_${i} AS VARCHAR),
      CAST($rows_${i} AS BIGINT), CAST(current_timestamp AS TIMESTAMP)`,
  );
  await statements.run(`INSERT INTO journal ${selects.join(" UNION ALL ")}`, parameters);
}

/** A digest of everything a step's result depends on: its text, its inputs, the tables it reads. */
export function fingerprint(
  step: StepDefinition,
  context: RunContext,
  inputs: readonly (string | undefined)[],
): string {
  return digest([step.text, step.inputs(context), Object.keys(step.checks), inputs]);
}

/** The same for equal facts, another one for others. */
export function digest(facts: unknown): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

/**
 * A digest of the ledger: it changes with every import that adds or takes back rows, and with every
 * customer number that is merged into another one or released.
 */
export async function ledgerFingerprint(engine: Engine): Promise<string> {
  const [row] = await engine.rows(`SELECT
    CAST(coalesce(max(import_id), 0) AS DOUBLE) AS last_import,
    CAST(coalesce(sum(rows_added), 0) AS DOUBLE) AS added,
    CAST(coalesce(sum(rows_superseded), 0) AS DOUBLE) AS superseded,
    CAST(count(undone_at) AS DOUBLE) AS undone
    FROM imports`);
  return JSON.stringify(row) + (await aliasFingerprint(engine));
}

/**
 * A digest of one table of the ledger, and of who is read as whom: it changes with every row that is
 * added or taken away, for a row never changes. It reads two columns of numbers.
 */
export async function tablePrint(engine: Engine, table: LedgerTable): Promise<string> {
  const [row] = await engine.rows(`SELECT CAST(count(*) AS VARCHAR) AS n,
    CAST(max(import_id) AS VARCHAR) AS last_import, CAST(sum(import_id) AS VARCHAR) AS imports,
    CAST(sum(line) AS VARCHAR) AS lines, CAST(sum(mod(line * 7919, 100003)) AS VARCHAR) AS mixed
    FROM ${identifier(table)}`);
  return JSON.stringify(row) + (await aliasFingerprint(engine));
}

/** Which customer numbers are read as others; empty where none ever was. */
export async function aliasFingerprint(engine: Engine): Promise<string> {
  if (!(await engine.hasTable("identity_log"))) return "";
  const [row] = await engine.rows(
    `SELECT CAST(max(entry) AS DOUBLE) AS last_change FROM identity_log
     WHERE action IN ('merged', 'released')`,
  );
  return row?.last_change ? `aliases ${row.last_change}` : "";
}
