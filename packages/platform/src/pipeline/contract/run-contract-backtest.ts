import type { Workspace } from "../../workspace/workspace.ts";
import { begin } from "../foundation.ts";
import { runParts } from "../run-parts.ts";
import type { RunnerOptions } from "../runner.ts";
import type { ContractReport } from "./contract-report.ts";
import { CONTRACT_STEPS, proveContracts } from "./prove-contracts.ts";

/**
 * Proves the methods for contracts on held-out months, without valuing anyone. Undefined where
 * there are none.
 *
 * @throws PipelineError NO_ORDERS; EngineError
 */
export async function runContractBacktest(
  workspace: Workspace,
  options: Pick<RunnerOptions, "signal" | "onProgress"> = {},
): Promise<ContractReport | undefined> {
  const { history, context } = await begin(workspace);
  if (!history.hasContracts) return undefined;
  const parts = runParts(context, CONTRACT_STEPS, options);
  const { report } = await proveContracts(context, {}, parts);
  return report;
}
