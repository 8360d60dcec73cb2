import type { Engine, Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { PipelineError } from "../pipeline-error.ts";
import { type Decision, MOST_SHARERS } from "./match.ts";
import { makeKeys, type Resolution, resolveIdentities } from "./resolve.ts";

/**
 * Writes down what a person decided and lets it take effect. Values follow with the next run.
 *
 * @throws PipelineError CUSTOMER_UNKNOWN, MERGE_WITH_ITSELF
 */
export async function decide(engine: Engine, decision: Decision): Promise<Resolution> {
  const { action, customerId, otherId, reason, decidedBy } = decision;
  await requireKnown(engine, customerId);
  if (action !== "split") await requireKnown(engine, String(otherId));
  if (customerId === otherId && action !== "split") {
    const message = `${customerId} is that person already`;
    throw new PipelineError("MERGE_WITH_ITSELF", message, { customer: customerId });
  }
  await engine.run(
    `INSERT INTO identity_log
     SELECT CAST((SELECT coalesce(max(entry), 0) + 1 FROM identity_log) AS INTEGER),
       CAST(current_timestamp AS TIMESTAMP), $action, $customer_id, $other_id, $reason, $decided_by`,
    { action, customer_id: customerId, other_id: otherId, reason, decided_by: decidedBy },
  );
  return resolveIdentities(engine);
}

/** A number that stands in the ledger, or that a split has made. */
async function requireKnown(engine: Engine, customer: string): Promise<void> {
  const [known] = await engine.rows(readSql("customer_360/known"), { customer_id: customer });
  if (known) return;
  const [marked] = await engine.rows(
    `SELECT 1 AS known FROM identifiers WHERE customer_id = $customer
     UNION ALL SELECT 1 FROM customer_alias WHERE canonical_id = $customer LIMIT 1`,
    { customer },
  );
  if (marked) return;
  throw new PipelineError("CUSTOMER_UNKNOWN", `There is no customer ${customer}`, { customer });
}

/** Pairs that may be one person and numbers that may be two, for people to decide. */
export async function reviewList(engine: Engine): Promise<readonly Row[]> {
  await makeKeys(engine);
  const near = await engine.rows(readSql("identity/near_match"), { most_sharers: MOST_SHARERS });
  const contested = await engine.rows(
    `SELECT customer_id, other_source AS other_id, CAST('two_sources' AS VARCHAR) AS reason,
       source || ', ' || other_source AS evidence
     FROM (${readSql("identity/contested_number")}) AS contested`,
  );
  return [...near, ...contested];
}
