import type { Engine } from "../engines/engine.ts";
import { PipelineError } from "./pipeline-error.ts";
import { readReport } from "./report.ts";

/**
 * Why something is not there to be read: NO_VALUES where the last run had nothing that it could
 * value, else NO_RUN_YET.
 *
 * @param message for people, where no run has made it yet
 */
export async function notMade(engine: Engine, message: string): Promise<PipelineError> {
  const run = await readReport<{ readonly method: string | null }>(engine, "run");
  if (run?.method === null) {
    return new PipelineError("NO_VALUES", "there are no orders or contracts that could be valued");
  }
  return new PipelineError("NO_RUN_YET", message);
}

/**
 * @param message for people, where no run has made the table yet
 * @throws PipelineError NO_RUN_YET, NO_VALUES
 */
export async function requireMade(engine: Engine, table: string, message: string): Promise<void> {
  if (!(await engine.hasTable(table))) throw await notMade(engine, message);
}
