import type { Engine } from "../../engines/engine.ts";
import { identifier } from "../../engines/engine.ts";
import type { RunContext, SqlStep, Step } from "../step.ts";
import { sqlStep } from "../step.ts";
import { CLOSING } from "./closing-outcomes.ts";
import { dictionary } from "./dictionary.ts";
import { topicsOf } from "./topics.ts";

/**
 * What customers said: numbered, read for topics and mood, and the cases that it opens. Made from
 * the ledger alone, so that a case is there as soon as its answer is.
 */
export const answerSteps: readonly Step[] = [
  ofFeedback({
    name: "feedback_answer",
    reads: ["ledger/feedback"],
    checks: { "every answer has a time": "given_at IS NULL" },
  }),
  smallTable(
    "feedback_word",
    "topic VARCHAR, word VARCHAR, pattern VARCHAR, polarity DOUBLE",
    (topics) => dictionary(topics),
  ),
  ofFeedback({
    name: "feedback_mention",
    reads: ["feedback_answer", "feedback_word"],
    checks: { "a word tells a topic or a mood": "(topic = '') = (polarity = 0)" },
  }),
  ofFeedback({
    name: "feedback_item",
    reads: ["feedback_answer", "feedback_mention", "ledger/interactions"],
    parameters: ({ settings: { cases } }) => ({
      nps_at_most: cases.npsAtMost,
      score_at_most: cases.scoreAtMost,
      working_days: cases.workingDays,
      open_days: cases.openDays,
      closing: CLOSING,
    }),
    checks: {
      "a case begins somehow and is due":
        "(case_id IS NULL) <> (case_begins IS NULL OR due_on IS NULL)",
      "nothing is due before it was said": "due_on < given_on - INTERVAL '2' DAY",
    },
  }),
  smallTable(
    "feedback_topic_name",
    "topic VARCHAR, name_de VARCHAR, name_en VARCHAR",
    (topics) => ({
      topic: topics.map(({ topic }) => topic),
      name_de: topics.map(({ de }) => de),
      name_en: topics.map(({ en }) => en),
    }),
  ),
];

/** Satisfaction, loyalty and value of each macro segment, by quarter. */
export const scorecard: Step = ofFeedback({
  name: "scorecard",
  reads: ["segment_period", "segment_macro", "feedback_item"],
  parameters: ({ settings }) => ({ smallest_group: settings.smallestGroup }),
  checks: {
    "shares lie between 0 and 1": "loyalty < 0 OR loyalty > 1 OR csat < 0 OR csat > 1",
    "the NPS lies in its interval's range": "nps < -100 OR nps > 100 OR nps_low > nps_high",
  },
});

const feedbackCustomer = {
  name: "feedback_customer",
  reads: ["feedback_item", "customer_value", "segment_macro", "warning"],
  parameters: ({ settings }: RunContext) => ({ horizon: settings.horizons[0] as number }),
  checks: { "everybody is somebody": "customer_id IS NULL" },
};

const topics: readonly Step[] = [
  ofFeedback({
    name: "feedback_topic",
    reads: ["feedback_topic_name", "feedback_mention", "feedback_item", "feedback_customer"],
    parameters: ({ settings }) => ({ smallest_group: settings.smallestGroup }),
    checks: { "critics are customers": "critics > customers" },
  }),
  ofFeedback({
    name: "feedback_topic_cell",
    reads: ["feedback_mention", "feedback_item", "feedback_customer", "figure_period"],
    parameters: ({ settings }) => ({ smallest_group: settings.smallestGroup }),
    checks: { "a topic has its share of the answers": "answers < 1 OR answers > told" },
  }),
];

/** What those who spoke are worth, and the topics they speak of; made when values are. */
export const topicSteps: readonly Step[] = [ofFeedback(feedbackCustomer), ...topics, scorecard];

/** The topics where nobody is valued: nobody is in a segment, and nobody warns. */
export const topicStepsAlone: readonly Step[] = [
  ofFeedback({
    ...feedbackCustomer,
    reads: ["feedback_item", "customer_value"],
    adapt: (sql) =>
      sql
        .replaceAll(/ segment_macro\b(?! \()/g, NO_SEGMENT)
        .replace(/ warning\b(?= AS)/, NO_WARNING),
  }),
  ...topics,
];

const NO_SEGMENT = ` (SELECT CAST(NULL AS VARCHAR) AS customer_id, CAST(NULL AS VARCHAR) AS macro,
  CAST(NULL AS DATE) AS period_end WHERE 1 = 0)`;
const NO_WARNING = ` (SELECT CAST(NULL AS VARCHAR) AS customer_id, CAST(NULL AS VARCHAR) AS kind,
  CAST(NULL AS DOUBLE) AS at_stake WHERE 1 = 0)`;

/** A step of sql/feedback that depends on nothing but what it reads and its own values. */
function ofFeedback(definition: Omit<SqlStep, "file">): Step {
  const { name, parameters = () => ({}) } = definition;
  return { ...sqlStep({ ...definition, file: `feedback/${name}` }), inputs: parameters };
}

type Topics = ReturnType<typeof topicsOf>;

/** A lookup table that the settings tell. */
function smallTable(
  name: string,
  declaration: string,
  columnsOf: (topics: Topics) => Parameters<Engine["append"]>[1],
): Step {
  const facts = ({ settings }: Pick<RunContext, "settings">) =>
    columnsOf(topicsOf(settings.topics));
  return {
    name,
    reads: [],
    text: declaration,
    checks: { "every row has a topic": "topic IS NULL" },
    inputs: (context) => ({ rows: JSON.stringify(facts(context)) }),
    async write(context, table) {
      const { engine } = context;
      await engine.run(`DROP TABLE IF EXISTS ${identifier(table)}`);
      await engine.run(`CREATE TABLE ${identifier(table)} (${declaration})`);
      await engine.append(table, facts(context));
    },
  };
}
