import { identifier, type Parameters } from "../../engines/engine.ts";
import type { LedgerTable } from "../../workspace/ledger.ts";
import { addDays, addMonths, isoDay } from "../calendar.ts";
import { catalogueDigests } from "../catalogue-print.ts";
import { digest } from "../journal.ts";
import type { Period, PeriodStep } from "../period-step.ts";
import type { RunContext, Step } from "../step.ts";
import { type Feature, type FeatureSource, type FeatureType, WINDOWS } from "./feature.ts";
import type { FeaturePlan } from "./feature-plan.ts";
import { ledgerDigests } from "./ledger-digest.ts";
import { sourceOf } from "./sources.ts";

/** A day before all rows: from there on they are read where there is no snapshot before. */
const BEGINNING = new Date("0001-01-01T00:00:00Z");
const COLUMN_TYPES: Readonly<Record<FeatureType, string>> = {
  number: "DOUBLE",
  category: "VARCHAR",
  "yes/no": "DOUBLE",
  date: "DATE",
};

/** A month of which at most these days are missing at its end counts as complete. */
const MISSING_DAYS = 2;

/** The steps from the ledger to `snapshot`: one row a customer and month end, as known then. */
export function snapshotSteps(plan: FeaturePlan): (Step | PeriodStep)[] {
  return [...plan.sources.map((name) => sourceOf(name).step), snapshot(plan)];
}

function snapshot(plan: FeaturePlan): PeriodStep {
  const bound = Object.assign({}, ...plan.features.map(({ parameters }) => parameters));
  const select = snapshotSql(plan);
  return {
    name: "snapshot",
    reads: ["orders", ...plan.sources],
    text: select,
    inputs: ({ asOf, settings }) => ({ as_of: isoDay(asOf), months: settings.snapshotMonths }),
    checks: checksOf(plan.features),
    periods: {
      column: "period_end",
      columns: columnsOf(plan),
      select,
      list: (context) => listPeriods(plan, context),
      parameters: (_, end) => ({ ...periodParameters(end), ...bound }),
      shortcut: reachOf,
    },
  };
}

/** The last complete months with a customer, each with a digest of what was known by then. */
async function listPeriods(plan: FeaturePlan, context: RunContext): Promise<Period[]> {
  const { engine, asOf, settings } = context;
  const [row] = await engine.rows("SELECT min(known_from) AS first_day FROM known_customer");
  if (!row?.first_day) return [];
  const tables = new Set(plan.sources.flatMap((name) => sourceOf(name).ledger));
  // What converted amounts rest on is a part of what was known of them.
  const converted: LedgerTable[] = context.money ? ["exchange_rates"] : [];
  tables.delete("products");
  const knownBy = await ledgerDigests(engine, [...tables, ...converted]);
  const catalogue = await catalogueDigests(engine);
  const rules = digest(plan.sources.map((name) => sourceOf(name).step.text));
  return monthEnds(new Date(String(row.first_day)), asOf, settings.snapshotMonths).map((end) => ({
    end,
    // What the settings do to the sources is as much a part of them as the ledger.
    fingerprint: JSON.stringify([
      knownBy(isoDay(end)),
      catalogue(isoDay(end)),
      settings.currency,
      settings.constantAttributes,
      rules,
      ...(context.money ? [context.money.fingerprint] : []),
    ]),
  }));
}

/** The last `months` month ends up to the last day that counts, none before the first customer. */
export function monthEnds(firstDay: Date, asOf: Date, months: number): Date[] {
  const next = startOfMonth(addDays(asOf, MISSING_DAYS + 1));
  const ends = Array.from({ length: months }, (_, i) =>
    addDays(addMonths(next, i + 1 - months), -1),
  );
  return ends.filter((end) => end >= firstDay);
}

function startOfMonth(day: Date): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1));
}

function periodParameters(end: Date): Parameters {
  const month = startOfMonth(end);
  const since = WINDOWS.map((n) => [`since_${n}m`, addMonths(month, 1 - n)] as const);
  return {
    period_end: end,
    previous_end: addDays(month, -1),
    period_month: month,
    period_year: end.getUTCFullYear(),
    ...Object.fromEntries(since),
  };
}

/** From which month on the sources are read that the snapshot before tells the rest of. */
function reachOf(end: Date, isHeld: (end: Date) => boolean): Parameters {
  const month = startOfMonth(end);
  const before = isHeld(addDays(month, -1));
  const from = (months: number) => (before ? addMonths(month, 1 - months) : BEGINNING);
  return Object.fromEntries(WINDOWS.map((months) => [`reach_${months}m`, from(months)]));
}

function columnsOf({ features }: FeaturePlan): string {
  const own = features.map(({ name, type }) => `${identifier(name)} ${COLUMN_TYPES[type]}`);
  return ["customer_id VARCHAR", "period_end DATE", ...own].join(", ");
}

/** One statement for one period: every source once, its rows known by then, joined by customer. */
function snapshotSql({ features, sources }: FeaturePlan): string {
  const columns = features.map(
    (feature, i) => `${columnValue(feature, i)} AS ${identifier(feature.name)}`,
  );
  const [first, ...others] = sources.map((source) => sourceSql(source, features));
  const carried = features.flatMap(({ name, carried }) => (carried ? [identifier(name)] : []));
  const before = `(SELECT ${["customer_id", ...carried].join(", ")}
FROM snapshot WHERE period_end = $previous_end) AS before`;
  const names = [...sources.slice(1), ...(carried.length > 0 ? ["before"] : [])];
  const tables = [...others, ...(carried.length > 0 ? [before] : [])];
  const joins = tables.map(
    (table, i) => `LEFT JOIN ${table} ON known_customer.customer_id = ${names[i]}.customer_id`,
  );
  return `SELECT known_customer.customer_id AS customer_id, CAST($period_end AS DATE) AS period_end,
  ${columns.join(",\n  ")}
FROM ${first}
${joins.join("\n")}
ORDER BY customer_id`;
}

/** What one source tells of each customer as of the period's end. */
function sourceSql(source: FeatureSource, features: readonly Feature[]): string {
  const { asOf, isSingle } = sourceOf(source);
  const own = features.flatMap((feature, i) =>
    feature.source === source ? [`${feature.sql} AS f${i}`] : [],
  );
  return `(SELECT ${["customer_id", ...own].join(",\n  ")}
FROM ${rowsOf(source)} WHERE ${asOf}${isSingle ? "" : "\nGROUP BY customer_id"}) AS ${source}`;
}

/**
 * The rows of a source that are read: the newest ones, and all of those customers whom the snapshot
 * before does not know.
 */
function rowsOf(source: FeatureSource): string {
  const { reach } = sourceOf(source);
  if (!reach) return source;
  return `(
  SELECT * FROM ${source} WHERE activity_month >= $reach_${reach}m
  UNION ALL
  SELECT ${source}.* FROM ${source} JOIN (
    SELECT customer_id FROM known_customer
    WHERE known_from > $previous_end AND known_from <= $period_end
  ) AS newcomer ON ${source}.customer_id = newcomer.customer_id
  WHERE ${source}.activity_month < $reach_${reach}m
) AS ${source}`;
}

function columnValue({ name, source, without, carried }: Feature, i: number): string {
  const value = `${source}.f${i}`;
  const earlier = `before.${identifier(name)}`;
  if (carried === "sum") return `coalesce(${value}, 0) + coalesce(${earlier}, 0)`;
  if (carried === "latest") return `coalesce(${value}, ${earlier})`;
  if (carried === "days") {
    return `coalesce(${value}, ${earlier} + date_diff('day', $previous_end, $period_end))`;
  }
  return without === "zero" ? `coalesce(${value}, CAST(0 AS DOUBLE))` : value;
}

/** Conditions that no row may meet, of the columns there are. */
function checksOf(features: readonly Feature[]): Record<string, string> {
  const numbers = features.filter(({ type }) => type === "number").map(({ name }) => name);
  const days = numbers.filter((name) => name.startsWith("days_"));
  return {
    "nothing lies after the end of the period": days.map((name) => `${name} < 0`).join(" OR "),
    "a longer window holds no less":
      "purchases_1m > purchases_3m OR purchases_3m > purchases_6m OR purchases_6m > purchases_12m OR purchases_12m > purchases",
    "the last purchase is not before the first": "days_since_purchase > days_since_first_purchase",
    "who bought has a last purchase": "purchases > 0 AND days_since_purchase IS NULL",
    "every number is one": numbers.map((name) => `isnan(${name})`).join(" OR "),
  };
}
