import { type Engine, identifier, type StatementOptions } from "../../engines/engine.ts";
import { readBody, writeBody } from "../body.ts";
import { isoDay } from "../calendar.ts";
import { snapshotPeriods } from "../lifecycle/lifecycle-steps.ts";
import type { RunContext, Step } from "../step.ts";
import type { UnusedColumn } from "./attribute-features.ts";
import type { Family, Feature, FeatureType, Unit } from "./feature.ts";
import { featureGains, type Gain } from "./feature-gain.ts";
import type { FeaturePlan } from "./feature-plan.ts";
import { OUTCOME_MONTHS, readGainSample, readSample } from "./gain-sample.ts";

/** What each feature is, how much is known of it, and what it adds to the recent pace. */
export type FeatureReport = {
  /** The month end that coverage is counted at; null where there is no snapshot yet. */
  readonly periodEnd: string | null;
  readonly customers: number;
  /** What the gains were measured on; null where the history is too short. */
  readonly judged: {
    readonly learntAt: string;
    readonly judgedAt: string;
    readonly outcomeUntil: string;
    readonly customers: number;
    readonly purchases: number;
  } | null;
  readonly features: readonly FeatureLine[];
  readonly unused: readonly UnusedColumn[];
};

export type FeatureLine = {
  readonly name: string;
  readonly family: Family;
  readonly type: FeatureType;
  readonly unit: Unit;
  readonly source: string;
  readonly meaning: { readonly de: string; readonly en: string };
  /** Share of customers of whom it is known. */
  readonly coverage: number;
  /** Different values, among an even sample of customers. */
  readonly values: number;
  /** Share of the deviance it takes away, with its 95 % interval; null where none was measured. */
  readonly gain: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

const FEWEST_PURCHASES = 50;
/** The 97.5 % point of the normal. */
const Z = 1.96;
/** Bumped when the report would come out otherwise from the same snapshots. */
const VERSION = "1";

/** The report on features as a step: a table of one row of JSON. */
export function featureReportStep(plan: FeaturePlan): Step {
  return {
    name: "feature_report",
    reads: ["snapshot"],
    text: JSON.stringify([
      VERSION,
      plan.features.map(({ name, meaning }) => [name, meaning]),
      plan.unused,
    ]),
    inputs: () => ({}),
    checks: {},
    async write(context, table, options) {
      await writeBody(context.engine, table, await report(context, plan, options));
    },
  };
}

/** The report of the last run; undefined where none has taken snapshots. */
export async function readFeatureReport(engine: Engine): Promise<FeatureReport | undefined> {
  return (await engine.hasTable("feature_report")) ? readBody(engine, "feature_report") : undefined;
}

async function report(
  context: RunContext,
  { features, unused }: FeaturePlan,
  options: StatementOptions,
): Promise<FeatureReport> {
  const periods = (await snapshotPeriods(context)).map(({ end }) => end);
  const last = periods.at(-1);
  if (!last) return { periodEnd: null, customers: 0, judged: null, features: [], unused };
  const { customers, known } = await coverage(context.engine, features, last);
  const sample = await readSample(context.engine, features, last, last, options);
  const measured = await measure(context.engine, features, periods, options);
  return {
    periodEnd: isoDay(last),
    customers,
    judged: measured?.judged ?? null,
    features: features.map((feature) => {
      const column = sample.columns[feature.name];
      return toLine(feature, {
        coverage: customers > 0 ? (known[feature.name] as number) / customers : 0,
        values: new Set([...(column ?? [])].filter(isKnown)).size,
        gain: measured?.gains[feature.name],
      });
    }),
    unused: [...unused, ...notYetValid(features, known)],
  };
}

/** Attributes whose first value begins after the last snapshot: no snapshot may know them. */
function notYetValid(
  features: readonly Feature[],
  known: Readonly<Record<string, number>>,
): UnusedColumn[] {
  return features
    .filter(({ source, name }) => source === "attribute_phase" && known[name] === 0)
    .map(({ parameters = {} }) => ({
      table: "customer_attributes",
      column: String(Object.values(parameters)[0]),
      reason: "NOT_YET_VALID",
      values: null,
    }));
}

function isKnown(value: number | string | null): boolean {
  return value !== null && !Number.isNaN(value);
}

function toLine(
  { name, family, type, unit, source, meaning }: Feature,
  facts: { coverage: number; values: number; gain: Gain | undefined },
): FeatureLine {
  const { coverage: share, values, gain } = facts;
  const half = gain ? Z * gain.standardError : 0;
  return {
    name,
    family,
    type,
    unit,
    source,
    meaning,
    coverage: share,
    values,
    gain: gain ? gain.gain : null,
    low: gain ? gain.gain - half : null,
    high: gain ? gain.gain + half : null,
  };
}

async function coverage(
  engine: Engine,
  features: readonly Feature[],
  end: Date,
): Promise<{ customers: number; known: Record<string, number> }> {
  const counts = features.map(
    ({ name }) => `CAST(count(${identifier(name)}) AS DOUBLE) AS ${name}`,
  );
  const [row = {}] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS all_customers, ${counts.join(", ")}
     FROM snapshot WHERE period_end = $end`,
    { end },
  );
  return { customers: Number(row.all_customers), known: row as Record<string, number> };
}

/** Learns half a year ago, judges a quarter ago: what the last quarter brought decides. */
async function measure(
  engine: Engine,
  features: readonly Feature[],
  periods: readonly Date[],
  options: StatementOptions,
): Promise<{ judged: FeatureReport["judged"]; gains: Record<string, Gain> } | undefined> {
  const [end, origin, learning] = [1, 1 + OUTCOME_MONTHS, 1 + 2 * OUTCOME_MONTHS].map((back) =>
    periods.at(-back),
  );
  if (!end || !origin || !learning) return undefined;
  const past = await readGainSample(engine, features, learning, origin, options);
  const present = await readGainSample(engine, features, origin, end, options);
  const purchases = present.outcome.reduce((all, one) => all + one, 0);
  const learnt = past.outcome.reduce((all, one) => all + one, 0);
  if (purchases < FEWEST_PURCHASES || learnt < FEWEST_PURCHASES) return undefined;
  return {
    judged: {
      learntAt: isoDay(learning),
      judgedAt: isoDay(origin),
      outcomeUntil: isoDay(end),
      customers: present.outcome.length,
      purchases,
    },
    gains: featureGains(past, present),
  };
}
