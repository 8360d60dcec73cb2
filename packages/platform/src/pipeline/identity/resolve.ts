import type { Engine, Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { digest, ledgerFingerprint, readJournal, writeJournal } from "../journal.ts";
import { type Alias, type Decision, matchIdentities, type SharedMark } from "./match.ts";

/** What a look at the identities changed. */
export type Resolution = {
  readonly merged: number;
  readonly released: number;
  /** Aliases there are now. */
  readonly aliases: number;
};

const STEP = "customer_alias";
/** Where neither number nor customer names a country. */
const DIAL_CODE = "49";
const WANTED = `SELECT CAST('' AS VARCHAR) AS customer_id, CAST('' AS VARCHAR) AS source,
  CAST('' AS VARCHAR) AS canonical_id, CAST('' AS VARCHAR) AS reason,
  CAST('' AS VARCHAR) AS decided_by WHERE 1 = 0`;

/**
 * Brings customer_alias up to what identifiers and decisions say, and logs every number that was
 * merged or released. Where nothing has changed it looks at the journal and does nothing.
 */
export async function resolveIdentities(engine: Engine): Promise<Resolution> {
  const journal = await readJournal(engine);
  const decisions = await readDecisions(engine);
  const print = digest([await ledgerFingerprint(engine), decisions]);
  const known = journal.get(STEP);
  if (known?.fingerprint === print) return { merged: 0, released: 0, aliases: known.rows };
  const wanted = await wantedAliases(engine, decisions);
  await engine.replaceTable("identity_wanted", WANTED);
  await engine.append("identity_wanted", {
    customer_id: wanted.map(({ customerId }) => customerId),
    source: wanted.map(({ source }) => source),
    canonical_id: wanted.map(({ canonicalId }) => canonicalId),
    reason: wanted.map(({ reason }) => reason),
    decided_by: wanted.map(({ decidedBy }) => decidedBy),
  });
  const changes = await engine.rows(
    `SELECT action, CAST(count(*) AS DOUBLE) AS n
     FROM (${readSql("identity/log_changes")}) AS changes GROUP BY action`,
  );
  const count = (action: string) => Number(changes.find((row) => row.action === action)?.n ?? 0);
  if (changes.length > 0) await publish(engine);
  // The fingerprint of the ledger holds the state of the aliases too, so it is taken last.
  const fingerprint = digest([await ledgerFingerprint(engine), decisions]);
  await engine.transaction((inside) =>
    writeJournal(inside, { [STEP]: { fingerprint, rows: wanted.length } }),
  );
  return { merged: count("merged"), released: count("released"), aliases: wanted.length };
}

/** The log and the aliases change together, or not at all. */
async function publish(engine: Engine): Promise<void> {
  await engine.transaction(async (inside) => {
    await inside.run(`INSERT INTO identity_log ${readSql("identity/log_changes")}`);
    await inside.replaceTable("customer_alias", readSql("identity/next_alias"));
  });
}

/** What people decided, oldest first. */
async function readDecisions(engine: Engine): Promise<Decision[]> {
  const rows = await engine.rows(
    `SELECT action, customer_id, other_id, reason, decided_by FROM identity_log
     WHERE action IN ('merge', 'split', 'apart') ORDER BY entry`,
  );
  return rows.map((row) => ({
    action: row.action as Decision["action"],
    customerId: String(row.customer_id),
    otherId: row.other_id === null ? null : String(row.other_id),
    reason: String(row.reason ?? ""),
    decidedBy: String(row.decided_by ?? ""),
  }));
}

async function wantedAliases(engine: Engine, decisions: readonly Decision[]): Promise<Alias[]> {
  if (!(await hasMarks(engine))) return matchIdentities([], decisions, new Set());
  await makeKeys(engine);
  const marks = await engine.columns(readSql("identity/shared_mark"));
  const contested = await engine.rows(readSql("identity/contested_number"));
  return matchIdentities(
    toMarks(marks as Marks),
    decisions,
    new Set(contested.map(({ customer_id }) => String(customer_id))),
  );
}

/** Makes identity_key anew from identifiers and attributes. */
export async function makeKeys(engine: Engine): Promise<void> {
  await engine.replaceTable("identity_key", readSql("identity/identity_key"), {
    dial_code: DIAL_CODE,
  });
}

async function hasMarks(engine: Engine): Promise<boolean> {
  const [row] = await engine.rows(
    `SELECT CAST((SELECT count(*) FROM identifiers)
       + (SELECT count(*) FROM customer_attributes) AS DOUBLE) AS n`,
  );
  return Number(row?.n) > 0;
}

type Marks = {
  readonly kind: readonly string[];
  readonly mark: readonly string[];
  readonly customer_id: readonly string[];
  readonly place: Float64Array;
  readonly sharers: Float64Array;
};

function toMarks({ kind, mark, customer_id, place, sharers }: Marks): SharedMark[] {
  return kind.map((name, i) => ({
    kind: name,
    mark: mark[i] as string,
    customerId: customer_id[i] as string,
    place: place[i] as number,
    sharers: sharers[i] as number,
  }));
}

/** Every alias with its reason, for people. */
export function listAliases(engine: Engine): Promise<readonly Row[]> {
  return engine.rows(
    `SELECT customer_id, source, canonical_id, CAST(since AS VARCHAR) AS since, reason, decided_by
     FROM customer_alias ORDER BY canonical_id, customer_id, source`,
  );
}
