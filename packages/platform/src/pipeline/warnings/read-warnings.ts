import type { Engine, Parameters, Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { notMade } from "../not-made.ts";
import type { WarningKind } from "./kind.ts";
import { readWarningFit, type WarningFit } from "./warning-fit.ts";

export type AlertQuery = {
  readonly kind?: WarningKind | undefined;
  readonly customer?: string | undefined;
  /** False: everybody to whom a change could come, not only those within the budget. */
  readonly onlyAlerts?: boolean;
  /** Ranks of each kind that are left out. */
  readonly after?: number;
  /** The last rank of each kind. */
  readonly limit?: number | undefined;
};

/** The SELECT of warnings and its parameters, for a list or for a file. */
export function alertsQuery({ kind, customer, onlyAlerts = true, after = 0, limit }: AlertQuery): {
  readonly sql: string;
  readonly parameters: Parameters;
} {
  return {
    sql: readSql("warnings/read/alerts"),
    parameters: {
      kind: kind ?? null,
      customer: customer ?? null,
      only_alerts: onlyAlerts ? 1 : 0,
      after,
      limit: limit ?? null,
    },
  };
}

export async function readAlerts(engine: Engine, query: AlertQuery): Promise<readonly Row[]> {
  if (!(await engine.hasTable("warning"))) return [];
  const { sql, parameters } = alertsQuery(query);
  return engine.rows(sql, parameters);
}

/** How many customers a change could come to, and how many are warned of, by kind. */
export async function countWarnings(
  engine: Engine,
): Promise<Readonly<Record<WarningKind, WarningCount>>> {
  const counts = { undesired: NOBODY, desired: NOBODY };
  if (!(await engine.hasTable("warning"))) return counts;
  const rows = await engine.rows(
    `SELECT kind, CAST(count(*) AS DOUBLE) AS eligible, CAST(sum(is_alert) AS DOUBLE) AS alerts,
       CAST(sum(probability) AS DOUBLE) AS expected, CAST(sum(at_stake) AS DOUBLE) AS at_stake
     FROM warning GROUP BY kind`,
  );
  const found = rows.map(({ kind, eligible, alerts, expected, at_stake }) => [
    kind,
    {
      eligible: Number(eligible),
      alerts: Number(alerts),
      expected: Number(expected),
      atStake: Number(at_stake),
    },
  ]);
  return { ...counts, ...Object.fromEntries(found) };
}

export type WarningCount = {
  readonly eligible: number;
  readonly alerts: number;
  /** The sum of all probabilities: to how many the change is expected to come. */
  readonly expected: number;
  readonly atStake: number;
};
const NOBODY: WarningCount = { eligible: 0, alerts: 0, expected: 0, atStake: 0 };

/** @throws PipelineError NO_RUN_YET, NO_VALUES where no run has looked for warnings */
export async function requireWarnings(engine: Engine): Promise<WarningFit> {
  const fit = await readWarningFit(engine);
  if (fit) return fit;
  throw await notMade(engine, "no run has looked for warnings yet");
}

/** The control charts of all segments, oldest month first. */
export async function readCharts(engine: Engine): Promise<readonly Row[]> {
  if (!(await engine.hasTable("segment_chart"))) return [];
  return engine.rows("SELECT * FROM segment_chart ORDER BY macro, move, period_end");
}
