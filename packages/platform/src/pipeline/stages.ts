import type { PeriodStep } from "./period-step.ts";
import { type RunnerOptions, runSteps, type StepReport } from "./runner.ts";
import type { RunContext, Step } from "./step.ts";

/** Runs the steps of a run part by part, and counts them through. */
export type Stages = {
  /** What was made so far. */
  readonly made: readonly StepReport[];
  /** @throws as `runSteps` */
  make(steps: readonly (Step | PeriodStep)[]): Promise<void>;
  /** Says that there are more steps than was known at first. */
  add(steps: number): void;
};

/** @param total how many steps all parts have together, as far as is known */
export function stagesOf(
  context: RunContext,
  total: number,
  { signal, onProgress }: Pick<RunnerOptions, "signal" | "onProgress">,
): Stages {
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
