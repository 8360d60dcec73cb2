import type { PeriodStep } from "./period-step.ts";
import { type RunnerOptions, runSteps, type StepReport } from "./runner.ts";
import type { RunContext, Step } from "./step.ts";

/** Runs the steps of a run part by part, and counts them through. */
export type RunParts = {
  /** What was made so far. */
  readonly made: readonly StepReport[];
  /** @throws as `runSteps` */
  make(steps: readonly (Step | PeriodStep)[]): Promise<void>;
  /** Says that there are so many more steps than was known at first; fewer where negative. */
  add(steps: number): void;
};

/** @param total how many steps all parts have together, as far as is known */
export function runParts(
  context: RunContext,
  total: number,
  { signal, onProgress }: Pick<RunnerOptions, "signal" | "onProgress">,
): RunParts {
  const made: StepReport[] = [];
  let all = total;
  return {
    made,
    add(steps) {
      all += steps;
    },
    async make(steps) {
      const place = { before: made.length, total: all };
      made.push(...(await runSteps(steps, context, { place, signal, onProgress })));
    },
  };
}
