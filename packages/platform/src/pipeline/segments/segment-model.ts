import { segments } from "@kundenwert/models";
import type { StatementOptions } from "../../engines/engine.ts";
import { isoDay } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import { snapshotPeriods } from "../lifecycle/lifecycle-steps.ts";
import type { RunContext, Step } from "../step.ts";
import { MACROS } from "./macro.ts";
import { type MicroVersion, readMicroVersions, writeMicroVersions } from "./micro-version.ts";
import { segmentColumns } from "./segment-columns.ts";
import { drawSample, type Pair, readTransitions } from "./transition-sample.ts";

/** Pairs of month ends that are learned from: older ones hardly count. */
const MOST_PAIRS = 12;
/** Customers × pairs that are learned from at most. */
export const MOST_ROWS = 60_000;
/** From fewer pairs segments are learned, but again as soon as there are these. */
const ENOUGH_PAIRS = 6;
/** Bumped when other segments would be learned from the same snapshots. */
const VERSION = "1";

/**
 * Micro-segments as a step: a first version as soon as there is a month to learn from, a new one
 * every January. A version that was learned stays as it is.
 */
export function segmentModelStep(features: readonly Feature[]): Step {
  return {
    name: "segment_model",
    reads: ["segment_macro"],
    text: VERSION,
    inputs: ({ settings }) => ({ pinned: settings.segments.pinned.join(" ") }),
    checks: {},
    async write(context, table, options) {
      const versions = await readMicroVersions(context.engine);
      const pairs = await pairsOf(context);
      if (isDue(versions.at(-1), pairs)) {
        versions.push(await learn(context, features, pairs, versions, options));
      }
      await writeMicroVersions(context.engine, table, versions);
    },
  };
}

/** Neighbouring month ends, the last ones. */
export async function pairsOf(context: RunContext): Promise<readonly Pair[]> {
  const ends = (await snapshotPeriods(context)).map(({ end }) => end);
  return ends
    .slice(1)
    .map((to, i) => ({ from: ends[i] as Date, to }))
    .slice(-MOST_PAIRS);
}

function isDue(last: MicroVersion | undefined, pairs: readonly Pair[]): boolean {
  const end = pairs.at(-1)?.to;
  if (!end) return false;
  if (!last) return true;
  const isNewYear = isoDay(end).slice(0, 4) > last.learntAt.slice(0, 4);
  return isNewYear || (last.pairs < ENOUGH_PAIRS && pairs.length >= ENOUGH_PAIRS);
}

async function learn(
  context: RunContext,
  features: readonly Feature[],
  pairs: readonly Pair[],
  versions: readonly MicroVersion[],
  options: StatementOptions,
): Promise<MicroVersion> {
  const { engine, settings } = context;
  const end = (pairs.at(-1) as Pair).to;
  const columns = await segmentColumns(engine, features, end);
  const since = (pairs[0] as Pair).from;
  await drawSample(engine, [since, end], Math.floor(MOST_ROWS / pairs.length));
  const sample = await readTransitions({ engine, features, columns }, pairs, options);
  const last = versions.at(-1);
  const micro = keepPinned(
    segments.fitMicroSegments(sample),
    settings.segments.pinned,
    last?.micro,
  );
  return {
    version: versions.length + 1,
    validFrom: isoDay(last ? end : ((pairs[0] as Pair).from as Date)),
    learntAt: isoDay(end),
    pairs: pairs.length,
    rows: sample.macro.length,
    // What a pinned segment asks for stays a column.
    columns: [...columns, ...(last?.columns ?? [])]
      .filter(({ name }, i, all) => all.findIndex((other) => other.name === name) === i)
      .map(({ name, feature, word }) => ({ name, feature, ...(word ? { word } : {}) })),
    micro,
    agreement: segments.segmentAgreement(sample),
  };
}

/** Macro segments with a pinned segment keep the rules of the version before. */
function keepPinned(
  learned: segments.MicroSegments,
  pinned: readonly string[],
  before: segments.MicroSegments | undefined,
): segments.MicroSegments {
  const kept = new Set(pinned.map((id) => id.split(".")[0]));
  let first = 0;
  const trees = learned.trees.map(({ tree }, macro) => {
    const old = kept.has(MACROS[macro]) ? before?.trees[macro]?.tree : undefined;
    const placed = { first, tree: old ?? tree };
    first += placed.tree.leaves;
    return placed;
  });
  return { trees, segments: first };
}
