import type { Engine, Parameters, Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { requireMade } from "../not-made.ts";
import { PipelineError } from "../pipeline-error.ts";

/** Whose answers: all of them, or of each macro segment or value class where customers are now. */
export const TOPIC_GROUPINGS = ["all", "segment", "value_class"] as const;
export const TOPIC_PERIODS = ["month", "quarter", "year"] as const;

export type RankingQuery = {
  readonly grouping: (typeof TOPIC_GROUPINGS)[number];
  readonly period: (typeof TOPIC_PERIODS)[number];
  /** ISO day that the period begins with; the last complete one with answers if absent. */
  readonly start?: string | undefined;
};

type TopicPeriod = { readonly start: string; readonly end: string; readonly isComplete: boolean };

export type TopicRanking = {
  /** The period that is told; undefined where nobody speaks of any topic. */
  readonly chosen: TopicPeriod | undefined;
  /** The periods with answers, the latest first. */
  readonly periods: readonly TopicPeriod[];
  /** The columns of sql/feedback/read/topic_ranking. */
  readonly rows: readonly Row[];
  /** Cells of the period that rest on too few persons to be told. */
  readonly suppressed: number;
};

/**
 * What customers speak of in a period, ranked in each group, with the change against the period before.
 *
 * @throws PipelineError NO_RUN_YET, NO_VALUES, TOPIC_PERIOD_UNKNOWN
 */
export async function readTopicRanking(engine: Engine, query: RankingQuery): Promise<TopicRanking> {
  const periods = await readPeriods(engine, query);
  const chosen = pick(periods, query);
  if (!chosen) return { chosen, periods, rows: [], suppressed: 0 };
  const { sql, parameters } = rankingQuery(query, chosen.start);
  const [hidden] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS n FROM feedback_topic_cell
     WHERE grouping_kind = $grouping AND period_kind = $period_kind
       AND period_start = CAST($period_start AS DATE) AND is_hidden = 1`,
    parameters,
  );
  const rows = await engine.rows(sql, parameters);
  return { chosen, periods, rows, suppressed: Number(hidden?.n) };
}

export function rankingQuery({ grouping, period }: RankingQuery, start: string) {
  const parameters: Parameters = { grouping, period_kind: period, period_start: start };
  return { sql: readSql("feedback/read/topic_ranking"), parameters };
}

async function readPeriods(
  engine: Engine,
  { grouping, period }: RankingQuery,
): Promise<TopicPeriod[]> {
  await requireMade(engine, "feedback_topic_cell", "no run has ranked topics by period yet");
  const rows = await engine.rows(
    `SELECT DISTINCT period_start, period_end, is_complete FROM feedback_topic_cell
     WHERE grouping_kind = $grouping AND period_kind = $period_kind ORDER BY period_start DESC`,
    { grouping, period_kind: period },
  );
  return rows.map((row) => ({
    start: String(row.period_start),
    end: String(row.period_end),
    isComplete: row.is_complete === 1,
  }));
}

function pick(periods: readonly TopicPeriod[], { start }: RankingQuery): TopicPeriod | undefined {
  if (start === undefined) return periods.find(({ isComplete }) => isComplete) ?? periods[0];
  const found = periods.find((each) => each.start === start);
  if (found) return found;
  const known = periods.map((each) => each.start);
  throw new PipelineError("TOPIC_PERIOD_UNKNOWN", `No answers in a period from ${start}`, {
    known,
  });
}
