import type { Command } from "commander";
import { csvWriter } from "../../api/csv.ts";
import type { Parameters } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { Equity } from "../../pipeline/equity.ts";
import { requireMade } from "../../pipeline/not-made.ts";
import { PipelineError } from "../../pipeline/pipeline-error.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { type Speech, speechOf } from "../language.ts";
import { methodName } from "../output/method-name.ts";
import { rowsTable } from "../output/rows-table.ts";
import { drawTable, right } from "../output/table.ts";
import { writeRows } from "../output/write-rows.ts";
import { parseOneOf } from "../parse.ts";
import { pickHorizon, readPublished } from "../published.ts";
import { inSession, type Session } from "../session.ts";

type Flags = { readonly table: string; readonly horizon?: string; readonly format: string };

const FORMATS = ["table", "csv", "json"] as const;
/** What screens show beside the sum itself, and the step that makes it. */
const TABLES = {
  bridge: { sql: "equity-bridge", made: "equity_bridge", ofHorizon: false },
  deciles: { sql: "value-decile", made: "value_decile", ofHorizon: true },
  lorenz: { sql: "value-lorenz", made: "value_lorenz", ofHorizon: true },
  classes: { sql: "value-histogram", made: "value_histogram", ofHorizon: true },
} as const;
const TABLE_NAMES = Object.keys(TABLES) as (keyof typeof TABLES)[];

export const addEquity: AddCommand = (program, text) => {
  const command = program
    .command("equity")
    .description(text.commands.equity)
    .option("--table <name>", `${text.equity.table}: sum, ${TABLE_NAMES.join(", ")}`, "sum")
    .option("--horizon <months>", text.options.horizon)
    .option("--format <format>", `${text.options.format}: ${FORMATS.join(", ")}`, "table")
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, [
    "equity",
    "equity --format json",
    "equity --table bridge",
    "equity --table deciles --horizon 24 --format csv",
  ]);
};

async function act(session: Session, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, FORMATS);
  const table = parseOneOf("--table", flags.table, ["sum", ...TABLE_NAMES]);
  const workspace = await session.open();
  const published = await readPublished(workspace);
  if (!published.run.hasAmounts)
    throw new PipelineError("NO_AMOUNTS", "the orders have no amounts");
  const horizon = flags.horizon && pickHorizon(published, workspace, flags.horizon).horizonMonths;
  if (table !== "sum") {
    const months = horizon || pickHorizon(published, workspace, undefined).horizonMonths;
    return tell(session, workspace, table, months, format);
  }
  const equity = published.equity.filter(
    ({ horizonMonths }) => !horizon || horizonMonths === horizon,
  );
  if (format === "json") return session.print(JSON.stringify(equity, null, 2));
  if (format === "csv") return session.print(toCsv(equity));
  session.print(toTable(equity, workspace, session.speech.language));
}

/** How the worth of all customers moved, or how it is spread. */
async function tell(
  session: Session,
  workspace: Workspace,
  table: keyof typeof TABLES,
  horizon: number,
  format: (typeof FORMATS)[number],
): Promise<void> {
  const { sql: file, made, ofHorizon } = TABLES[table];
  // A run that was stopped after its values has none of these.
  await requireMade(workspace.engine, made, `no run has made ${made} yet`);
  const parameters: Parameters = ofHorizon ? { horizon } : {};
  const query = { sql: readSql(`read/${file}`), parameters };
  if (format !== "table") {
    await writeRows(session, workspace, { ...query, format, output: undefined });
    return;
  }
  const rows = await workspace.engine.rows(query.sql, query.parameters);
  const { speech } = session;
  session.print(rows.length > 0 ? rowsTable(rows, speech) : speech.text.equity.nothing);
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
