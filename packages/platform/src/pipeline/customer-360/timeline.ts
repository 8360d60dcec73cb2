import type { Engine, Parameters, Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { throughPhasesOfOne } from "../contract/subscription-phase.ts";
import { ofPerson, type Person } from "./person.ts";

type TimelineKind =
  | "order"
  | "return"
  | "interaction"
  | "usage"
  | "feedback"
  | "campaign"
  | "subscription"
  | "subscription-end"
  | "consent"
  | "registration"
  | "referral";

/** The last entry of the page before. */
export type TimelineCursor = { readonly at: string; readonly key: string };

export type TimelineQuery = {
  /** Only entries of these kinds. */
  readonly kinds?: readonly TimelineKind[] | undefined;
  readonly after?: TimelineCursor | undefined;
  readonly limit: number;
};

export type Timeline = {
  /** Rows of sql/customer_360/timeline.sql, the newest first. */
  readonly rows: readonly Row[];
  readonly next: TimelineCursor | null;
};

const SQL = throughPhasesOfOne(readSql("customer_360/timeline"));

/** One page of what happened, found by the key of the last entry of the page before. */
export async function readTimeline(
  engine: Engine,
  person: Person,
  { kinds, after, limit }: TimelineQuery,
): Promise<Timeline> {
  const { sql, parameters } = ofPerson(SQL, person);
  const wanted = kinds?.map((kind, i) => [`kind_${i}`, kind] as const);
  const conditions = [
    ...(wanted ? [`kind IN (${wanted.map(([name]) => `$${name}`).join(", ")})`] : []),
    ...(after
      ? [
          "(happened_at < CAST($at AS TIMESTAMP) OR (happened_at = CAST($at AS TIMESTAMP) AND entry_key > $key))",
        ]
      : []),
  ];
  const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
  const all: Parameters = { ...parameters, ...Object.fromEntries(wanted ?? []), ...after };
  const rows = await engine.rows(
    `SELECT * FROM (${sql}) AS entries ${where}
     ORDER BY happened_at DESC, entry_key LIMIT ${limit + 1}`,
    all,
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit),
    next: last ? { at: String(last.happened_at), key: String(last.entry_key) } : null,
  };
}

/** The SELECT of all that happened with a person, the newest first. */
export function timelineQuery(person: Person): {
  readonly sql: string;
  readonly parameters: Parameters;
} {
  const { sql, parameters } = ofPerson(SQL, person);
  const ordered = `SELECT * FROM (${sql}) AS entries ORDER BY happened_at DESC, entry_key`;
  return { sql: ordered, parameters };
}

/** How many entries of each kind there are, with their first and last day. */
export async function countTimeline(engine: Engine, person: Person): Promise<readonly Row[]> {
  const { sql, parameters } = ofPerson(SQL, person);
  return engine.rows(
    `SELECT kind, CAST(count(*) AS INTEGER) AS entries_of_kind,
       CAST(min(happened_at) AS DATE) AS first_day, CAST(max(happened_at) AS DATE) AS last_day
     FROM (${sql}) AS entries GROUP BY kind ORDER BY entries_of_kind DESC, kind`,
    parameters,
  );
}
