import type { segments } from "@kundenwert/models";
import {
  type Columns,
  type Engine,
  identifier,
  type StatementOptions,
} from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { addDays, addMonths, daysBetween } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import { MACROS } from "./macro.ts";
import { boundBy, type SegmentColumn } from "./segment-columns.ts";
import { signalsOf } from "./signals.ts";
import { inSnapshot } from "./snapshot-columns.ts";

const DAYS_OF_YEAR = 365.25;
const WINDOW_MONTHS = 12;
const MOVES = readSql("segments/read/moves");
const PANEL = readSql("segments/read/panel");

/** A month end and a later one. */
export type Pair = { readonly from: Date; readonly to: Date };

/** What is read to learn from, of the customers of the table segment_sample. */
export type SampleSource = {
  readonly engine: Engine;
  readonly features: readonly Feature[];
  readonly columns: readonly SegmentColumn[];
};

/**
 * Puts an even sample of the customers known at a month's end into the table segment_sample, and
 * what is known of them since another one into segment_panel and segment_activity.
 */
export async function drawSample(
  engine: Engine,
  [since, until]: readonly [Date, Date],
  most: number,
): Promise<void> {
  await engine.replaceTable(
    "segment_sample",
    `SELECT customer_id FROM (
       SELECT customer_id, row_number() OVER (ORDER BY customer_id) AS place, count(*) OVER () AS customers
       FROM snapshot WHERE period_end = $until
     ) AS numbered
     WHERE mod(place, CAST(ceil(CAST(customers AS DOUBLE) / $most) AS BIGINT)) = 0`,
    { until, most },
  );
  await engine.replaceTable("segment_panel", PANEL, { since, until });
  await engine.replaceTable(
    "segment_activity",
    `SELECT purchase_activity.customer_id AS customer_id, activity_month, known_from, known_until,
       purchases, revenue
     FROM segment_sample JOIN purchase_activity
       ON segment_sample.customer_id = purchase_activity.customer_id`,
  );
}

/** Customers at month ends and where they were at later ones. */
export async function readTransitions(
  source: SampleSource,
  pairs: readonly Pair[],
  options: StatementOptions = {},
): Promise<segments.TransitionSample> {
  const parts: segments.TransitionSample[] = [];
  for (const [place, pair] of pairs.entries()) {
    const columns = await readMoves(source, pair, false, options);
    const customers = toCustomers(source, pair, columns);
    parts.push({
      ...customers,
      next: macroIndex(columns.next_macro),
      bought: columns.bought as Float64Array,
      value: yearlyValue(columns as Numbers),
      age: new Float64Array(customers.macro.length).fill(pairs.length - 1 - place),
    });
  }
  return joinSamples(parts);
}

/** Customers at a month's end, before it is known what becomes of them; by customer_id. */
export async function readCustomersAt(
  source: SampleSource,
  from: Date,
  options: StatementOptions = {},
): Promise<segments.CustomersAt & { readonly customers: readonly string[] }> {
  const pair = { from, to: addDays(addMonths(addDays(from, 1), 1), -1) };
  const columns = await readMoves(source, pair, true, options);
  const customers = columns.customer_id as readonly string[];
  return { ...toCustomers(source, pair, columns), customers };
}

function readMoves(
  { engine, features, columns }: SampleSource,
  { from, to }: Pair,
  isOpen: boolean,
  options: StatementOptions,
): Promise<Columns> {
  const own = columns.map(({ sql }, i) => `${sql} AS ${identifier(`f${i}`)}`);
  const spend = features.some(({ name }) => name === "revenue") ? "revenue" : "purchases";
  const sql = inSnapshot(MOVES, features)
    .replace("snapshot_columns,", () => [...own, ""].join(",\n    "))
    .replace("spend_of_day", spend)
    .replace("spend_of_life", spend);
  const next = addDays(from, 1);
  const months = {
    this_month: addMonths(next, -1),
    leaving_month: addMonths(next, -WINDOW_MONTHS),
  };
  const parameters = { from, to, is_open: isOpen ? 1 : 0, ...months, ...boundBy(columns) };
  return engine.columns(sql, parameters, options);
}

type Numbers = Readonly<Record<string, Float64Array>>;

function toCustomers(
  { columns }: SampleSource,
  { from, to }: Pair,
  found: Columns,
): segments.CustomersAt {
  const macro = macroIndex(found.macro);
  const days = new Float64Array(macro.length).fill(daysBetween(from, to));
  const features = columns.map(({ name }, i) => [name, found[`f${i}`] as Float64Array] as const);
  return {
    features: Object.fromEntries(features),
    signals: signalsOf(found as Numbers, days),
    macro,
    macros: MACROS.length,
  };
}

function macroIndex(words: Columns[string] | undefined): Int32Array {
  return Int32Array.from(words as readonly string[], (word) =>
    (MACROS as readonly string[]).indexOf(word),
  );
}

/** What a year brings, over all that is known of a customer, but a year at least. */
function yearlyValue({ total_spend, fee, days_since_first_purchase: tenure }: Numbers) {
  return (total_spend as Float64Array).map((spend, i) => {
    const years = Math.max(1, (tenure?.[i] || 0) / DAYS_OF_YEAR);
    return Math.max(0, spend) / years + 12 * (fee?.[i] ?? 0);
  });
}

type Sample = segments.TransitionSample;

function joinSamples(parts: readonly Sample[]): Sample {
  const floats = (pick: (part: Sample) => Float64Array | undefined) =>
    concatenate(Float64Array, parts.map(pick));
  const named = (pick: (part: Sample) => segments.Features) => {
    const names = Object.keys(parts[0] ? pick(parts[0]) : {});
    return Object.fromEntries(names.map((name) => [name, floats((part) => pick(part)[name])]));
  };
  const integers = (pick: (part: Sample) => Int32Array) => concatenate(Int32Array, parts.map(pick));
  return {
    features: named(({ features }) => features),
    signals: named(({ signals }) => signals),
    macro: integers(({ macro }) => macro),
    macros: MACROS.length,
    next: integers(({ next }) => next),
    bought: floats(({ bought }) => bought),
    value: floats(({ value }) => value),
    age: floats(({ age }) => age),
  };
}

function concatenate<T extends Float64Array | Int32Array>(
  make: new (length: number) => T,
  parts: readonly (T | undefined)[],
): T {
  const whole = new make(parts.reduce((sum, part) => sum + (part?.length ?? 0), 0));
  let at = 0;
  for (const part of parts) {
    if (!part) continue;
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
