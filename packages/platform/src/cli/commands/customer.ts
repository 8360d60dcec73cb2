import type { Command } from "commander";
import { readCustomer360 } from "../../pipeline/customer-360/customer-360.ts";
import { readTimeline } from "../../pipeline/customer-360/timeline.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { customerView } from "../customer-view.ts";
import { speechOf } from "../language.ts";
import { parseOneOf, parseWhole } from "../parse.ts";
import { inSession, type Session } from "../session.ts";

type Flags = { readonly format: string; readonly limit?: string; readonly horizon?: string };

const TIMELINE_ROWS = 20;

export const addCustomer: AddCommand = (program, text) => {
  const command = program
    .command("customer")
    .argument("<id>", text.options.customerId)
    .description(text.commands.customer)
    .option("--horizon <months>", text.options.horizon)
    .option("--limit <n>", text.options.limit)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((id: string, flags: Flags, self: Command) =>
      inSession(self, (session) => act(session, id, flags)),
    );
  addExamples(command, text, ["customer K0000042", "customer K0000042 --format json"]);
};

async function act(session: Session, id: string, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const limit = flags.limit ? parseWhole("--limit", flags.limit, 1, 100_000) : TIMELINE_ROWS;
  const months = flags.horizon ? parseWhole("--horizon", flags.horizon, 1) : undefined;
  const workspace = await session.open();
  const view = await readCustomer360(workspace, id);
  const timeline = await readTimeline(workspace.engine, view.person, {
    limit: flags.limit || format === "table" ? limit : 100_000,
  });
  if (format === "json") {
    return session.print(JSON.stringify({ ...view, timeline: timeline.rows }, null, 2));
  }
  const { settings } = workspace;
  const speech = speechOf(session.speech.language, settings.currency);
  const parts = customerView(view, speech, {
    customers: await countCustomers(workspace),
    months,
    timeline: timeline.rows,
    basis: speech.text.basis[settings.basis],
  });
  session.print(parts.join("\n\n"));
  if (timeline.next) session.remark(speech.text.customer.more);
}

async function countCustomers({ engine }: Workspace): Promise<number> {
  if (!(await engine.hasTable("equity"))) return 0;
  const [row] = await engine.rows("SELECT max(customers) AS customers FROM equity");
  return Number(row?.customers ?? 0);
}
