import type { Command } from "commander";
import {
  casesQuery,
  changeCase,
  readCase,
  readCases,
  undoCase,
} from "../../pipeline/feedback/cases.ts";
import { requireFeedback } from "../../pipeline/feedback/read-feedback.ts";
import { todayIn } from "../../pipeline/feedback/today.ts";
import { CASE_STATES } from "../../store/case-record.ts";
import type { CaseChange } from "../../store/case-table.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { describeCase, describeCases, topicNames } from "../output/feedback-table.ts";
import { FILE_FORMATS, writeRows } from "../output/write-rows.ts";
import { parseDay, parseOneOf, parseWhole } from "../parse.ts";
import { inSession, type Session } from "../session.ts";
import { withCases } from "../with-cases.ts";

type ListFlags = {
  readonly state?: string;
  readonly overdue?: boolean;
  readonly customer?: string;
  readonly limit?: string;
  readonly format: string;
  readonly output?: string;
};
/** What can be said about a case or a topic. */
export type WorkFlags = {
  readonly state?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly outcome?: string;
  readonly note?: string;
  readonly undo?: boolean;
  readonly format: string;
};

const FORMATS = ["table", ...FILE_FORMATS] as const;
const STATES = CASE_STATES.join(", ");
const SHOWN = 20;

/** Adds the commands on cases to those on feedback. */
export const addCases: AddCommand = (feedback, text) => {
  const { commands, options } = text.feedback;
  const cases = feedback
    .command("cases")
    .description(commands.cases)
    .option("--state <state>", `${options.state}: ${STATES}`)
    .option("--overdue", options.overdue)
    .option("--customer <id>", text.options.customer)
    .option("--limit <n>", text.options.limit)
    .option("--format <format>", `${text.options.format}: ${FORMATS.join(", ")}`, "table")
    .option("--output <file>", text.options.output)
    .action((flags: ListFlags, self: Command) =>
      inSession(self, (session) => list(session, flags)),
    );
  addExamples(cases, text, ["feedback cases --overdue", "feedback cases --state in_work"]);
  const one = feedback
    .command("case")
    .argument("<id>", options.id)
    .description(commands.case)
    .option("--state <state>", `${options.setState}: ${STATES}`)
    .option("--owner <name>", options.owner)
    .option("--due <day>", options.due)
    .option("--outcome <text>", options.outcome)
    .option("--note <text>", options.note)
    .option("--undo", options.undo)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((id: string, flags: WorkFlags, self: Command) =>
      inSession(self, (session) => workOn(session, id, flags)),
    );
  addExamples(one, text, [
    "feedback case nps:F-0000042-1",
    'feedback case nps:F-0000042-1 --state in_work --owner "Team Nord" --note "…"',
  ]);
};

async function list(session: Session, flags: ListFlags): Promise<void> {
  const format = parseOneOf("--format", flags.format, FORMATS);
  const state = flags.state ? parseOneOf("--state", flags.state, CASE_STATES) : undefined;
  const limit = parseWhole("--limit", flags.limit ?? `${SHOWN}`, 1, 100_000);
  await withCases(session, async ({ workspace, cases, speech }) => {
    const { engine, settings } = workspace;
    const today = todayIn(settings.timeZone);
    const dueBefore = flags.overdue ? today : undefined;
    const filter = { state, dueBefore, customer: flags.customer };
    if (format !== "table") {
      await requireFeedback(engine, cases);
      const query = { ...casesQuery(filter), format, output: flags.output };
      const rows = await writeRows(session, workspace, query);
      if (flags.output) session.remark(speech.text.written(flags.output, speech.number(rows)));
      return;
    }
    const { rows, total } = await readCases(engine, cases, filter, { limit });
    const t = speech.text.feedback;
    if (rows.length === 0) return session.print(t.none);
    session.print(describeCases(rows, today, speech));
    session.remark(t.shown(speech.number(rows.length), speech.number(total)));
  });
}

async function workOn(session: Session, id: string, flags: WorkFlags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const change = changeOf(flags, CASE_STATES);
  await withCases(session, async ({ workspace, cases, speech }) => {
    const { engine, settings } = workspace;
    if (flags.undo) await undoCase(engine, cases, id);
    const view =
      Object.keys(change).length > 0
        ? await changeCase(engine, cases, id, change)
        : await readCase(engine, cases, id);
    if (format === "json") return session.print(JSON.stringify(view, null, 2));
    const nameOf = topicNames(view.topicNames, speech);
    session.print(describeCase(view, nameOf, todayIn(settings.timeZone), speech).join("\n\n"));
  });
}

/**
 * What is not said stays; what is said to be empty is taken away.
 *
 * @throws CliError OPTION_INVALID
 */
export function changeOf<State extends string>(
  { state, owner, due, outcome, note }: WorkFlags,
  states: readonly State[],
): CaseChange<State> {
  const orNone = (text: string) => text.trim() || null;
  if (due) parseDay("--due", due);
  return {
    ...(state === undefined ? {} : { state: parseOneOf("--state", state, states) }),
    ...(owner === undefined ? {} : { owner: orNone(owner) }),
    ...(due === undefined ? {} : { dueOn: orNone(due) }),
    ...(outcome === undefined ? {} : { outcome: orNone(outcome) }),
    ...(note?.trim() ? { note: note.trim() } : {}),
  };
}
