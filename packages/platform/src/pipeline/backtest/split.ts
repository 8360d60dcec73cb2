import { addDays, daysBetween } from "../calendar.ts";
import { PipelineError } from "../pipeline-error.ts";

/** Where calibration ends and how far the holdout goes. Both days belong to what they end. */
export type Split = {
  readonly historyStart: Date;
  readonly calibrationEnd: Date;
  readonly holdoutEnd: Date;
};

const LONGEST_HOLDOUT_DAYS = 365;
const SHORTEST_HISTORY_DAYS = 90;

/**
 * The split that a run makes by itself: the last year is held out, or the last half of a history
 * of less than two years. Undefined where the history is too short to prove anything.
 */
export function defaultSplit(historyStart: Date, historyEnd: Date): Split | undefined {
  const days = daysBetween(historyStart, historyEnd) + 1;
  if (days < SHORTEST_HISTORY_DAYS) return undefined;
  const holdout = Math.min(LONGEST_HOLDOUT_DAYS, Math.floor(days / 2));
  return { historyStart, calibrationEnd: addDays(historyEnd, -holdout), holdoutEnd: historyEnd };
}

/** @throws PipelineError SPLIT_OUTSIDE_HISTORY unless history start <= calibration end < holdout end */
export function requireInHistory(split: Split, historyEnd: Date): Split {
  const { historyStart, calibrationEnd, holdoutEnd } = split;
  const ordered =
    historyStart <= calibrationEnd && calibrationEnd < holdoutEnd && holdoutEnd <= historyEnd;
  if (!ordered) {
    const message = "calibration must end inside the history, and the holdout after it";
    throw new PipelineError("SPLIT_OUTSIDE_HISTORY", message, {
      historyStart,
      historyEnd,
      calibrationEnd,
      holdoutEnd,
    });
  }
  return split;
}

export function holdoutDays({ calibrationEnd, holdoutEnd }: Split): number {
  return daysBetween(calibrationEnd, holdoutEnd);
}

export function calibrationDays({ historyStart, calibrationEnd }: Split): number {
  return daysBetween(historyStart, calibrationEnd) + 1;
}
