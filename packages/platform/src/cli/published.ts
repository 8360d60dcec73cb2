import { type Equity, readEquity } from "../pipeline/equity.ts";
import { notMade } from "../pipeline/not-made.ts";
import { lastRun, type RunReport } from "../pipeline/run.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { CliError } from "./cli-error.ts";

/** What a run has left to be read. */
export type Published = { readonly run: RunReport; readonly equity: readonly Equity[] };

/** @throws PipelineError NO_RUN_YET, NO_VALUES */
export async function readPublished({ engine }: Workspace): Promise<Published> {
  const run = await lastRun(engine);
  if (!run || run.method === null) throw await notMade(engine, "nothing has been valued yet");
  return { run, equity: await readEquity(engine) };
}

/** The wanted horizon, or the first of the settings. @throws CliError HORIZON_UNKNOWN */
export function pickHorizon(
  { equity }: Published,
  { settings }: Workspace,
  wanted: string | undefined,
): Equity {
  const months = wanted === undefined ? settings.horizons[0] : Number(wanted);
  const found = equity.find(({ horizonMonths }) => horizonMonths === months);
  if (found) return found;
  const allowed = equity.map(({ horizonMonths }) => horizonMonths);
  throw new CliError("HORIZON_UNKNOWN", { horizon: wanted ?? months, allowed });
}
