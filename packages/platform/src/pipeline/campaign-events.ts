import type { Engine } from "../engines/engine.ts";

/** A day that may explain figures: noted by people, or the beginning of a campaign of the data. */
export type DayEvent = {
  /** Null for a campaign of the data. */
  readonly id: number | null;
  /** ISO day. */
  readonly day: string;
  readonly kind: (typeof EVENT_KINDS)[number];
  readonly text: string;
};

export const EVENT_KINDS = ["price", "campaign", "outage", "other"] as const;

/** More than charts can show; the latest count. */
const MOST_CAMPAIGNS = 1000;

/** What people noted and the campaigns that the data tell of, the earliest first. */
export async function listEvents(engine: Engine, noted: readonly DayEvent[]): Promise<DayEvent[]> {
  const rows = await engine.rows(
    `SELECT CAST(started_on AS VARCHAR) AS day, MIN(COALESCE(name, campaign_id)) AS name
     FROM campaigns WHERE started_on IS NOT NULL
     GROUP BY started_on, campaign_id ORDER BY started_on DESC, campaign_id LIMIT ${MOST_CAMPAIGNS}`,
  );
  const campaigns = rows.map(({ day, name }) => ({
    id: null,
    day: String(day),
    kind: "campaign" as const,
    text: String(name),
  }));
  return [...noted, ...campaigns].sort((one, other) => one.day.localeCompare(other.day));
}
