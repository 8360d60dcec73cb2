import type { ExportTableName, ExportTableQuery } from "@kundenwert/contract";
import type { Engine, Parameters } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import { readPredictions } from "../pipeline/backtest/predictions.ts";
import type { BacktestReport } from "../pipeline/backtest/report.ts";
import { readPerson } from "../pipeline/customer-360/person.ts";
import { timelineQuery } from "../pipeline/customer-360/timeline.ts";
import { casesQuery } from "../pipeline/feedback/cases.ts";
import { feedbackQuery } from "../pipeline/feedback/feedback-query.ts";
import { requireFeedback, TOPICS_SQL } from "../pipeline/feedback/read-feedback.ts";
import { figureStatement, requireFigures } from "../pipeline/figures/read-figures.ts";
import { requireMade } from "../pipeline/not-made.ts";
import { markColumn } from "../pipeline/segments/marks.ts";
import {
  SEGMENT_DEFINITIONS,
  segmentMovesQuery,
  segmentPeriodsQuery,
  transitionCellsQuery,
} from "../pipeline/segments/segment-queries.ts";
import { alertsQuery, requireWarnings } from "../pipeline/warnings/read-warnings.ts";
import type { CaseTable } from "../store/case-table.ts";
import type { SegmentSettings } from "../workspace/segment-settings.ts";
import { ApiError } from "./api-error.ts";
import { equityRow, findReport, requireRun } from "./published.ts";
import { requireTold } from "./routes/segments.ts";
import type { RowsQuery } from "./row-stream.ts";

/** What a table is asked for: the filters, and what the workspace has decided. */
type Wanted = ExportTableQuery & {
  readonly smallestGroup: number;
  readonly segmentSettings: SegmentSettings;
  readonly cases: CaseTable;
};
type Table = (engine: Engine, wanted: Wanted) => Promise<RowsQuery>;

/** Twenty years of months: more than any workspace keeps. */
const ALL_PERIODS = 240;

/** The query behind each table that can be taken away: the one that its screen reads. */
export const EXPORT_TABLES: Readonly<Record<ExportTableName, Table>> = {
  customers: async (engine, { horizon }) => ({
    sql: `SELECT * FROM (${readSql("read/customer-values")}) AS customers
      WHERE horizon_months = $horizon ORDER BY rank_place`,
    parameters: await horizonOf(engine, horizon),
  }),
  figures: async (engine, query) => {
    await requireFigures(engine);
    const { figure, period = "month", dimension = "all", member, last } = query;
    return figureStatement({ figure, period, dimension, member, last });
  },
  cohorts: async (engine, { kind = "purchases", dimension = "all", member = "all", ...rest }) => {
    if (kind !== "purchases" && kind !== "contracts") throw kindUnknown(kind);
    return ofGroups(engine, "cohorts", rest, { cohort_kind: kind, dimension, member });
  },
  "clv-drivers": async (engine, { dimension = "all", ...rest }) =>
    ofGroups(engine, "clv-drivers", rest, { dimension }),
  "group-comparisons": async (engine, wanted) => ofGroups(engine, "group-comparisons", wanted),
  "revenue-concentration": async (engine) => ofFigures(engine, "revenue-concentration"),
  equity: async (engine) => {
    await requireRun(engine);
    return { sql: readSql("read/equity"), parameters: {} };
  },
  "equity-bridge": async (engine) =>
    ofTable(engine, "equity_bridge", readSql("read/equity-bridge")),
  "value-deciles": async (engine, { horizon }) => ({
    sql: readSql("read/value-decile"),
    parameters: await horizonOf(engine, horizon),
  }),
  "value-classes": async (engine, { horizon }) =>
    ofHorizon(engine, "value_histogram", "read/value-histogram", horizon),
  "value-concentration": async (engine, { horizon }) =>
    ofHorizon(engine, "value_lorenz", "read/value-lorenz", horizon),
  alerts: async (engine, { kind }) => {
    if (kind === "purchases" || kind === "contracts") throw kindUnknown(kind);
    await requireWarnings(engine);
    return alertsQuery({ kind });
  },
  "segment-shifts": async (engine) =>
    ofTable(
      engine,
      "segment_chart",
      "SELECT * FROM segment_chart ORDER BY macro, move, period_end",
    ),
  segments: async (engine, { level = "macro", grain = "month", last = ALL_PERIODS }) => {
    requireTold({ level, grain });
    await requireTable(engine, "segment_period");
    return segmentPeriodsQuery({ level, grain }, last);
  },
  "segment-rules": async (engine) => ofTable(engine, "segment_definition", SEGMENT_DEFINITIONS),
  "segment-moves": async (engine, { level = "macro", grain = "month", periodEnd, ...rest }) => {
    requireTold({ level, grain });
    await requireTable(engine, "segment_move");
    const mark = await markColumn(engine, "segment_move", rest.segmentSettings);
    return segmentMovesQuery({ level, grain }, mark, periodEnd);
  },
  transitions: async (engine, { level = "macro", months = 1, periodEnd, segmentSettings }) => {
    if (level === "own") throw new ApiError("REQUEST_INVALID", "Own segments have no transitions");
    await requireTable(engine, "transition_cell");
    const mark = await markColumn(engine, "transition_cell", segmentSettings);
    return transitionCellsQuery({ level, months, periodEnd }, mark);
  },
  "backtest-predictions": async (engine) => {
    await requireRun(engine);
    const report = await findReport(engine, "backtest");
    if (!report) throw new ApiError("NO_BACKTEST_YET", "No run has compared the methods yet");
    return { sql: readPredictions(report.body as unknown as BacktestReport), parameters: {} };
  },
  imports: async () => ({ sql: readSql("read/imports"), parameters: {} }),
  "customer-timeline": async (engine, { customer }) => {
    if (!customer) throw new ApiError("REQUEST_INVALID", "Say whose timeline: customer");
    return timelineQuery(await readPerson(engine, customer));
  },
  feedback: async (engine, { cases, answerKind: kind, ...wanted }) => {
    await requireFeedback(engine, cases);
    const { scoreClass, sentiment, topic, segment, valueClass, from, until, customer } = wanted;
    const who = { segment, valueClass, customer };
    return feedbackQuery({ kind, scoreClass, sentiment, topic, from, until, ...who });
  },
  scorecard: async (engine, { last = ALL_PERIODS }) => ({
    ...(await ofTable(engine, "scorecard", readSql("read/scorecard"))),
    parameters: { last },
  }),
  "feedback-topics": async (engine) => ofTable(engine, "feedback_topic", TOPICS_SQL),
  cases: async (engine, { cases, caseState: state, customer }) => {
    await requireFeedback(engine, cases);
    return casesQuery({ state, customer });
  },
};

async function horizonOf(engine: Engine, horizon: number | undefined) {
  return { horizon: Number((await equityRow(engine, horizon)).horizon_months) };
}

async function ofHorizon(
  engine: Engine,
  table: string,
  file: string,
  horizon: number | undefined,
): Promise<RowsQuery> {
  const parameters = await horizonOf(engine, horizon);
  return { ...(await ofTable(engine, table, readSql(file))), parameters };
}

/** Groups that are too small for a screen are too small for a file. */
async function ofGroups(
  engine: Engine,
  file: string,
  { smallestGroup }: Pick<Wanted, "smallestGroup">,
  parameters: Parameters = {},
): Promise<RowsQuery> {
  return ofFigures(engine, file, { ...parameters, smallest_group: smallestGroup, suppressed: 0 });
}

async function ofFigures(
  engine: Engine,
  file: string,
  parameters: Parameters = {},
): Promise<RowsQuery> {
  await requireFigures(engine);
  return { sql: readSql(`read/${file}`), parameters };
}

async function ofTable(engine: Engine, table: string, sql: string): Promise<RowsQuery> {
  await requireTable(engine, table);
  return { sql, parameters: {} };
}

async function requireTable(engine: Engine, table: string): Promise<void> {
  await requireMade(engine, table, `No run has made ${table} yet`);
}

function kindUnknown(kind: string): ApiError {
  return new ApiError("REQUEST_INVALID", `This table has no kind ${kind}`);
}
