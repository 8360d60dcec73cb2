import type { Engine } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { throughAlias } from "../identity/through-alias.ts";
import type { Step } from "../step.ts";

const SQL = readSql("contract/subscription_phase");

/** Whether a later import told of another state of a phase that the ledger already held. */
export async function hasReplacedPhases(engine: Engine): Promise<boolean> {
  const found = await engine.rows(
    `SELECT 1 AS found FROM subscriptions_superseded WHERE superseded_by <> import_id
       AND import_id IN (SELECT import_id FROM imports WHERE undone_at IS NULL) LIMIT 1`,
  );
  return found.length > 0;
}

/** Phases with the days they held; empty where the ledger itself holds them as they were. */
export const subscriptionPhase: Step = {
  name: "subscription_phase",
  reads: ["orders"],
  text: SQL,
  inputs: () => ({}),
  checks: {},
  write({ engine, hasAliases, replacedPhases }, table, options) {
    const select = hasAliases ? throughAlias(SQL) : SQL;
    const read = replacedPhases ? select : `SELECT * FROM (${select}) AS none LIMIT 0`;
    return engine.replaceTable(table, read, {}, options);
  },
};

/** The same query, reading phases of contracts with the days they held. */
export function throughPhases(sql: string): string {
  return reading(sql, "subscription_phase");
}

const OF_ONE = "customer_id = $customer_id";
const PHASES_OF_ONE = SQL.replaceAll(/--.*$/gm, "")
  .replace("FROM subscriptions\n", `FROM subscriptions WHERE ${OF_ONE}\n`)
  .replace("WHERE superseded_by", `WHERE ${OF_ONE} AND superseded_by`);

/** The same for a query about $customer_id alone, as the ledger is now: no run need have been. */
export function throughPhasesOfOne(sql: string): string {
  return reading(sql, `(${PHASES_OF_ONE})`);
}

function reading(sql: string, phases: string): string {
  return sql
    .replaceAll(/--.*$/gm, "")
    .replaceAll(
      /\b(FROM|JOIN)\s+subscriptions\b(?:\s+AS\s+(\w+))?/gi,
      (_, verb: string, name = "subscriptions") => `${verb} ${phases} AS ${name}`,
    );
}
