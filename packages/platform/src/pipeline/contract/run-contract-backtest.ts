import type { Workspace } from "../../workspace/workspace.ts";
import { begin } from "../foundation.ts";
import { type RunnerOptions, runSteps } from "../runner.ts";
import type { ContractReport } from "./contract-report.ts";
import { proveContracts } from "./prove-contracts.ts";

/**
 * Proves the methods for contracts on held-out months, without valuing anyone. Undefined where
 * there are none.
 *
 * @throws PipelineError NO_ORDERS; EngineError
 */
export async function runContractBacktest(
  workspace: Workspace,
  { signal, onProgress }: Pick<RunnerOptions, "signal" | "onProgress"> = {},
): Promise<ContractReport | undefined> {
  const { history, context } = await begin(workspace);
  if (!history.hasContracts) return undefined;
  const { report } = await proveContracts(context, {}, (steps) =>
    runSteps(steps, context, { signal, onProgress }),
  );
  return report;
}
