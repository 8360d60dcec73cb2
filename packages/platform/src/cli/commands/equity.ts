import type { Command } from "commander";
import { csvWriter } from "../../api/csv.ts";
import type { Equity } from "../../pipeline/equity.ts";
import { PipelineError } from "../../pipeline/pipeline-error.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { type Speech, speechOf } from "../language.ts";
import { methodName } from "../output/method-name.ts";
import { drawTable } from "../output/table.ts";
import { parseOneOf } from "../parse.ts";
import { readPublished } from "../published.ts";
import { inSession, type Session } from "../session.ts";

export const addEquity: AddCommand = (program, text) => {
  const command = program
    .command("equity")
    .description(text.commands.equity)
    .option("--format <format>", `${text.options.format}: table, csv, json`, "table")
    .action((flags: { format: string }, self: Command) =>
      inSession(self, (session) => act(session, flags.format)),
    );
  addExamples(command, text, ["equity", "equity --format json"]);
};

async function act(session: Session, wanted: string): Promise<void> {
  const format = parseOneOf("--format", wanted, ["table", "csv", "json"]);
  const workspace = await session.open();
  const { run, equity } = await readPublished(workspace);
  if (!run.hasAmounts) throw new PipelineError("NO_AMOUNTS", "the orders have no amounts");
  if (format === "json") return session.print(JSON.stringify(equity, null, 2));
  if (format === "csv") return session.print(toCsv(equity));
  session.print(toTable(equity, workspace, session.speech.language));
}

function toCsv(equity: readonly Equity[]): string {
  const { row } = csvWriter("rfc4180");
  const names = Object.keys(equity[0] ?? {});
  const lines = equity.map((one) =>
    row(Object.values(one).map((v) => (typeof v === "boolean" ? String(v) : v))),
  );
  return (row(names) + lines.join("")).trimEnd();
}

function toTable(
  equity: readonly Equity[],
  { settings }: Workspace,
  language: Speech["language"],
): string {
  const speech = speechOf(language, settings.currency);
  const { text, number, money, percent, day } = speech;
  const t = text.equity;
  const right = (title: string) => ({ title, align: "right" }) as const;
  const table = drawTable(
    [
      right(t.horizon),
      { title: t.until },
      right(t.customers),
      right(t.purchases),
      right(t.revenue),
      right(t.discounted),
      right(t.interval),
      right(t.contribution),
    ],
    equity.map((one) => [
      `${one.horizonMonths}`,
      day(one.horizonEnd),
      number(one.customers),
      number(one.expectedPurchases),
      money(one.revenuePredicted),
      money(one.revenueDiscounted),
      `${money(one.revenueLow)} – ${money(one.revenueHigh)}`,
      money(one.contributionDiscounted),
    ]),
  );
  const [first] = equity;
  if (!first) return table;
  const method = methodName(text, first.method);
  const verified = first.verified ? text.verified : text.unverified;
  return [
    t.caption(day(first.asOf), method, verified),
    t.basis(text.basis[settings.basis], percent(first.discountRate)),
    first.marginRate === null ? t.noMargin : t.margin(percent(first.marginRate)),
    table,
  ].join("\n");
}
