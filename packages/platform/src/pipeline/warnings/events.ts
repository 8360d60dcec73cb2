import type { Columns, Engine, StatementOptions } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { FeatureSource } from "../features/feature.ts";
import { type Members, rowOf } from "./histories.ts";

/** What may precede a change. */
export type EventName =
  | "contact"
  | "nps_low"
  | "nps_high"
  | "score_low"
  | "return"
  | "campaign"
  | "pause"
  | "fee_rise"
  | "price_rise";

/** What the company does: it can be compared with customers as they were the month before. */
const BY_COMPANY: readonly EventName[] = ["campaign", "fee_rise", "price_rise"];

/**
 * Months between the month end from which customers are compared and the event: 1 for what comes
 * from outside; 0 for what customers do themselves, such as a return, which only buyers can.
 */
export function leadOf(event: EventName): 0 | 1 {
  return BY_COMPANY.includes(event) ? 1 : 0;
}

const NO_DETAIL = "CAST('' AS VARCHAR) AS detail";
const select = (event: EventName, from: string, month = "activity_month", detail = NO_DETAIL) =>
  `SELECT customer_id, ${month} AS activity_month, '${event}' AS event, ${detail} FROM ${from}`;
const monthOf = (day: string) => `CAST(date_trunc('month', ${day}) AS DATE)`;

/** The events of each source of features; detail is the kind that the source names. */
const EVENTS_OF: Partial<Record<FeatureSource, readonly string[]>> = {
  interaction_activity: [
    select(
      "contact",
      "interaction_activity WHERE contacts > 0",
      "activity_month",
      "CAST(kind AS VARCHAR) AS detail",
    ),
  ],
  feedback_activity: [
    select("nps_low", "feedback_activity WHERE nps_last <= 6"),
    select("nps_high", "feedback_activity WHERE nps_last >= 9"),
    select(
      "score_low",
      `feedback_activity WHERE csat_sum + review_sum <= 2 * (csat_answers + review_answers)
         AND csat_answers + review_answers > 0`,
    ),
  ],
  // A return counts in the month in which it came.
  purchase_activity: [select("return", "purchase_activity WHERE returned < 0", "known_from")],
  campaign_activity: [select("campaign", "campaign_activity WHERE campaigns > 0")],
  contract_phase: [
    select("pause", "contract_phase WHERE state = 'paused'", monthOf("started_on")),
    select(
      "fee_rise",
      `(SELECT customer_id, started_on, monthly_fee, lag(monthly_fee) OVER (
          PARTITION BY customer_id ORDER BY started_on) AS fee_before
        FROM contract_phase WHERE state <> 'paused') AS fees
       WHERE monthly_fee > fee_before AND fee_before > 0`,
      monthOf("started_on"),
    ),
  ],
};
const PRICES = select("price_rise", "price_rise");

/** Who had an event in which period, by event and what kind of it. */
export type EventRows = {
  readonly event: EventName;
  /** The kind as the source names it, or empty. */
  readonly detail: string;
  /** Rows of the histories, and indices of periods. */
  readonly customer: Int32Array;
  readonly period: Int32Array;
};

/** What happened to every so-manieth of some customers. */
export type Events = { readonly every: number; readonly of: readonly EventRows[] };

/** Rows that are read at most; where more happened, it is to fewer customers. */
const MOST_ROWS = 40_000;

export async function readEvents(
  engine: Engine,
  sources: readonly FeatureSource[],
  members: Members,
  [from, until]: readonly [number, number],
  options: StatementOptions,
): Promise<Events> {
  const known = [...sources.flatMap((source) => EVENTS_OF[source] ?? []), PRICES];
  const sql = readSql("warnings/read/events").replace(
    "(events_of_customers)",
    `(${known.join("\nUNION ALL\n")})`,
  );
  const asked = { ...members, from: from + 1, until: until + 1 };
  const [counted] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS events FROM (${sql}) AS happened`,
    asked,
    options,
  );
  const every = members.every * Math.max(1, Math.ceil(Number(counted?.events) / MOST_ROWS));
  const found = await engine.columns(
    `SELECT * FROM (${sql}) AS happened ORDER BY event, detail, customer, period`,
    { ...asked, every },
    options,
  );
  return { every, of: byEvent(found, members) };
}

function byEvent(found: Columns, members: Members): readonly EventRows[] {
  const [event, detail] = [found.event as string[], found.detail as string[]];
  const [customer, period] = [found.customer as Float64Array, found.period as Float64Array];
  const groups = new Map<string, number[]>();
  event.forEach((name, row) => {
    const key = `${name}\n${detail[row]}`;
    const rows = groups.get(key) ?? [];
    if (rows.push(row) === 1) groups.set(key, rows);
  });
  return [...groups].map(([key, rows]) => {
    const [name, kind = ""] = key.split("\n");
    return {
      event: name as EventName,
      detail: kind,
      customer: Int32Array.from(rows, (row) => rowOf(members, customer[row] as number)),
      period: Int32Array.from(rows, (row) => (period[row] as number) - 1),
    };
  });
}
