import type { Job } from "@kundenwert/contract";

/** Share of a job that is done, in [0, 1]: steps before, and what is known of the step under way. */
export function shareDone({ state, progress }: Job): number {
  if (state === "done") return 1;
  if (!progress) return 0;
  return Math.min(1, (progress.index - 1 + (progress.share ?? 0)) / progress.total);
}
