import type { Command } from "commander";
import {
  readSegmentDefinitions,
  readSegmentMoves,
  readSegmentPeriods,
  readStability,
} from "../../pipeline/segments/read-segments.ts";
import { isTold, SEGMENT_GRAINS } from "../../pipeline/segments/segment-queries.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { speechOf } from "../language.ts";
import { describeSegments } from "../output/segment-table.ts";
import { parseDay, parseOneOf, parseWhole } from "../parse.ts";
import { readPublished } from "../published.ts";
import { inSession, type Session } from "../session.ts";

type Flags = {
  readonly level: string;
  readonly grain: string;
  readonly last?: string;
  readonly periodEnd?: string;
  readonly format: string;
};

const PERIODS = 6;

export const addSegments: AddCommand = (program, text) => {
  const command = program
    .command("segments")
    .description(text.segments.command)
    .option("--level <level>", `${text.segments.level}: macro, micro, own`, "macro")
    .option("--grain <grain>", `${text.segments.grain}: ${SEGMENT_GRAINS.join(", ")}`, "month")
    .option("--last <n>", text.segments.last)
    .option("--period-end <day>", text.segments.periodEnd)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, [
    "segments",
    "segments --level micro",
    "segments --grain week --format json",
  ]);
};

async function act(session: Session, flags: Flags): Promise<void> {
  const level = parseOneOf("--level", flags.level, ["macro", "micro", "own"]);
  const grain = parseOneOf(
    "--grain",
    flags.grain,
    SEGMENT_GRAINS.filter((one) => isTold({ level, grain: one })),
  );
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const last = flags.last ? parseWhole("--last", flags.last, 1, 1000) : PERIODS;
  if (flags.periodEnd) parseDay("--period-end", flags.periodEnd);
  const workspace = await session.open();
  await readPublished(workspace);
  const { engine, settings } = workspace;
  const found = {
    periods: await readSegmentPeriods(engine, { level, grain }, last),
    moves: await readSegmentMoves(engine, { level, grain }, flags.periodEnd, settings.segments),
    definitions: level === "micro" ? await readSegmentDefinitions(engine) : [],
    stability: level === "micro" ? await readStability(engine) : undefined,
  };
  if (format === "json") return session.print(JSON.stringify(found, null, 2));
  const speech = speechOf(session.speech.language, settings.currency);
  session.print(describeSegments(found, settings.segments.names, speech));
}
