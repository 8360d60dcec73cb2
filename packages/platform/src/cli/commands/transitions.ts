import type { Command } from "commander";
import { readTransitionCells, readTransitions } from "../../pipeline/segments/read-segments.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { speechOf } from "../language.ts";
import { describeTransitions } from "../output/transition-table.ts";
import { parseDay, parseOneOf } from "../parse.ts";
import { readPublished } from "../published.ts";
import { inSession, type Session } from "../session.ts";

type Flags = {
  readonly level: string;
  readonly months: string;
  readonly periodEnd?: string;
  readonly format: string;
};

export const addTransitions: AddCommand = (program, text) => {
  const command = program
    .command("transitions")
    .description(text.segments.transitionsCommand)
    .option("--level <level>", `${text.segments.level}: macro, micro`, "macro")
    .option("--months <months>", `${text.segments.months}: 1, 3`, "1")
    .option("--period-end <day>", text.segments.learntOn)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, ["transitions", "transitions --level micro --months 3"]);
};

async function act(session: Session, flags: Flags): Promise<void> {
  const level = parseOneOf("--level", flags.level, ["macro", "micro"]);
  const months = Number(parseOneOf("--months", flags.months, ["1", "3"]));
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const { periodEnd } = flags;
  if (periodEnd) parseDay("--period-end", periodEnd);
  const workspace = await session.open();
  await readPublished(workspace);
  const { engine, settings } = workspace;
  const report = await readTransitions(engine);
  const cells = await readTransitionCells(engine, { level, months, periodEnd }, settings.segments);
  if (format === "json") return session.print(JSON.stringify({ ...report, cells }, null, 2));
  const speech = speechOf(session.speech.language, settings.currency);
  session.print(describeTransitions({ report, cells, months }, settings.segments.names, speech));
}
