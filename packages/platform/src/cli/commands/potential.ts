import type { Command } from "commander";
import { readLargestGaps, readPotentialGroups } from "../../pipeline/potential/read-potential.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { speechOf } from "../language.ts";
import { describeGaps, describeGroups } from "../output/potential-table.ts";
import { tellSuppressed } from "../output/suppressed.ts";
import { parseOneOf, parseWhole } from "../parse.ts";
import { inSession, type Session } from "../session.ts";

type Flags = { readonly table: string; readonly limit: string; readonly format: string };

export const addPotential: AddCommand = (program, text) => {
  const command = program
    .command("potential")
    .description(text.commands.potential)
    .option("--table <table>", `${text.figures.options.table}: groups, customers`, "groups")
    .option("--limit <rows>", text.options.limit, "20")
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, ["potential", "potential --table customers --limit 50"]);
};

async function act(session: Session, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const table = parseOneOf("--table", flags.table, ["groups", "customers"]);
  const limit = parseWhole("--limit", flags.limit, 1);
  const { engine, settings } = await session.open();
  const speech = speechOf(session.speech.language, settings.currency);
  const { groups, suppressed } = await readPotentialGroups(engine, settings.smallestGroup);
  const gaps = table === "customers" ? await readLargestGaps(engine, limit) : [];
  if (format === "json") {
    session.print(JSON.stringify(table === "groups" ? groups : gaps, null, 2));
    return;
  }
  const t = speech.text.potential;
  if (groups.length === 0) return session.print(t.none);
  const body =
    table === "groups" ? describeGroups(groups, limit, speech) : describeGaps(gaps, speech);
  session.print(`${t.caption(speech.text.basis[settings.basis])}\n${body}`);
  if (table === "groups") tellSuppressed(session, suppressed, settings.smallestGroup);
}
