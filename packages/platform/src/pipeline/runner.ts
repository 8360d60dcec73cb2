import { type Engine, identifier } from "../engines/engine.ts";
import { stopIfCancelled } from "../engines/engine-error.ts";
import type { LedgerTable } from "../workspace/ledger.ts";
import { checkRows } from "./check.ts";
import {
  fingerprint,
  ledgerFingerprint,
  readJournal,
  tablePrint,
  writeJournal,
} from "./journal.ts";
import { type PeriodStep, publishPeriods, type Watch } from "./period-step.ts";
import type { RunContext, Step } from "./step.ts";

export type RunEvent = {
  readonly step: string;
  /** Place of the step among `total`, from 1. */
  readonly index: number;
  readonly total: number;
  /** Share of the step that is done, in [0, 1]. */
  readonly share: number;
  readonly state: "started" | "progress" | "done" | "unchanged";
};

export type StepReport = {
  readonly name: string;
  readonly rows: number;
  readonly seconds: number;
  readonly state: "done" | "unchanged";
};

export type RunnerOptions = {
  /** Where these steps stand among all steps of a run; they are all of them if absent. */
  readonly place?: { readonly before: number; readonly total: number };
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((event: RunEvent) => void) | undefined;
};

/** Stands for the whole ledger; `ledger/usage` for one table of it. */
const LEDGER = "orders";
const ONE_TABLE = "ledger/";

/**
 * Makes every step that is stale, in order, and leaves the others alone. A step's table appears
 * only when its checks hold, together with its journal entry; so a run that was killed anywhere
 * is finished by the next one.
 *
 * @throws PipelineError CHECK_FAILED with the first rows that fail; EngineError, ENGINE_CANCELLED
 *   when stopped
 */
export async function runSteps(
  steps: readonly (Step | PeriodStep)[],
  context: RunContext,
  options: RunnerOptions = {},
): Promise<StepReport[]> {
  const { engine } = context;
  const journal = await readJournal(engine);
  const { before, total } = options.place ?? { before: 0, total: steps.length };
  const fingerprints = new Map([[LEDGER, await ledgerFingerprint(engine)]]);
  const reports: StepReport[] = [];
  for (const [at, step] of steps.entries()) {
    stopIfCancelled(options.signal);
    const tell = (state: RunEvent["state"], share: number) =>
      options.onProgress?.({ step: step.name, index: before + at + 1, total, share, state });
    await addLedgerFingerprints(engine, step.reads, fingerprints);
    const inputs = step.reads.map(
      (table) => fingerprints.get(table) ?? journal.get(table)?.fingerprint,
    );
    const digest = fingerprint(step, context, inputs);
    fingerprints.set(step.name, digest);
    const published = journal.get(step.name);
    if (published?.fingerprint === digest && (await engine.hasTable(step.name))) {
      tell("unchanged", 1);
      reports.push({ name: step.name, rows: published.rows, seconds: 0, state: "unchanged" });
      continue;
    }
    tell("started", 0);
    const started = performance.now();
    const watch = {
      signal: options.signal,
      onProgress: (share: number) => tell("progress", share),
    };
    const rows =
      "periods" in step
        ? await publishPeriods(step, context, digest, watch)
        : await publish(step, context, { digest, isNew: published === undefined }, watch);
    const seconds = (performance.now() - started) / 1000;
    tell("done", 1);
    reports.push({ name: step.name, rows, seconds, state: "done" });
  }
  return reports;
}

/** Adds the fingerprints of the ledger's tables that a step reads by name, each looked at once. */
async function addLedgerFingerprints(
  engine: Engine,
  reads: readonly string[],
  fingerprints: Map<string, string>,
): Promise<void> {
  for (const name of reads) {
    if (!name.startsWith(ONE_TABLE) || fingerprints.has(name)) continue;
    fingerprints.set(name, await tablePrint(engine, name.slice(ONE_TABLE.length) as LedgerTable));
  }
}

async function publish(
  step: Step,
  context: RunContext,
  { digest, isNew }: { readonly digest: string; readonly isNew: boolean },
  watch: Watch,
): Promise<number> {
  const { engine } = context;
  const table = identifier(step.name);
  const aside = `${table}__next`;
  await step.write(context, aside, watch);
  const rows = await checkRows(engine, step, aside);
  await engine.transaction(async (statements) => {
    await statements.run(`DROP TABLE IF EXISTS ${table}`);
    await statements.run(`ALTER TABLE ${aside} RENAME TO ${table}`);
    await writeJournal(statements, { [step.name]: { fingerprint: digest, rows } }, isNew);
  });
  return rows;
}
