import type { Engine, StatementOptions } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { isoDay } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import { snapshotPeriods } from "../lifecycle/lifecycle-steps.ts";
import type { RunContext, Step } from "../step.ts";
import { NEW_DAYS } from "./macro.ts";
import { inSnapshot } from "./snapshot-columns.ts";

/** The thresholds of macro segments, learned once and valid until the next version is. */
export type MacroRule = {
  readonly version: number;
  /** The first month end it holds for, as ISO day; earlier ones too where it is the first. */
  readonly validFrom: string;
  readonly learntAt: string;
  /** Days after a purchase that a customer is active. */
  readonly activeDays: number;
  /** Spend of twelve months from which the tier is mid, and high. */
  readonly spendMid: number;
  readonly spendHigh: number;
  /** Customers it was learned from. */
  readonly customers: number;
};

const COLUMNS = `version INTEGER, valid_from DATE, learnt_at DATE, active_days DOUBLE,
  spend_mid DOUBLE, spend_high DOUBLE, customers DOUBLE`;
const DAYS_A_MONTH = 365.25 / 12;
const DAYS_OF_YEAR = 365;
/** Share of the intervals between purchases after which a customer still counts as active. */
const ACTIVE_SHARE = 0.85;
/** Shorter spans would end between two month ends. */
const FEWEST_ACTIVE_MONTHS = 2;
const MOST_ACTIVE_MONTHS = 12;
/**
 * A customer is inactive after two spans of activity. Beyond three months the span is at most this
 * share of the history, so that it was seen for a while what becomes of the inactive.
 */
const SPAN_OF_HISTORY = 0.25;
const MID_SHARE = 0.5;
const HIGH_SHARE = 0.8;
/** With fewer intervals than this their quantile says little: three months then. */
const FEWEST_INTERVALS = 30;
const USUAL_MONTHS = 3;
const MOST_CUSTOMERS = 10_000;
/** Bumped when other thresholds would be learned from the same snapshots. */
const VERSION = "1";

/**
 * The thresholds of macro segments as a step. A version that was learned stays as it is, whatever
 * comes later: its months would else be written anew, and customers seem to move who did not.
 */
export function macroRuleStep(features: readonly Feature[]): Step {
  return {
    name: "segment_rule",
    reads: ["snapshot"],
    text: VERSION,
    inputs: () => ({}),
    checks: {
      "customers are active for some time": "active_days < 1",
      "high is not below mid": "spend_high < spend_mid",
    },
    async write(context, table, options) {
      const { engine } = context;
      const known = await readMacroRules(engine);
      await engine.run(`DROP TABLE IF EXISTS ${table}`);
      await engine.run(`CREATE TABLE ${table} (${COLUMNS})`);
      for (const rule of known) await insert(engine, table, rule);
      for (const { validFrom, learntAt } of missingVersions(known, await learningDays(context))) {
        const version = known.length + 1;
        const learned = await learn(engine, features, learntAt, options);
        const rule = { version, validFrom: isoDay(validFrom), ...learned };
        known.push(rule);
        await insert(engine, table, rule);
      }
    },
  };
}

/** All versions, oldest first; none where nothing was learned yet. */
export async function readMacroRules(engine: Engine): Promise<MacroRule[]> {
  if (!(await engine.hasTable("segment_rule"))) return [];
  const rows = await engine.rows("SELECT * FROM segment_rule ORDER BY version");
  return rows.map((row) => ({
    version: Number(row.version),
    validFrom: String(row.valid_from),
    learntAt: String(row.learnt_at),
    activeDays: Number(row.active_days),
    spendMid: Number(row.spend_mid),
    spendHigh: Number(row.spend_high),
    customers: Number(row.customers),
  }));
}

/** The version that holds at a month's end. */
export function ruleAt(rules: readonly MacroRule[], end: Date): MacroRule {
  const day = isoDay(end);
  return (rules.findLast(({ validFrom }) => validFrom <= day) ?? rules[0]) as MacroRule;
}

type Learning = { readonly validFrom: Date; readonly learntAt: Date };
type LearningDays = { readonly ends: readonly Date[]; readonly fullYear: Date };

/** The month ends there are, and the first of them that a whole year of purchases lies before. */
async function learningDays(context: RunContext): Promise<LearningDays | undefined> {
  const ends = (await snapshotPeriods(context)).map(({ end }) => end);
  const last = ends.at(-1);
  if (!last) return undefined;
  const [row] = await context.engine.rows(
    `SELECT CAST(min(period_end) AS VARCHAR) AS full_year FROM snapshot
     WHERE days_since_first_purchase >= $days`,
    { days: DAYS_OF_YEAR },
  );
  return { ends, fullYear: row?.full_year ? new Date(String(row.full_year)) : last };
}

/**
 * A version for every year: learned at the end of the year before, the first one as soon as there
 * is a year to learn from.
 */
function missingVersions(known: readonly MacroRule[], days: LearningDays | undefined): Learning[] {
  if (!days) return [];
  const { ends, fullYear } = days;
  const first = ends[0] as Date;
  const start = known.length > 0 ? [] : [{ validFrom: first, learntAt: fullYear }];
  const before = known.at(-1) ? new Date(String(known.at(-1)?.validFrom)) : fullYear;
  const januaries = ends.filter((end) => end.getUTCMonth() === 0);
  const later = januaries.flatMap((validFrom) => {
    const learntAt = ends.findLast((end) => end < validFrom);
    return learntAt && validFrom > before && learntAt >= fullYear ? [{ validFrom, learntAt }] : [];
  });
  return [...start, ...later];
}

async function learn(
  engine: Engine,
  features: readonly Feature[],
  learntAt: Date,
  options: StatementOptions,
): Promise<Omit<MacroRule, "version" | "validFrom">> {
  const activeDays = await learnActiveDays(engine, learntAt, options);
  const parameters = { end: learntAt, active_days: activeDays, new_days: NEW_DAYS };
  const sql = inSnapshot(readSql("segments/read/active_spend"), features);
  const { spend } = (await engine.columns(
    sql,
    { ...parameters, most: MOST_CUSTOMERS },
    options,
  )) as { spend: Float64Array };
  const sorted = spend.slice().sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    learntAt: isoDay(learntAt),
    activeDays,
    spendMid: at(MID_SHARE),
    spendHigh: at(HIGH_SHARE),
    customers: sorted.length,
  };
}

/** Whole months that most intervals between two purchases are no longer than. */
async function learnActiveDays(
  engine: Engine,
  end: Date,
  options: StatementOptions,
): Promise<number> {
  const { gap, customers } = (await engine.columns(
    `SELECT last_gap AS gap, CAST(count(*) AS DOUBLE) AS customers FROM snapshot
     WHERE period_end = $end AND last_gap IS NOT NULL GROUP BY last_gap ORDER BY last_gap`,
    { end },
    options,
  )) as { gap: Float64Array; customers: Float64Array };
  const [row] = await engine.rows(
    "SELECT max(days_since_first_purchase) AS history FROM snapshot WHERE period_end = $end",
    { end },
  );
  const longest = Math.floor((SPAN_OF_HISTORY * Number(row?.history ?? 0)) / DAYS_A_MONTH);
  const most = Math.min(Math.max(longest, USUAL_MONTHS), MOST_ACTIVE_MONTHS);
  return Math.round(Math.min(usualMonths(gap, customers), most) * DAYS_A_MONTH);
}

function usualMonths(gap: Float64Array, customers: Float64Array): number {
  const all = customers.reduce((sum, n) => sum + n, 0);
  if (all < FEWEST_INTERVALS) return USUAL_MONTHS;
  let below = 0;
  const place = customers.findIndex((n) => {
    below += n;
    return below >= ACTIVE_SHARE * all;
  });
  return Math.max(FEWEST_ACTIVE_MONTHS, Math.ceil((gap[place] as number) / DAYS_A_MONTH));
}

async function insert(engine: Engine, table: string, rule: MacroRule): Promise<void> {
  await engine.run(
    `INSERT INTO ${table} SELECT $version, CAST($valid_from AS DATE), CAST($learnt_at AS DATE),
       $active_days, $spend_mid, $spend_high, $customers`,
    {
      version: rule.version,
      valid_from: rule.validFrom,
      learnt_at: rule.learntAt,
      active_days: rule.activeDays,
      spend_mid: rule.spendMid,
      spend_high: rule.spendHigh,
      customers: rule.customers,
    },
  );
}
