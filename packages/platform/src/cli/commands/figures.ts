import type { Command } from "commander";
import { readSql } from "../../engines/sql-file.ts";
import { DIMENSIONS } from "../../pipeline/figures/catalogue/figure.ts";
import { FIGURES, findFigure } from "../../pipeline/figures/catalogue/index.ts";
import { PERIOD_KINDS, type PeriodKind } from "../../pipeline/figures/period.ts";
import {
  type FigureQuery,
  type FigureValue,
  figureStatement,
  readFigures,
  requireFigures,
} from "../../pipeline/figures/read-figures.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { speechOf } from "../language.ts";
import { describeFigures } from "../output/figure-table.ts";
import { rowsTable } from "../output/rows-table.ts";
import { tellSuppressed } from "../output/suppressed.ts";
import { FILE_FORMATS, type RowsQuery, writeRows } from "../output/write-rows.ts";
import { parseOneOf, parseWhole } from "../parse.ts";
import { inSession, type Session } from "../session.ts";
import { TARGETS, tellTargets } from "./figure-targets.ts";

type Flags = Readonly<Record<"dimension" | "format", string>> &
  Readonly<Partial<Record<"figure" | "period" | "member" | "last" | "table" | "output", string>>>;

const FORMATS = ["table", ...FILE_FORMATS] as const;
/** Tables of their own beside the figures, and what narrows them down. */
const TABLES = {
  cohorts: "cohorts",
  contracts: "cohorts",
  drivers: "clv-drivers",
  comparisons: "group-comparisons",
  concentration: "revenue-concentration",
  scorecard: "scorecard",
} as const;
const TABLE_NAMES = Object.keys(TABLES) as (keyof typeof TABLES)[];
const PERIODS_SHOWN = 13;
const QUARTERS_SHOWN = 5;

export const addFigures: AddCommand = (program, text) => {
  const t = text.figures.options;
  const command = program
    .command("figures")
    .description(text.commands.figures)
    .option("--figure <name>", t.figure)
    .option("--period <kind>", `${t.period}: ${PERIOD_KINDS.join(", ")}`)
    .option("--dimension <name>", `${t.dimension}: ${DIMENSIONS.join(", ")}`, "all")
    .option("--member <name>", t.member)
    .option("--last <n>", t.last)
    .option("--table <name>", `${t.table}: ${[...TABLE_NAMES, TARGETS].join(", ")}`)
    .option("--format <format>", `${text.options.format}: ${FORMATS.join(", ")}`, "table")
    .option("--output <file>", text.options.output)
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, [
    "figures",
    "figures --figure nps --period quarter",
    "figures --figure clv_cac --period total --dimension acquisition_channel",
    "figures --table cohorts --format csv --output cohorts.csv",
    "figures --table targets --period quarter",
    "figures --table scorecard --last 8",
  ]);
};

async function act(session: Session, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, FORMATS);
  const query = queryOf(flags);
  const workspace = await session.open();
  await requireFigures(workspace.engine);
  if (flags.table === TARGETS) return tellTargets(session, workspace, query, format);
  const rowsOf = (suppressed: 0 | 1) =>
    flags.table
      ? tableStatement(flags, query, workspace.settings, suppressed)
      : figureStatement(query, suppressed);
  if (format !== "table") {
    await write(session, workspace, { ...rowsOf(0), format, output: flags.output });
    return tellHidden(session, workspace, rowsOf(1));
  }
  if (flags.table) {
    await showRows(session, workspace, rowsOf(0));
    return tellHidden(session, workspace, rowsOf(1));
  }
  const last = query.last ?? (query.figure && query.dimension === "all" ? PERIODS_SHOWN : 1);
  const wanted = { ...query, last };
  const values = await readFigures(workspace.engine, wanted, workspace.settings);
  show(session, workspace, values, wanted);
  tellUntold(session, wanted);
  await tellHidden(session, workspace, figureStatement(wanted, 1));
}

/** Says that there are figures that no such period has, and why. */
function tellUntold({ speech, remark }: Session, { figure, period }: FigureQuery): void {
  if (figure !== undefined || period !== "week") return;
  const untold = FIGURES.filter(({ periods }) => !periods.includes(period));
  remark(speech.text.figures.noWeeks(speech.number(untold.length)));
}

/** Says how many rows are not shown because their groups are too small. */
async function tellHidden(
  session: Session,
  { engine, settings }: Workspace,
  { sql, parameters }: Pick<RowsQuery, "sql" | "parameters">,
): Promise<void> {
  if (!("suppressed" in parameters)) return;
  const hidden = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS n FROM (${sql}) AS hidden`,
    parameters,
  );
  tellSuppressed(session, Number(hidden[0]?.n), settings.smallestGroup);
}

/** @throws CliError OPTION_INVALID */
function queryOf({ figure, period, dimension, member, last }: Flags): FigureQuery {
  const names = FIGURES.map(({ name }) => name);
  const wanted = figure === undefined ? undefined : parseOneOf("--figure", figure, names);
  return {
    figure: wanted,
    period: periodOf(wanted, period),
    dimension: parseOneOf("--dimension", dimension, DIMENSIONS),
    member,
    last: last === undefined ? undefined : parseWhole("--last", last, 1),
  };
}

/** A month unless told; of a figure that no month has, the first period it has. */
function periodOf(figure: string | undefined, period: string | undefined): PeriodKind {
  const told = (figure && findFigure(figure)?.periods) || PERIOD_KINDS;
  if (period !== undefined) return parseOneOf("--period", period, told);
  return told.includes("month") ? "month" : (told[0] as PeriodKind);
}

/** @throws CliError OPTION_INVALID */
function tableStatement(
  { table = "" }: Flags,
  query: FigureQuery,
  { smallestGroup }: Workspace["settings"],
  suppressed: 0 | 1,
): Pick<RowsQuery, "sql" | "parameters"> {
  const { dimension, member = "all" } = query;
  const name = parseOneOf("--table", table, TABLE_NAMES);
  const sql = readSql(`read/${TABLES[name]}`);
  if (name === "scorecard") return { sql, parameters: { last: query.last ?? QUARTERS_SHOWN } };
  // Shares of all buyers of a year are of no group.
  if (name === "concentration") return { sql, parameters: {} };
  const cohort_kind = name === "contracts" ? "contracts" : "purchases";
  const groups = { smallest_group: smallestGroup, suppressed };
  return { sql, parameters: { cohort_kind, dimension, member, ...groups } };
}

async function write(session: Session, workspace: Workspace, query: RowsQuery): Promise<void> {
  const count = await writeRows(session, workspace, query);
  const { text, number } = session.speech;
  if (query.output) session.remark(text.written(query.output, number(count)));
}

function show(
  session: Session,
  { settings }: Workspace,
  values: readonly FigureValue[],
  query: FigureQuery,
): void {
  const speech = speechOf(session.speech.language, settings.currency);
  const t = speech.text.figures;
  if (values.length === 0) {
    session.print(t.none);
    return;
  }
  session.print(
    t.caption(t.periods[query.period] ?? query.period, speech.text.basis[settings.basis]),
  );
  session.print(describeFigures(values, speech));
  if (values.some(({ isComplete }) => !isComplete)) session.remark(t.running);
  if (values.some(({ isProvisional }) => isProvisional)) session.remark(t.provisional);
  if (values.some(({ alert }) => alert)) session.remark(t.alert);
}

async function showRows(
  session: Session,
  { engine }: Workspace,
  { sql, parameters }: Pick<RowsQuery, "sql" | "parameters">,
): Promise<void> {
  const rows = await engine.rows(sql, parameters);
  const { speech } = session;
  session.print(rows.length > 0 ? rowsTable(rows, speech) : speech.text.figures.none);
}
