import type { Parameters } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";

export const FEEDBACK_KINDS = ["nps", "csat", "review"] as const;
export const SCORE_CLASSES = ["good", "middling", "bad", "none"] as const;
export const SENTIMENTS = ["positive", "neutral", "negative", "unknown"] as const;

/** What is wanted of the inbox; what is left out is not narrowed down. */
export type FeedbackFilter = {
  readonly kind?: (typeof FEEDBACK_KINDS)[number] | undefined;
  readonly scoreClass?: (typeof SCORE_CLASSES)[number] | undefined;
  readonly sentiment?: (typeof SENTIMENTS)[number] | undefined;
  readonly topic?: string | undefined;
  /** The macro segment of the customer now. */
  readonly segment?: string | undefined;
  readonly valueClass?: string | undefined;
  /** ISO days, both included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly customer?: string | undefined;
};

type Query = { readonly sql: string; readonly parameters: Parameters };

/** Conditions on `item` (feedback_item) and `person` (feedback_customer), by entry of the filter. */
const CONDITIONS = {
  kind: "item.kind = $kind",
  scoreClass: "item.score_class = $scoreClass",
  sentiment: "item.sentiment = $sentiment",
  topic: "item.answer_no IN (SELECT answer_no FROM feedback_mention WHERE topic = $topic)",
  segment: "person.macro = $segment",
  valueClass: "person.value_class = $valueClass",
  from: "item.given_on >= CAST($from AS DATE)",
  until: "item.given_on <= CAST($until AS DATE)",
  customer: "item.customer_id = $customer",
} as const satisfies Record<keyof FeedbackFilter, string>;
const OF_PERSON: readonly (keyof FeedbackFilter)[] = ["segment", "valueClass"];

/** The numbers of the answers that a filter finds. */
function found(filter: FeedbackFilter): Query & { readonly conditions: readonly string[] } {
  const names = Object.keys(CONDITIONS) as (keyof FeedbackFilter)[];
  const told = names.filter((name) => filter[name] !== undefined);
  // The join is spared where nobody asks who the customer is.
  const person = told.some((name) => OF_PERSON.includes(name))
    ? " JOIN feedback_customer AS person ON item.customer_id = person.customer_id"
    : "";
  const values = told.map((name) => [name, filter[name] as string] as const);
  return {
    sql: `SELECT item.answer_no AS answer_no FROM feedback_item AS item${person}`,
    conditions: told.map((name) => CONDITIONS[name]),
    parameters: Object.fromEntries(values),
  };
}

const where = (conditions: readonly string[]) =>
  conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";

export type Page = { readonly after?: number | undefined; readonly limit: number };

/**
 * The answers of a filter, the latest first: all of them, or a page of those before the number
 * `after`, so that the last page costs as much as the first.
 */
export function feedbackQuery(filter: FeedbackFilter, page?: Page): Query {
  const { sql, conditions, parameters } = found(filter);
  const { after, limit } = page ?? {};
  const all = [...conditions, ...(after === undefined ? [] : ["item.answer_no < $after"])];
  const cut = limit === undefined ? "" : ` ORDER BY answer_no DESC LIMIT ${Math.trunc(limit)}`;
  return {
    sql: readSql("feedback/read/items").replace(
      "FROM items_of_filter",
      () => `FROM (${sql}${where(all)}${cut})`,
    ),
    parameters: { ...parameters, ...(after === undefined ? {} : { after }) },
  };
}

/** How many answers a filter finds. */
export function feedbackCount(filter: FeedbackFilter): Query {
  const { sql, conditions, parameters } = found(filter);
  return {
    sql: `SELECT CAST(count(*) AS DOUBLE) AS n FROM (${sql}${where(conditions)}) AS found`,
    parameters,
  };
}
