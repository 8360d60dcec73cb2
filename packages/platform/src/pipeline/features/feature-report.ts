import type { Columns, Engine, StatementOptions } from "../../engines/engine.ts";
import { identifier } from "../../engines/engine.ts";
import { readBody, writeBody } from "../body.ts";
import { isoDay, toDay } from "../calendar.ts";
import { snapshotPeriods } from "../lifecycle/lifecycle-steps.ts";
import type { RunContext, Step } from "../step.ts";
import type { UnusedColumn } from "./attribute-features.ts";
import type { Family, Feature, FeatureType, Unit } from "./feature.ts";
import { featureGains, type Gain, type GainSample } from "./feature-gain.ts";
import type { FeaturePlan } from "./feature-plan.ts";

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

/** Months that a gain is measured over. */
const OUTCOME_MONTHS = 3;
/** An even sample of so many customers is judged. */
const MOST_CUSTOMERS = 50_000;
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

type Sample = { readonly columns: Columns; readonly outcome: Float64Array };

/** An even sample of the customers known at `origin`, with what they bought in the months to `end`. */
async function readSample(
  engine: Engine,
  features: readonly Feature[],
  origin: Date,
  end: Date,
  options: StatementOptions,
): Promise<Sample> {
  const columns = features.map(({ name }) => `earlier.${identifier(name)} AS ${name}`);
  const { outcome, ...found } = await engine.columns(
    `SELECT ${columns.join(", ")}, later.purchases_${OUTCOME_MONTHS}m AS outcome
     FROM (
       SELECT customer_id, row_number() OVER (ORDER BY customer_id) AS place, count(*) OVER () AS customers
       FROM snapshot WHERE period_end = $origin
     ) AS numbered
     JOIN snapshot AS earlier
       ON numbered.customer_id = earlier.customer_id AND earlier.period_end = $origin
     JOIN snapshot AS later
       ON numbered.customer_id = later.customer_id AND later.period_end = $end
     WHERE mod(place, CAST(ceil(CAST(customers AS DOUBLE) / $most) AS BIGINT)) = 0
     ORDER BY place`,
    { origin, end, most: MOST_CUSTOMERS },
    options,
  );
  return { columns: found, outcome: outcome as Float64Array };
}

const DAYS_A_MONTH = 365.25 / 12;
/** The mean pace of all stands for so many months beside a customer's own. */
const PRIOR_MONTHS = 3;

async function readGainSample(
  engine: Engine,
  features: readonly Feature[],
  origin: Date,
  end: Date,
  options: StatementOptions,
): Promise<GainSample> {
  const { columns, outcome } = await readSample(engine, features, origin, end, options);
  const bought = columns.purchases_12m as Float64Array;
  const age = columns.days_since_first_purchase as Float64Array;
  const months = age.map((days) =>
    days > 0 ? Math.min(Math.max(days / DAYS_A_MONTH, 1), 12) : 12,
  );
  const all = months.reduce((sum, one) => sum + one, 0);
  const mean = bought.reduce((sum, one) => sum + one, 1) / all;
  return {
    pace: bought.map((n, i) => (n + PRIOR_MONTHS * mean) / ((months[i] as number) + PRIOR_MONTHS)),
    outcome,
    features: relativeToEnd(columns, features, origin),
  };
}

/** A date counts by how long ago it is: calendar days never come again. */
function relativeToEnd(columns: Columns, features: readonly Feature[], origin: Date): Columns {
  return Object.fromEntries(
    features.map(({ name, type }) => {
      const column = columns[name] as Columns[string];
      return [
        name,
        type === "date" && column instanceof Float64Array
          ? column.map((day) => toDay(origin) - day)
          : column,
      ];
    }),
  );
}
