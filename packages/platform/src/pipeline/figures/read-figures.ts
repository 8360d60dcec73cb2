import type { Engine, Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { requireMade } from "../not-made.ts";
import type { Dimension } from "./catalogue/figure.ts";
import { type PeriodKind, periodLabel } from "./period.ts";
import { readTargets, type TargetPlan, type TargetState } from "./targets.ts";

/** Which values are wanted; what is left out is not narrowed down. */
export type FigureQuery = {
  readonly figure?: string | undefined;
  readonly period: PeriodKind;
  readonly dimension: Dimension;
  readonly member?: string | undefined;
  /** The latest periods only, counted back from the last one of each figure. */
  readonly last?: number | undefined;
};

/** A loss: CLV : CAC below 1, where customers cost more than they bring. */
type FigureAlert = "loss" | "below-target" | "above-target" | null;

export type FigureValue = {
  readonly figure: string;
  /** Such as 2026-W05, 2026-01, 2026-Q1, 2026, total. */
  readonly period: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly isComplete: boolean;
  /** Whether so much of the period's purchases may still come back that the value will change. */
  readonly isProvisional: boolean;
  readonly dimension: string;
  readonly member: string;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly alert: FigureAlert;
  /** What the settings want of it, and how far it is; null where they want nothing. */
  readonly target: TargetState | null;
};

/** The query behind `readFigures` with its parameters, for those who write its rows to a file. */
export function figureStatement(
  query: FigureQuery,
  suppressed: 0 | 1 = 0,
): {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string | number | null>>;
} {
  const { figure = null, period, dimension, member = null, last = null } = query;
  const parameters = { figure, period, dimension, member, last, suppressed };
  return { sql: readSql("read/figure-values"), parameters };
}

/**
 * Values of figures, by figure, member and time; those of groups that are too small are left out.
 *
 * @param plan what figures shall reach
 * @throws PipelineError NO_RUN_YET, NO_VALUES; WorkspaceError SETTINGS_INVALID for a target that cannot be
 */
export async function readFigures(
  engine: Engine,
  query: FigureQuery,
  plan: TargetPlan,
): Promise<FigureValue[]> {
  await requireFigures(engine);
  const { sql, parameters } = figureStatement(query);
  const [rows, fiscalYearStart, targetOf] = await Promise.all([
    engine.rows(sql, parameters),
    readYearStart(engine),
    readTargets(engine, plan, query.period),
  ]);
  const nameOf = (start: string) => periodLabel(query.period, start, fiscalYearStart);
  return rows.map((row) => {
    const value = toValue(row, nameOf);
    const target = targetOf(value);
    return { ...value, target, alert: alertOf(value, target) };
  });
}

/** How many values the query would find that rest on too few persons to be shown. */
export async function countSuppressed(engine: Engine, query: FigureQuery): Promise<number> {
  const { sql, parameters } = figureStatement(query, 1);
  const [row] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS n FROM (${sql}) AS hidden`,
    parameters,
  );
  return Number(row?.n);
}

/** @throws PipelineError NO_RUN_YET, NO_VALUES where no run has made the figures */
export async function requireFigures(engine: Engine): Promise<void> {
  await requireMade(engine, "figure_mask", "no run has computed the key figures yet");
}

/** The month that the years of the figures begin with, whatever the settings say by now. */
async function readYearStart(engine: Engine): Promise<number> {
  const [row] = await engine.rows(
    `SELECT min(extract(MONTH FROM period_start)) AS month FROM figure_period
     WHERE period_kind = 'year'`,
  );
  return Number(row?.month ?? 1);
}

function toValue(
  row: Row,
  nameOf: (start: string) => string,
): Omit<FigureValue, "target" | "alert"> {
  const number = (name: string) => row[name] as number | null;
  const start = String(row.period_start);
  return {
    figure: String(row.figure),
    period: nameOf(start),
    periodStart: start,
    periodEnd: String(row.period_end),
    isComplete: row.is_complete === true,
    isProvisional: row.is_provisional === true,
    dimension: String(row.dimension),
    member: String(row.member),
    value: number("value"),
    numerator: Number(row.numerator),
    denominator: number("denominator"),
    n: Number(row.n),
    low: number("low"),
    high: number("high"),
  };
}

/** What still runs is not held against a target: a sum grows to its last day. */
function alertOf(
  { figure, value, isComplete }: Pick<FigureValue, "figure" | "value" | "isComplete">,
  target: TargetState | null,
): FigureAlert {
  if (figure === "clv_cac" && value !== null && value < 1) return "loss";
  if (!target || target.isMet) return null;
  if (!isComplete && figure !== "clv_cac") return null;
  return target.bound === "at-least" ? "below-target" : "above-target";
}
