import type { Command } from "commander";
import { changeTopic, readTopic, undoTopic } from "../../pipeline/feedback/improvements.ts";
import { readTopics, TOPICS_SQL } from "../../pipeline/feedback/read-feedback.ts";
import {
  rankingQuery,
  readTopicRanking,
  TOPIC_GROUPINGS,
  TOPIC_PERIODS,
} from "../../pipeline/feedback/topic-ranking.ts";
import { TOPIC_STATES } from "../../store/topic-table.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { describeRanking, describeTopic, describeTopics } from "../output/topic-table.ts";
import { FILE_FORMATS, writeRows } from "../output/write-rows.ts";
import { parseDay, parseOneOf } from "../parse.ts";
import { inSession, type Session } from "../session.ts";
import { withCases } from "../with-cases.ts";
import { changeOf, type WorkFlags } from "./cases.ts";

type ListFlags = {
  readonly by?: string;
  readonly period?: string;
  readonly start?: string;
  readonly format: string;
  readonly output?: string;
};

const FORMATS = ["table", ...FILE_FORMATS] as const;
const STATES = TOPIC_STATES.join(", ");

/** Adds the commands on topics to those on feedback. */
export const addTopics: AddCommand = (feedback, text) => {
  const { commands, options } = text.feedback;
  const topics = feedback
    .command("topics")
    .description(commands.topics)
    .option("--by <group>", `${options.by}: ${TOPIC_GROUPINGS.join(", ")}`)
    .option("--period <period>", `${options.period}: ${TOPIC_PERIODS.join(", ")}`)
    .option("--start <day>", options.start)
    .option("--format <format>", `${text.options.format}: ${FORMATS.join(", ")}`, "table")
    .option("--output <file>", text.options.output)
    .action((flags: ListFlags, self: Command) =>
      inSession(self, (session) => list(session, flags)),
    );
  addExamples(topics, text, [
    "feedback topics",
    "feedback topics --by segment --period quarter",
    "feedback topics --by value_class --period month --start 2026-03-01 --format json",
  ]);
  const one = feedback
    .command("topic")
    .argument("<topic>", options.topicName)
    .description(commands.topic)
    .option("--state <state>", `${options.setState}: ${STATES}`)
    .option("--owner <name>", options.owner)
    .option("--due <day>", options.dueTopic)
    .option("--outcome <text>", options.outcome)
    .option("--note <text>", options.note)
    .option("--undo", options.undo)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((topic: string, flags: WorkFlags, self: Command) =>
      inSession(self, (session) => workOn(session, topic, flags)),
    );
  addExamples(one, text, [
    "feedback topic delivery",
    'feedback topic delivery --state planned --owner "Team Logistik" --due 2026-09-30 --note "…"',
  ]);
};

async function list(session: Session, flags: ListFlags): Promise<void> {
  const format = parseOneOf("--format", flags.format, FORMATS);
  const { by, period, start } = flags;
  if (by !== undefined || period !== undefined || start !== undefined) {
    return rank(session, flags, format);
  }
  await withCases(session, async ({ workspace, topics, speech }) => {
    const { rows, suppressed } = await readTopics(workspace.engine);
    if (format !== "table") {
      const query = { sql: TOPICS_SQL, parameters: {}, format, output: flags.output };
      return written(session, flags, await writeRows(session, workspace, query));
    }
    const { smallestGroup, horizons } = workspace.settings;
    const t = speech.text.feedback;
    const { number } = speech;
    if (rows.length === 0) return session.print(t.noTopics);
    session.print(t.topicsCaption(number(horizons[0] as number)));
    session.print(describeTopics(rows, topics, speech));
    if (rows.some(({ critics }) => critics === null)) session.remark(t.few(number(smallestGroup)));
    tellHidden(session, suppressed, smallestGroup);
  });
}

async function rank(
  session: Session,
  flags: ListFlags,
  format: (typeof FORMATS)[number],
): Promise<void> {
  const query = {
    grouping: parseOneOf("--by", flags.by ?? "all", TOPIC_GROUPINGS),
    period: parseOneOf("--period", flags.period ?? "quarter", TOPIC_PERIODS),
    start: flags.start,
  };
  if (query.start) parseDay("--start", query.start);
  const workspace = await session.open();
  const ranking = await readTopicRanking(workspace.engine, query);
  const { speech } = session;
  const t = speech.text.feedback;
  if (!ranking.chosen) return session.print(t.noTopics);
  if (format !== "table") {
    const rows = { ...rankingQuery(query, ranking.chosen.start), format, output: flags.output };
    return written(session, flags, await writeRows(session, workspace, rows));
  }
  const { start, end, isComplete } = ranking.chosen;
  session.print(t.rankingCaption(speech.day(start), speech.day(end), isComplete));
  if (ranking.rows.length > 0) {
    session.print(describeRanking(ranking.rows, query.grouping, speech));
  }
  tellHidden(session, ranking.suppressed, workspace.settings.smallestGroup);
}

async function workOn(session: Session, topic: string, flags: WorkFlags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const change = changeOf(flags, TOPIC_STATES);
  await withCases(session, async ({ workspace: { engine }, topics, speech }) => {
    if (flags.undo) await undoTopic(engine, topics, topic);
    const view =
      Object.keys(change).length > 0
        ? await changeTopic(engine, topics, topic, change)
        : await readTopic(engine, topics, topic);
    if (format === "json") return session.print(JSON.stringify(view, null, 2));
    session.print(describeTopic(view, speech).join("\n\n"));
  });
}

function tellHidden({ speech, remark }: Session, hidden: number, least: number): void {
  const { text, number } = speech;
  if (hidden > 0) remark(text.feedback.hidden(number(hidden), number(least)));
}

function written({ speech, remark }: Session, { output }: ListFlags, rows: number): void {
  if (output) remark(speech.text.written(output, speech.number(rows)));
}
