import type { Command } from "commander";
import { WARNING_KINDS, type WarningKind } from "../../pipeline/warnings/kind.ts";
import {
  type AlertQuery,
  alertsQuery,
  countWarnings,
  readAlerts,
  readCharts,
  requireWarnings,
} from "../../pipeline/warnings/read-warnings.ts";
import type { WarningFit } from "../../pipeline/warnings/warning-fit.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { speechOf } from "../language.ts";
import { describeSignals, describeWarnings } from "../output/warning-table.ts";
import { FILE_FORMATS, writeRows } from "../output/write-rows.ts";
import { parseOneOf, parseWhole } from "../parse.ts";
import { inSession, type Session } from "../session.ts";

type Flags = {
  readonly table: string;
  readonly kind?: string;
  readonly limit?: string;
  readonly customer?: string;
  readonly all?: boolean;
  readonly format: string;
  readonly output?: string;
};

const FORMATS = ["table", ...FILE_FORMATS] as const;
const TABLES = ["alerts", "quality", "charts"] as const;
const TABLE_ROWS = 20;

export const addAlerts: AddCommand = (program, text) => {
  const command = program
    .command("alerts")
    .description(text.commands.alerts)
    .option("--table <name>", `${text.warnings.options.table}: ${TABLES.join(", ")}`, "alerts")
    .option("--kind <kind>", text.warnings.options.kind)
    .option("--limit <n>", text.options.limit)
    .option("--customer <id>", text.options.customer)
    .option("--all", text.warnings.options.all)
    .option("--format <format>", `${text.options.format}: ${FORMATS.join(", ")}`, "table")
    .option("--output <file>", text.options.output)
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, [
    "alerts",
    "alerts --kind undesired --limit 50",
    "alerts --customer K0000042",
    "alerts --table quality",
    "alerts --format excel-de --output Warnungen.csv",
  ]);
};

async function act(session: Session, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, FORMATS);
  const table = parseOneOf("--table", flags.table, TABLES);
  const kind = flags.kind && parseOneOf("--kind", flags.kind, WARNING_KINDS);
  const limit = flags.limit ? parseWhole("--limit", flags.limit, 1) : undefined;
  const workspace = await session.open();
  const fit = await requireWarnings(workspace.engine);
  if (table !== "alerts") return report(session, workspace, fit, table, format);
  const query: AlertQuery = {
    kind: kind || undefined,
    customer: flags.customer,
    // One customer is told of whether warned of or not.
    onlyAlerts: !(flags.all || flags.customer),
    limit: limit ?? (format === "table" && !flags.customer ? TABLE_ROWS : undefined),
  };
  if (format === "table") return show(session, query, kind ? [kind] : WARNING_KINDS);
  const rows = await writeRows(session, workspace, {
    ...alertsQuery(query),
    format,
    output: flags.output,
  });
  if (!flags.output) return;
  session.remark(session.speech.text.written(flags.output, session.speech.number(rows)));
}

/** @throws CliError OPTION_INVALID for formats that hold rows only */
async function report(
  { print, speech }: Session,
  { engine, settings }: Workspace,
  fit: WarningFit,
  table: "quality" | "charts",
  wanted: string,
): Promise<void> {
  const format = parseOneOf("--format", wanted, ["table", "json"]);
  const counts = await countWarnings(engine);
  const charts = table === "charts" ? await readCharts(engine) : [];
  if (format === "json") {
    print(JSON.stringify(table === "charts" ? charts : { ...fit, counts }, null, 2));
    return;
  }
  const told =
    table === "charts"
      ? describeSignals(charts, speech)
      : WARNING_KINDS.map((kind) =>
          describeWarnings(kind, fit, counts[kind], undefined, speech, settings.currency),
        );
  print(told.join("\n\n"));
}

async function show(
  session: Session,
  query: AlertQuery,
  kinds: readonly WarningKind[],
): Promise<void> {
  const { engine, settings } = await session.open();
  const speech = speechOf(session.speech.language, settings.currency);
  const fit = await requireWarnings(engine);
  const counts = await countWarnings(engine);
  const parts: string[] = [];
  for (const kind of kinds) {
    const rows = await readAlerts(engine, { ...query, kind });
    parts.push(describeWarnings(kind, fit, counts[kind], rows, speech, settings.currency));
  }
  const signals = describeSignals(await readCharts(engine), speech);
  session.print([...parts, ...(signals.length > 0 ? [signals.join("\n")] : [])].join("\n\n"));
}
