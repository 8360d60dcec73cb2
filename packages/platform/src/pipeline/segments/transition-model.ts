import { segments } from "@kundenwert/models";
import type { StatementOptions } from "../../engines/engine.ts";
import { writeBody } from "../body.ts";
import { isoDay } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import type { RunContext, Step } from "../step.ts";
import { judgeMonth } from "./judge-month.ts";
import { type MicroVersion, microVersionAt, readMicroVersions } from "./micro-version.ts";
import { keptColumn } from "./segment-columns.ts";
import { MOST_ROWS, pairsOf } from "./segment-model.ts";
import { outlook } from "./transition-outlook.ts";
import { drawSample, type Pair, readTransitions, type SampleSource } from "./transition-sample.ts";
import { readTransitionState, type TransitionState } from "./transition-state.ts";

/** Months of the direct forecast beyond the next one, and the month ends it takes. */
export const QUARTER_MONTHS = 3;
const FEWEST_ENDS = 9;
/** Bumped when the same snapshots would give another model. */
const VERSION = "1";

/**
 * The model of moves as a step, learned anew with every month. It is first tried on the last month
 * by what was known before; where it does worse than the model of the last run, that one stays.
 */
export function transitionModelStep(features: readonly Feature[]): Step {
  return {
    name: "transition_model",
    reads: ["segment_micro"],
    text: VERSION,
    inputs: () => ({}),
    checks: {},
    async write(context, table, options) {
      const before = await readTransitionState(context.engine);
      await writeBody(context.engine, table, await learn(context, features, before, options));
    },
  };
}

/** What people read of the model, so that no screen has to read the model. */
export const transitionReport: Step = {
  name: "transition_report",
  reads: ["transition_model"],
  text: VERSION,
  inputs: () => ({}),
  checks: {},
  async write({ engine }, table) {
    const state = await readTransitionState(engine);
    if (!state) return;
    const { model, quarter, outlook: means, ...report } = state;
    await writeBody(engine, table, report);
  },
};

const NOTHING: TransitionState = {
  reason: "TOO_LITTLE_HISTORY",
  learntAt: null,
  isKept: false,
  version: 0,
  pairs: 0,
  rows: 0,
  model: null,
  quarter: null,
  judged: [],
  forecastFor: null,
  stocks: [],
  outlook: [],
};

async function learn(
  context: RunContext,
  features: readonly Feature[],
  before: TransitionState | undefined,
  options: StatementOptions,
): Promise<TransitionState> {
  const { engine } = context;
  const pairs = await pairsOf(context);
  const end = pairs.at(-1)?.to;
  const version = end && microVersionAt(await readMicroVersions(engine), end);
  const judged = before?.judged ?? [];
  if (!end || !version) return { ...NOTHING, judged };
  const source = { engine, features, columns: columnsOf(version, features) };
  const since = (pairs[0] as Pair).from;
  await drawSample(engine, [since, end], Math.floor(MOST_ROWS / pairs.length));
  const sample = await readTransitions(source, pairs, options);
  const refusal = refusalOf(sample);
  if (refusal) return { ...NOTHING, reason: refusal, judged };
  const trial = judgeMonth(sample, version.micro, isoDay(end), usable(before, version));
  const model =
    trial.isKept && before?.model ? before.model : segments.fitTransitions(sample, version.micro);
  return {
    reason: null,
    learntAt: trial.isKept ? (before?.learntAt ?? null) : isoDay(end),
    isKept: trial.isKept,
    version: version.version,
    pairs: pairs.length,
    rows: sample.macro.length,
    model,
    quarter: await quarterTable(source, pairs, version, options),
    judged: [...judged.filter(({ periodEnd }) => periodEnd !== isoDay(end)), ...trial.judged],
    ...(await outlook(source, model, end, options)),
  };
}

function columnsOf(version: MicroVersion, features: readonly Feature[]) {
  return version.columns.flatMap((column) => keptColumn(column, features) ?? []);
}

function refusalOf(sample: segments.TransitionSample): TransitionState["reason"] {
  if (sample.macro.length === 0) return "TOO_LITTLE_HISTORY";
  const [first] = sample.macro;
  const isOne = [...sample.macro, ...sample.next].every((macro) => macro === first);
  return isOne ? "ONE_SEGMENT" : null;
}

/** A model of the same segments can be compared with the new one. */
function usable(
  before: TransitionState | undefined,
  { version }: MicroVersion,
): segments.TransitionModel | undefined {
  return before?.version === version && before.model ? before.model : undefined;
}

async function quarterTable(
  source: SampleSource,
  pairs: readonly Pair[],
  { micro }: MicroVersion,
  options: StatementOptions,
): Promise<segments.TransitionTable | null> {
  const ends = [pairs[0]?.from as Date, ...pairs.map(({ to }) => to)];
  if (ends.length < FEWEST_ENDS) return null;
  const far = ends.slice(QUARTER_MONTHS).map((to, i) => ({ from: ends[i] as Date, to }));
  const sample = await readTransitions(source, far, options);
  return sample.macro.length > 0 ? segments.transitionTable(sample, micro) : null;
}
