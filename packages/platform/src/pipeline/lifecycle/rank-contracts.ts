import type { Engine, StatementOptions } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { addDays } from "../calendar.ts";
import { GAP_DAYS } from "../contract/contract.ts";
import { readContractFits } from "../contract/contract-fits.ts";
import type { ContractMethod } from "../contract/contract-method.ts";
import { type Begun, expectedMonths } from "../contract/contract-score.ts";
import { type RunContext, type Step, sqlStep } from "../step.ts";

/** What of contracts all month ends share. */
export const rankPhase: Step = sqlStep({
  name: "rank_phase",
  file: "lifecycle/rank_phase",
  reads: ["orders"],
  parameters: ({ asOf, settings }) => ({
    as_of: asOf,
    currency: settings.currency,
    gap_days: GAP_DAYS,
  }),
  checks: {
    "no contract begins after its phase": "contract_start > started_on AND state <> 'trial'",
  },
});

const CONTRACT_SQL = readSql("lifecycle/rank_contract");
const EMPTY_SCORE = `SELECT CAST('' AS VARCHAR) AS plan, CAST(0 AS DOUBLE) AS months,
  CAST(0 AS DOUBLE) AS months_ahead WHERE 1 = 0`;

/**
 * Writes the contracts as they stood at the end of a month (rank_contract) and how many of the next
 * months each distinct one is expected to stay for (rank_contract_score).
 *
 * @param method what values contracts; absent where there are none
 * @returns the share of a fee that a paused contract is worth; null without contracts
 */
export async function scoreContracts(
  { engine, settings }: RunContext,
  end: Date,
  method: ContractMethod | undefined,
  options: StatementOptions,
): Promise<number | null> {
  const days = { period_end: end, day_after: addDays(end, 1) };
  await engine.replaceTable("rank_contract", CONTRACT_SQL, days, options);
  await engine.replaceTable("rank_contract_score", EMPTY_SCORE);
  if (!method) return null;
  const fits = await readContractFits(engine, "contract_fits");
  const begun = await readRunning(engine, options);
  const months = settings.horizons[0] as number;
  await engine.append("rank_contract_score", {
    ...begun,
    months_ahead: expectedMonths(begun, fits, method, months),
  });
  return fits.resumeShare;
}

async function readRunning(engine: Engine, options: StatementOptions): Promise<Begun> {
  const columns = await engine.columns(
    `SELECT plan, months FROM rank_contract WHERE state <> 'ended'
     GROUP BY plan, months ORDER BY plan, months`,
    {},
    options,
  );
  return columns as Begun;
}
