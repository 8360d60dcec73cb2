import { type Engine, identifier, type Parameters, type Statements } from "../engines/engine.ts";
import { stopIfCancelled } from "../engines/engine-error.ts";
import { isoDay } from "./calendar.ts";
import { digest, readJournal, writeJournal } from "./journal.ts";
import { publishBatch, type StalePeriod, takeAway } from "./period-batch.ts";
import type { RunContext, StepDefinition } from "./step.ts";

/** One stretch of time that a table holds rows of. */
export type Period = {
  readonly end: Date;
  /** A digest of all data that the rows of this period are made from. */
  readonly fingerprint: string;
};

export type Watch = { signal?: AbortSignal | undefined; onProgress: (share: number) => void };

/**
 * A table that is made one period at a time: memory stays bounded, a run that was killed goes on
 * with the period it was at, and another month costs one period.
 */
export type PeriodStep = StepDefinition & {
  readonly periods: {
    /** The table's column that holds the period's end. */
    readonly column: string;
    /** All periods the table should hold, oldest first. */
    list(context: RunContext): Promise<readonly Period[]>;
    /** The rows of one period. If the text changes, the whole table is made again. */
    readonly select: string;
    /** The table's columns with their types, in the order of `select`. */
    readonly columns: string;
    parameters(context: RunContext, end: Date): Parameters;
    /**
     * Parameters that decide how much is read for the same rows, by what the table holds already. They
     * are no part of what makes a period stale.
     */
    shortcut?(end: Date, isHeld: (end: Date) => boolean): Parameters;
    /** What has to be there before the rows of a period can be made. */
    prepare?(context: RunContext, end: Date, watch: Watch): Promise<void>;
  };
};

/**
 * Makes the periods that are missing or stale and takes away those that are no longer wanted. The
 * rows of a period and its journal entry appear together, if the checks hold.
 *
 * @param fingerprint of the step as a whole
 * @returns the number of rows of all periods
 * @throws PipelineError CHECK_FAILED; EngineError, ENGINE_CANCELLED when stopped
 */
export async function publishPeriods(
  step: PeriodStep,
  context: RunContext,
  fingerprint: string,
  watch: Watch,
): Promise<number> {
  const { engine } = context;
  const { periods, name } = step;
  const shape = digest(periods.select);
  let known = await readPeriods(engine, name);
  if (known.get("shape") !== shape || !(await engine.hasTable(name))) {
    await engine.transaction((inside) => startAfresh(inside, step, shape));
    known = new Map();
  }
  const wanted = await periods.list(context);
  await engine.transaction((inside) => drop(inside, step, wanted, known));
  const { stale, held } = tellStale(step, context, wanted, known);
  for (let done = 0; done < stale.length; ) {
    stopIfCancelled(watch.signal);
    const tell = (more: number) => watch.onProgress((done + more) / stale.length);
    tell(0);
    const rest = stale.slice(done);
    // Before the transaction begins: inside of it nothing is seen that others write later.
    await periods.prepare?.(context, (rest[0] as StalePeriod).end, watch);
    done += await engine.transaction((inside) =>
      publishBatch(inside, step, context, rest, held, { ...watch, onProgress: tell }),
    );
  }
  const counted = `SELECT CAST(count(*) AS DOUBLE) AS n FROM ${identifier(name)}`;
  const rows = Number((await engine.rows(counted))[0]?.n);
  await engine.transaction((inside) => writeJournal(inside, { [name]: { fingerprint, rows } }));
  return rows;
}

/** The fingerprints of the periods a table holds, by ISO day of their end. */
export async function readPeriods(engine: Engine, step: string): Promise<Map<string, string>> {
  const start = `${step}/`;
  const journal = await readJournal(engine);
  return new Map(
    [...journal]
      .filter(([name]) => name.startsWith(start))
      .map(([name, entry]) => [name.slice(start.length), entry.fingerprint]),
  );
}

/** The periods to make, oldest first, and the ISO days of the ends of those that are as they should be. */
function tellStale(
  step: PeriodStep,
  context: RunContext,
  wanted: readonly Period[],
  known: ReadonlyMap<string, string>,
): { stale: StalePeriod[]; held: Set<string> } {
  const stale: StalePeriod[] = [];
  const held = new Set<string>();
  for (const period of wanted) {
    const day = isoDay(period.end);
    const fingerprint = fingerprintOf(step, context, period);
    if (known.get(day) === fingerprint) held.add(day);
    else stale.push({ end: period.end, fingerprint, isNew: !known.has(day) });
  }
  return { stale, held };
}

function fingerprintOf(
  { periods, checks }: PeriodStep,
  context: RunContext,
  period: Period,
): string {
  const parameters = periods.parameters(context, period.end);
  return digest([periods.select, Object.values(checks), parameters, period.fingerprint]);
}

async function startAfresh(
  inside: Statements,
  { name, periods: { columns } }: PeriodStep,
  shape: string,
): Promise<void> {
  await inside.run(`DROP TABLE IF EXISTS ${identifier(name)}`);
  await inside.run("DELETE FROM journal WHERE step LIKE $periods", { periods: `${name}/%` });
  await inside.run(`CREATE TABLE ${identifier(name)} (${columns})`);
  await writeJournal(inside, { [`${name}/shape`]: { fingerprint: shape, rows: 0 } }, true);
}

/** Takes away the periods that the table holds and should not. */
async function drop(
  inside: Statements,
  step: PeriodStep,
  wanted: readonly Period[],
  known: ReadonlyMap<string, string>,
): Promise<void> {
  const ends = wanted.map(({ end }) => isoDay(end));
  const gone = [...known.keys()].filter((end) => end !== "shape" && !ends.includes(end));
  for (const end of gone) {
    await takeAway(inside, step, new Date(end));
    await inside.run("DELETE FROM journal WHERE step = $step", { step: `${step.name}/${end}` });
  }
}
