import type { Command } from "commander";
import {
  FEEDBACK_KINDS,
  type FeedbackFilter,
  feedbackQuery,
  SCORE_CLASSES,
  SENTIMENTS,
} from "../../pipeline/feedback/feedback-query.ts";
import {
  readFeedback,
  readTopicNames,
  requireFeedback,
} from "../../pipeline/feedback/read-feedback.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { describeItems, topicNames } from "../output/feedback-table.ts";
import { FILE_FORMATS, writeRows } from "../output/write-rows.ts";
import { parseDay, parseOneOf, parseWhole } from "../parse.ts";
import { inSession, type Session } from "../session.ts";
import { withCases } from "../with-cases.ts";
import { addCases } from "./cases.ts";
import { addTopics } from "./topics.ts";

type FileFlags = { readonly format: string; readonly output?: string };
type Flags = FileFlags &
  Readonly<
    Partial<
      Record<
        | "kind"
        | "score"
        | "sentiment"
        | "topic"
        | "segment"
        | "valueClass"
        | "from"
        | "until"
        | "customer"
        | "limit",
        string
      >
    >
  >;

const FORMATS = ["table", ...FILE_FORMATS] as const;
const SHOWN = 20;

export const addFeedback: AddCommand = (program, text) => {
  const t = text.feedback;
  const feedback = program.command("feedback").description(t.commands.feedback);
  addExamples(feedback, text, [
    "feedback",
    "feedback --topic delivery --score bad",
    "feedback topics",
    "feedback cases --overdue",
  ]);
  const list = feedback
    .command("list", { isDefault: true })
    .description(t.commands.list)
    .option("--kind <kind>", `${t.options.kind}: ${FEEDBACK_KINDS.join(", ")}`)
    .option("--score <class>", `${t.options.score}: ${SCORE_CLASSES.join(", ")}`)
    .option("--sentiment <mood>", `${t.options.sentiment}: ${SENTIMENTS.join(", ")}`)
    .option("--topic <name>", t.options.topic)
    .option("--segment <name>", t.options.segment)
    .option("--value-class <class>", t.options.valueClass)
    .option("--from <day>", t.options.from)
    .option("--until <day>", t.options.until)
    .option("--customer <id>", text.options.customer)
    .option("--limit <n>", text.options.limit)
    .option("--format <format>", `${text.options.format}: ${FORMATS.join(", ")}`, "table")
    .option("--output <file>", text.options.output)
    .action((flags: Flags, self: Command) =>
      inSession(self, (session) => listItems(session, flags)),
    );
  addExamples(list, text, [
    "feedback list --kind nps --score bad --from 2026-01-01",
    "feedback list --segment active_high --format excel-de --output Feedback.csv",
  ]);
  addTopics(feedback, text);
  addCases(feedback, text);
};

async function listItems(session: Session, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, FORMATS);
  const filter = filterOf(flags);
  const wanted = flags.limit ? parseWhole("--limit", flags.limit, 1, 100_000) : undefined;
  await withCases(session, async ({ workspace, cases, speech }) => {
    const { engine } = workspace;
    if (format !== "table") {
      await requireFeedback(engine, cases);
      const query = feedbackQuery(filter, wanted ? { limit: wanted } : undefined);
      const to = { ...query, format, output: flags.output };
      return written(session, flags, await writeRows(session, workspace, to));
    }
    const { items, total } = await readFeedback(engine, cases, filter, { limit: wanted ?? SHOWN });
    const t = speech.text.feedback;
    if (items.length === 0) return session.print(t.none);
    const nameOf = topicNames(await readTopicNames(engine), speech);
    session.print(describeItems(items, nameOf, speech));
    session.remark(t.shown(speech.number(items.length), speech.number(total)));
  });
}

/** @throws CliError OPTION_INVALID */
function filterOf(flags: Flags): FeedbackFilter {
  const { kind, score, sentiment, topic, segment, valueClass, from, until, customer } = flags;
  return {
    kind: kind === undefined ? undefined : parseOneOf("--kind", kind, FEEDBACK_KINDS),
    scoreClass: score === undefined ? undefined : parseOneOf("--score", score, SCORE_CLASSES),
    sentiment:
      sentiment === undefined ? undefined : parseOneOf("--sentiment", sentiment, SENTIMENTS),
    topic,
    segment,
    valueClass,
    from: from === undefined ? undefined : dayOf("--from", from),
    until: until === undefined ? undefined : dayOf("--until", until),
    customer,
  };
}

function dayOf(option: string, text: string): string {
  parseDay(option, text);
  return text;
}

function written({ speech, remark }: Session, { output }: FileFlags, rows: number): void {
  if (output) remark(speech.text.written(output, speech.number(rows)));
}
