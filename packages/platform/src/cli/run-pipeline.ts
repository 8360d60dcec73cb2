import { type RunOptions, type RunReport, run } from "../pipeline/run.ts";
import type { RunEvent } from "../pipeline/runner.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Session } from "./session.ts";

/** Shows how far the steps of a run are. */
export function onStep({ speech, progress }: Session): (event: RunEvent) => void {
  return ({ step, index, total, share, state }) => {
    const label = `${index}/${total} ${speech.text.steps[step] ?? step}`;
    if (state === "done") progress.done(label);
    else if (state === "unchanged") progress.done(`${label} (${speech.text.unchanged})`);
    else progress.update(label, (index - 1 + share) / total);
  };
}

/** Runs the pipeline and shows how far it is. */
export function runPipeline(
  session: Session,
  workspace: Workspace,
  options: Omit<RunOptions, "signal" | "onProgress"> = {},
): Promise<RunReport> {
  return run(workspace, { ...options, signal: session.signal, onProgress: onStep(session) });
}
