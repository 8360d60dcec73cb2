import type { Engine, Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { CaseTable } from "../../store/case-table.ts";
import { requireMade } from "../not-made.ts";
import { showCaseStates } from "./case-states.ts";
import { type FeedbackFilter, feedbackCount, feedbackQuery, type Page } from "./feedback-query.ts";

/** A topic of a text, with the words of it that told. */
type TopicFound = { readonly topic: string; readonly words: readonly string[] };

/** An answer; `row` has the columns of sql/feedback/read/items. */
export type FeedbackItem = {
  readonly row: Row;
  readonly topics: readonly TopicFound[];
  /** The words of mood in the text; they count only where there is no score. */
  readonly moods: readonly string[];
};

export type FeedbackPage = {
  readonly items: readonly FeedbackItem[];
  readonly total: number;
  /** `after` of the next page; undefined on the last. */
  readonly next: number | undefined;
};

/** @throws PipelineError NO_RUN_YET, NO_VALUES */
export async function requireFeedback(engine: Engine, cases: CaseTable): Promise<void> {
  await requireMade(engine, "feedback_customer", "no run has read what customers said yet");
  await showCaseStates(engine, cases);
}

/**
 * A page of the inbox, the latest answer first.
 *
 * @throws PipelineError NO_RUN_YET, NO_VALUES
 */
export async function readFeedback(
  engine: Engine,
  cases: CaseTable,
  filter: FeedbackFilter,
  { after, limit }: Page,
): Promise<FeedbackPage> {
  await requireFeedback(engine, cases);
  const wanted = feedbackQuery(filter, { after, limit: limit + 1 });
  const count = feedbackCount(filter);
  const rows = await engine.rows(wanted.sql, wanted.parameters);
  const [counted] = await engine.rows(count.sql, count.parameters);
  const shown = rows.slice(0, limit);
  const words = await readWords(engine, shown);
  return {
    items: shown.map((row) => ({ row, ...words(Number(row.answer_no)) })),
    total: Number(counted?.n),
    next: rows.length > limit ? Number(shown.at(-1)?.answer_no) : undefined,
  };
}

/** What the texts of these answers speak of. */
export async function readWords(
  engine: Engine,
  rows: readonly Row[],
): Promise<(answer: number) => Omit<FeedbackItem, "row">> {
  const names = rows.map((_, at) => `$answer_${at}_`);
  const mentions =
    rows.length === 0
      ? []
      : await engine.rows(
          `SELECT answer_no, topic, word, polarity FROM feedback_mention
           WHERE answer_no IN (${names.join(", ")}) ORDER BY answer_no, topic, word`,
          Object.fromEntries(rows.map((row, at) => [`answer_${at}_`, Number(row.answer_no)])),
        );
  return (answer) => {
    const own = mentions.filter(({ answer_no }) => answer_no === answer);
    const wordsOf = (topic: unknown) =>
      own.filter((one) => one.topic === topic).map(({ word }) => String(word));
    const topics = [...new Set(own.map(({ topic }) => String(topic)))].filter(Boolean);
    return {
      topics: topics.map((topic) => ({ topic, words: wordsOf(topic) })),
      moods: wordsOf(""),
    };
  };
}

/** The topics, those whose critics are worth most first, with their names; small groups left out. */
export const TOPICS_SQL = `SELECT rank_place, topic.topic AS topic, name_de, name_en, answers,
    answers_12m, answers_before, customers, negative, critics, worth, at_stake
  FROM feedback_topic AS topic JOIN feedback_topic_name AS name ON topic.topic = name.topic
  WHERE is_hidden = 0 AND answers > 0 ORDER BY rank_place`;

export type Topics = { readonly rows: readonly Row[]; readonly suppressed: number };

/** @throws PipelineError NO_RUN_YET, NO_VALUES */
export async function readTopics(engine: Engine): Promise<Topics> {
  await requireMade(engine, "feedback_topic", "no run has ranked topics yet");
  const [hidden] = await engine.rows(
    "SELECT CAST(count(*) AS DOUBLE) AS n FROM feedback_topic WHERE is_hidden = 1",
  );
  return { rows: await engine.rows(TOPICS_SQL), suppressed: Number(hidden?.n) };
}

/** Every topic that a text can be of, whether anybody spoke of it or not. */
export async function readTopicNames(engine: Engine): Promise<readonly Row[]> {
  if (!(await engine.hasTable("feedback_topic_name"))) return [];
  return engine.rows("SELECT topic, name_de, name_en FROM feedback_topic_name ORDER BY topic");
}

/** How many quarters screens look back. */
const QUARTERS = 8;

/** @throws PipelineError NO_RUN_YET, NO_VALUES */
export async function readScorecard(engine: Engine): Promise<readonly Row[]> {
  await requireMade(engine, "scorecard", "no run has made the scorecard yet");
  return engine.rows(readSql("read/scorecard"), { last: QUARTERS });
}
