import type { Command } from "commander";
import { readSql } from "../../engines/sql-file.ts";
import { readNewCustomers } from "../../pipeline/new-customers/read-new-customers.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { speechOf } from "../language.ts";
import { describeNewCustomers } from "../output/new-customer-table.ts";
import { FILE_FORMATS, writeRows } from "../output/write-rows.ts";
import { parseOneOf } from "../parse.ts";
import { pickHorizon, readPublished } from "../published.ts";
import { inSession, type Session } from "../session.ts";

type Flags = { readonly horizon?: string; readonly format: string; readonly output?: string };

const FORMATS = ["table", ...FILE_FORMATS] as const;

export const addNewCustomers: AddCommand = (program, text) => {
  const command = program
    .command("new-customers")
    .description(text.newCustomers.command)
    .option("--horizon <months>", text.options.horizon)
    .option("--format <format>", `${text.options.format}: ${FORMATS.join(", ")}`, "table")
    .option("--output <file>", text.options.output)
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, [
    "new-customers",
    "new-customers --horizon 24 --format csv --output new.csv",
  ]);
};

async function act(session: Session, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, FORMATS);
  const workspace = await session.open();
  const { engine, settings } = workspace;
  const equity = pickHorizon(await readPublished(workspace), workspace, flags.horizon);
  const { horizonMonths } = equity;
  const { smallestGroup } = settings;
  const rows = await readNewCustomers(engine, horizonMonths, smallestGroup);
  const speech = speechOf(session.speech.language, settings.currency);
  if (rows.length === 0) return session.print(speech.text.newCustomers.none);
  if (format === "table") {
    return session.print(describeNewCustomers(rows, horizonMonths, speech));
  }
  const parameters = { horizon: horizonMonths, smallest_group: smallestGroup };
  const { output } = flags;
  const sql = readSql("read/new-customers");
  const count = await writeRows(session, workspace, { sql, parameters, format, output });
  if (output) session.remark(speech.text.written(output, speech.number(count)));
}
