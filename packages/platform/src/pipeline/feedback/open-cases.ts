import type { Workspace } from "../../workspace/workspace.ts";
import { resolveIdentities } from "../identity/resolve.ts";
import { runSteps } from "../runner.ts";
import { answerSteps } from "./feedback-steps.ts";

/**
 * Reads what customers said as it is in the ledger now, and opens a case for each bad answer: to be
 * called after an import, so that nobody has to wait for a run. Costs nothing where nothing is new.
 */
export async function openCases({ engine, settings }: Workspace): Promise<void> {
  const [known] = await engine.rows("SELECT 1 AS n FROM feedback LIMIT 1");
  if (!known && !(await engine.hasTable("feedback_item"))) return;
  const hasAliases = (await resolveIdentities(engine)).aliases > 0;
  // Beside who is read as whom, these steps depend on nothing that a run decides.
  const context = { engine, settings, asOf: new Date(), hasOrderIds: false, hasReturns: false };
  await runSteps(answerSteps, { ...context, hasAliases });
  // Nobody is worth anything yet; the next run makes this table.
  await engine.run(NOBODY_VALUED);
}

const NOBODY_VALUED = `CREATE TABLE IF NOT EXISTS feedback_customer (customer_id VARCHAR,
  macro VARCHAR, value_class VARCHAR, worth DOUBLE, at_stake DOUBLE)`;
