import { identifier, type Statements } from "../engines/engine.ts";
import { stopIfCancelled } from "../engines/engine-error.ts";
import { isoDay } from "./calendar.ts";
import { checkRows } from "./check.ts";
import { type JournalEntry, writeJournal } from "./journal.ts";
import type { Period, PeriodStep, Watch } from "./period-step.ts";
import { asRead, type RunContext } from "./step.ts";

/** A period to make; `fingerprint` is the one to note of it. */
export type StalePeriod = Period & {
  /** Whether the table holds no rows of it. */
  readonly isNew: boolean;
};

/** On a cluster each publishing costs seconds, however few the rows: until then more are awaited. */
const TOGETHER_MS = 30_000;

/**
 * Makes the next periods and publishes them together, with their journal entries: one on one
 * machine, as many as are made within half a minute on a cluster.
 *
 * @param stale oldest first; the first one is prepared already
 * @param held the ISO days of the ends of all periods that the table holds as they should be; those
 *   that are made are added
 * @returns how many were made
 * @throws PipelineError CHECK_FAILED; EngineError
 */
export async function publishBatch(
  inside: Statements,
  step: PeriodStep,
  context: RunContext,
  stale: readonly StalePeriod[],
  held: Set<string>,
  watch: Watch,
): Promise<number> {
  const { name, periods } = step;
  const until = context.engine.dialect === "trino" ? performance.now() + TOGETHER_MS : 0;
  const made: StalePeriod[] = [];
  const entries: Record<string, JournalEntry> = {};
  for (const period of stale) {
    if (made.length > 0) {
      stopIfCancelled(watch.signal);
      watch.onProgress(made.length);
      await periods.prepare?.(context, period.end, watch);
    }
    const rows = await replace(inside, step, context, period, held, watch);
    entries[`${name}/${isoDay(period.end)}`] = { fingerprint: period.fingerprint, rows };
    held.add(isoDay(period.end));
    made.push(period);
    if (performance.now() > until) break;
  }
  const { column } = periods;
  await checkRows(inside, step, name, { column, values: made.map(({ end }) => end) });
  const areNew = made.every(({ isNew }) => isNew);
  await writeJournal(inside, entries, areNew);
  return made.length;
}

/** @returns the number of rows */
async function replace(
  inside: Statements,
  step: PeriodStep,
  context: RunContext,
  { end, isNew }: StalePeriod,
  held: ReadonlySet<string>,
  { signal }: Watch,
): Promise<number> {
  const { name, periods } = step;
  const select = asRead(periods.select, context);
  const parameters = {
    ...periods.parameters(context, end),
    ...periods.shortcut?.(end, (other) => held.has(isoDay(other))),
  };
  if (!isNew) await takeAway(inside, step, end);
  return inside.run(`INSERT INTO ${identifier(name)} ${select}`, parameters, { signal });
}

/** Takes the rows of a period out of the table. */
export async function takeAway(
  inside: Statements,
  { name, periods: { column } }: PeriodStep,
  end: Date,
): Promise<void> {
  const where = `${identifier(column)} = $end`;
  await inside.run(`DELETE FROM ${identifier(name)} WHERE ${where}`, { end });
}
