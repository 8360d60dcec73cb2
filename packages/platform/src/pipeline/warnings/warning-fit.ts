import { setImmediate } from "node:timers/promises";
import type { StatementOptions } from "../../engines/engine.ts";
import { stopIfCancelled } from "../../engines/engine-error.ts";
import { readBody, writeBody } from "../body.ts";
import { fromDay, isoDay } from "../calendar.ts";
import type { FeaturePlan } from "../features/feature-plan.ts";
import { readMacroRules } from "../segments/macro-rule.ts";
import type { RunContext, Step } from "../step.ts";
import { type Basis, fitBasis } from "./basis.ts";
import { readEvents } from "./events.ts";
import { basisOfPast, judge, judgedOrigins, type Quality } from "./judge.ts";
import { WARNING_KINDS, type WarningKind } from "./kind.ts";
import { eligibleRows, learn, outcomesOf, type RiskFit } from "./learn.ts";
import type { Material } from "./material.ts";
import { everybodyAt } from "./origin-rows.ts";
import { countBuyers, readCalendar, readMaterial, sampleOf } from "./read-material.ts";
import { snapshotNames } from "./snapshot-names.ts";
import { findTriggers, type Trigger } from "./trigger.ts";

/** What warnings are made with, and how good they would have been. Plain JSON. */
export type WarningFit = {
  /** The month end that is warned at; null where there is no snapshot with a buyer. */
  readonly periodEnd: string | null;
  readonly months: number;
  readonly budget: number;
  /** Customers it was learnt from, and all who ever bought. */
  readonly sampled: number;
  readonly buyers: number;
  readonly basis: Basis | null;
  readonly kinds: Readonly<Record<WarningKind, KindFit>>;
  readonly triggers: readonly DatedTrigger[];
};

/** A trigger with its months as month ends. */
type DatedTrigger = Omit<Trigger, "peak" | "first" | "last"> & {
  readonly peak: string;
  readonly first: string;
  readonly last: string;
};

export type KindFit = {
  readonly fit: RiskFit | null;
  /** Why there is no fit: NO_BUYERS, TOO_LITTLE_HISTORY, NOBODY_ELIGIBLE, TOO_FEW_CHANGES … */
  readonly reason: string | null;
  readonly quality: JudgedQuality | null;
};

/** Quality with its month ends as days. */
type JudgedQuality = Omit<Quality, "origins" | "learntUntil"> & {
  readonly origins: readonly string[];
  readonly learntUntil: string;
};

/** An even sample of so many customers is learnt from. */
const MOST_CUSTOMERS = 25_000;
/** Month ends that are learnt from, the latest; older ones tell of another time. */
const MOST_ORIGINS = 12;
/** Bumped when other warnings would come from the same snapshots. */
const VERSION = "3";

/** Learns and judges both kinds of warning; its table holds one row of JSON. */
export function warningFitStep(plan: FeaturePlan): Step {
  const names = snapshotNames(plan.features);
  return {
    name: "warning_fit",
    reads: ["snapshot", "segment_macro", "warning_member", "warning_period", "price_rise"],
    text: JSON.stringify([VERSION, names, plan.sources]),
    inputs: ({ settings }) => ({
      budget: settings.alerts.budget,
      months: settings.alerts.months ?? null,
    }),
    checks: {},
    async write(context, table, options) {
      await writeBody(context.engine, table, await fitWarnings(context, plan, options));
    },
  };
}

/** What the last run learnt; undefined where none has looked for warnings. */
export async function readWarningFit(
  engine: RunContext["engine"],
): Promise<WarningFit | undefined> {
  return (await engine.hasTable("warning_fit")) ? readBody(engine, "warning_fit") : undefined;
}

async function fitWarnings(
  { engine, settings }: RunContext,
  { features, sources }: FeaturePlan,
  options: StatementOptions,
): Promise<WarningFit> {
  const { budget } = settings.alerts;
  const names = snapshotNames(features);
  const calendar = await readCalendar(engine);
  const usual = settings.alerts.months ?? (await usualMonths(engine));
  const buyers = await countBuyers(engine);
  const now = calendar.ends.length - 1;
  if (buyers === 0 || now < 0) return nobody({ months: usual, budget, buyers });
  const span = [Math.max(0, now - MOST_ORIGINS - usual), now] as const;
  const members = await sampleOf(engine, buyers, MOST_CUSTOMERS, span);
  const read = await readMaterial(engine, names, calendar, usual, members, span, options);
  const months = settings.alerts.months ?? telling(read);
  const material = { ...read, months };
  const basis = fitBasis(
    everybodyAt(material.rows, now),
    material.histories,
    material.ends,
    names.hasAmounts,
  );
  const basisAt = basisOfPast(material, names.hasAmounts);
  const day = (period: number) => isoDay(fromDay(calendar.ends[period] as number));
  const kinds: Partial<Record<WarningKind, KindFit>> = {};
  for (const kind of WARNING_KINDS) {
    await setImmediate();
    stopIfCancelled(options.signal);
    kinds[kind] = fitKind(kind, material, basis, basisAt, budget);
  }
  return {
    months,
    budget,
    buyers,
    periodEnd: day(now),
    sampled: material.histories.customers,
    basis,
    kinds: kinds as Record<WarningKind, KindFit>,
    triggers: findTriggers(material, await readEvents(engine, sources, members, span, options)).map(
      (trigger) => ({
        ...trigger,
        peak: day(trigger.peak),
        first: day(trigger.first),
        last: day(trigger.last),
      }),
    ),
  };
}

function nobody(head: Pick<WarningFit, "months" | "budget" | "buyers">): WarningFit {
  const none: KindFit = { fit: null, reason: "NO_BUYERS", quality: null };
  const kinds = { undesired: none, desired: none };
  return { ...head, periodEnd: null, sampled: 0, basis: null, kinds, triggers: [] };
}

function fitKind(
  kind: WarningKind,
  material: Material,
  basis: Basis,
  basisAt: (period: number) => Basis | null,
  budget: number,
): KindFit {
  const { histories, ends, months } = material;
  const last = histories.periods - 1 - months;
  const learnt = last < 0 ? "TOO_LITTLE_HISTORY" : learn(kind, material, basis, [0, last]);
  const quality = judgedOrigins(histories.periods, months).length
    ? judge(kind, material, basisAt, budget)
    : null;
  const day = (period: number) => isoDay(fromDay(ends[period] as number));
  const isFit = typeof learnt !== "string";
  return {
    fit: isFit ? learnt : null,
    reason: isFit ? null : learnt,
    quality: quality && {
      ...quality,
      origins: quality.origins.map(day),
      learntUntil: day(quality.learntUntil),
    },
  };
}

const DAYS_A_MONTH = 365.25 / 12;

/** Three months, or half of the time that customers stay active where that is longer. */
async function usualMonths(engine: RunContext["engine"]): Promise<number> {
  const activeDays = (await readMacroRules(engine)).at(-1)?.activeDays ?? 0;
  return Math.min(12, Math.max(3, Math.round(activeDays / DAYS_A_MONTH / 2)));
}

/** Where customers buy weekly hardly anybody is silent for three months: what is rare is not learnt. */
const RARE = 0.05;

/** The longest window, up to the usual one, in which enough valuable customers fell silent. */
function telling(material: Material): number {
  for (let months = material.months; months > 1; months--) {
    const last = material.histories.periods - 1 - months;
    const rows = eligibleRows("undesired", material.rows, [0, last]);
    const silent = outcomesOf("undesired", { ...material, rows, months });
    const share = silent.reduce((sum, one) => sum + one, 0) / silent.length;
    // Nobody to judge by: the usual window it is.
    if (!(share < RARE)) return months;
  }
  return 1;
}
