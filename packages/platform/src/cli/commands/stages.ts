import type { Command } from "commander";
import { readCustomerLifecycle, readLifecycle } from "../../pipeline/lifecycle/read-lifecycle.ts";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { speechOf } from "../language.ts";
import { describeCustomer, describeLifecycle } from "../output/stage-table.ts";
import { tellSuppressed } from "../output/suppressed.ts";
import { parseOneOf } from "../parse.ts";
import { readPublished } from "../published.ts";
import { inSession, type Session } from "../session.ts";

type Flags = { readonly customer?: string; readonly format: string };

export const addStages: AddCommand = (program, text) => {
  const command = program
    .command("stages")
    .description(text.commands.stages)
    .option("--customer <id>", text.options.customer)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, ["stages", "stages --customer K0000042", "stages --format json"]);
};

async function act(session: Session, { customer, format: wanted }: Flags): Promise<void> {
  const format = parseOneOf("--format", wanted, ["table", "json"]);
  const workspace = await session.open();
  await readPublished(workspace);
  const speech = speechOf(session.speech.language, workspace.settings.currency);
  const { engine, settings } = workspace;
  if (customer === undefined) {
    const found = await readLifecycle(engine, settings.smallestGroup);
    session.print(
      format === "json" ? JSON.stringify(found, null, 2) : describeLifecycle(found, speech),
    );
    return tellSuppressed(session, found.suppressed, settings.smallestGroup);
  }
  const history = await readCustomerLifecycle(engine, customer);
  if (format === "json") return session.print(JSON.stringify(history, null, 2));
  if (history.stages.length === 0) throw new CliError("CUSTOMER_UNKNOWN", { customer });
  session.print(describeCustomer(customer, history, speech));
}
