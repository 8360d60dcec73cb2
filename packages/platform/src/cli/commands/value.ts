import type { Command } from "commander";
import type { Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { Equity } from "../../pipeline/equity.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { type Speech, speechOf } from "../language.ts";
import { methodName } from "../output/method-name.ts";
import { drawTable } from "../output/table.ts";
import { FILE_FORMATS, type FileFormat, writeRows } from "../output/write-rows.ts";
import { parseOneOf, parseWhole } from "../parse.ts";
import { pickHorizon, readPublished } from "../published.ts";
import { inSession, type Session } from "../session.ts";

type Flags = {
  readonly horizon?: string;
  readonly limit?: string;
  readonly customer?: string;
  readonly format: string;
  readonly output?: string;
};

const FORMATS = ["table", ...FILE_FORMATS] as const;
const TABLE_ROWS = 20;

export const addValue: AddCommand = (program, text) => {
  const command = program
    .command("value")
    .description(text.commands.value)
    .option("--horizon <months>", text.options.horizon)
    .option("--limit <n>", text.options.limit)
    .option("--customer <id>", text.options.customer)
    .option("--format <format>", `${text.options.format}: ${FORMATS.join(", ")}`, "table")
    .option("--output <file>", text.options.output)
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, [
    "value --limit 50",
    "value --customer K0000042",
    "value --format csv --output values.csv",
    "value --format excel-de --output Kundenwerte.csv",
    "value --horizon 24 --format parquet --output values.parquet",
  ]);
};

async function act(session: Session, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, FORMATS);
  const workspace = await session.open();
  const equity = pickHorizon(await readPublished(workspace), workspace, flags.horizon);
  const parameters = {
    horizon: equity.horizonMonths,
    customer: flags.customer ?? null,
    limit: limitOf(flags, format),
  };
  if (flags.customer) await requireCustomer(workspace, flags.customer);
  const sql = readSql("export/customer_value");
  if (format !== "table") {
    const count = await writeRows(session, workspace, {
      sql,
      parameters,
      format,
      output: flags.output,
    });
    if (flags.output)
      session.remark(session.speech.text.written(flags.output, session.speech.number(count)));
    return;
  }
  const rows = await workspace.engine.rows(sql, parameters);
  show(session, workspace, equity, rows);
  if (equity.revenueDiscounted === null) session.remark(session.speech.text.value.noAmounts);
}

/** @throws CliError CUSTOMER_UNKNOWN */
async function requireCustomer({ engine }: Workspace, customer: string): Promise<void> {
  const sql = "SELECT customer_id FROM customer_value WHERE customer_id = $customer LIMIT 1";
  const [known] = await engine.rows(sql, { customer });
  if (!known) throw new CliError("CUSTOMER_UNKNOWN", { customer });
}

/** A table for people is short unless told; a file holds everyone. */
function limitOf(flags: Flags, format: "table" | FileFormat): number | null {
  if (flags.limit) return parseWhole("--limit", flags.limit, 1);
  return format === "table" && !flags.customer ? TABLE_ROWS : null;
}

function show(session: Session, workspace: Workspace, equity: Equity, rows: readonly Row[]): void {
  const { settings } = workspace;
  const speech = speechOf(session.speech.language, settings.currency);
  const { text, number } = speech;
  session.print(
    text.value.caption({
      shown: number(rows.length),
      all: number(equity.customers),
      asOf: speech.day(equity.asOf),
      months: number(equity.horizonMonths),
      basis: text.basis[settings.basis],
      rate: speech.percent(equity.discountRate),
      method: methodName(text, equity.method),
      verified: equity.verified ? text.verified : text.unverified,
    }),
  );
  session.print(toTable(rows, speech));
  if (rows.length < equity.customers) session.remark(text.value.more);
}

function toTable(rows: readonly Row[], speech: Speech): string {
  const t = speech.text.value;
  const num = (row: Row, name: string) => row[name] as number | null;
  const columns: readonly [title: string, cell: (row: Row) => string][] = [
    [t.customer, (row) => String(row.customer_id)],
    [t.purchases, (row) => speech.number(num(row, "purchases"))],
    [t.last, (row) => speech.day(String(row.last_day))],
    [t.historic, (row) => speech.money(num(row, "revenue_historic"))],
    [t.expected, (row) => speech.number(num(row, "expected_purchases"), 2)],
    [t.none, (row) => speech.percent(num(row, "probability_no_purchase"))],
    [t.predicted, (row) => speech.money(num(row, "revenue_predicted"))],
    [t.discounted, (row) => speech.money(num(row, "revenue_discounted"))],
    [t.contribution, (row) => speech.money(num(row, "contribution_discounted"))],
    [t.total, (row) => speech.money(num(row, "revenue_total"))],
    [t.class, (row) => String(row.class)],
  ];
  return drawTable(
    columns.map(([title], at) => ({ title, align: at === 0 ? "left" : "right" })),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  );
}
