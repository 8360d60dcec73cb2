import type { Engine, StatementOptions } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { contractDefinition } from "../contract/contract.ts";
import { readContractFits } from "../contract/contract-fits.ts";
import type { ContractMethod } from "../contract/contract-method.ts";
import { expectedMonths, readBegun } from "../contract/contract-score.ts";
import { asRead, type RunContext } from "../step.ts";

const CONTRACT_SQL = readSql("contract/contract");
const EMPTY_CONTRACT = `SELECT CAST('' AS VARCHAR) AS customer_id, CAST('' AS VARCHAR) AS plan,
  CAST('' AS VARCHAR) AS state, CAST(0 AS DOUBLE) AS months, CAST(0 AS DOUBLE) AS monthly_fee
  WHERE 1 = 0`;
const EMPTY_SCORE = `SELECT CAST('' AS VARCHAR) AS plan, CAST(0 AS DOUBLE) AS months,
  CAST(0 AS DOUBLE) AS months_ahead WHERE 1 = 0`;

/**
 * Writes the contracts as they stood at the end of a month (rank_contract) and how many of the next
 * months each distinct one is expected to stay for (rank_contract_score). An end that lay ahead by
 * then was not known.
 *
 * @returns the share of a fee that a paused contract is worth
 */
export async function scoreContracts(
  context: RunContext,
  end: Date,
  method: ContractMethod,
  options: StatementOptions,
): Promise<number> {
  const { engine, settings } = context;
  const parameters = contractDefinition.parameters?.({ ...context, asOf: end });
  await engine.replaceTable("rank_contract", asRead(CONTRACT_SQL, context), parameters, options);
  const fits = await readContractFits(engine, "contract_fits");
  const begun = await readBegun(engine, "rank_contract", options);
  const months = settings.horizons[0] as number;
  await engine.replaceTable("rank_contract_score", EMPTY_SCORE);
  await engine.append("rank_contract_score", {
    ...begun,
    months_ahead: expectedMonths(begun, fits, method, months),
  });
  return fits.resumeShare;
}

/** Where there are no contracts, nobody has one. */
export async function withoutContracts(engine: Engine): Promise<void> {
  await engine.replaceTable("rank_contract", EMPTY_CONTRACT);
  await engine.replaceTable("rank_contract_score", EMPTY_SCORE);
}
