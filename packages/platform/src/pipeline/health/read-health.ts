import type { Engine } from "../../engines/engine.ts";
import { readBody } from "../body.ts";
import type { HealthReport } from "./health-report.ts";
import { partValue, pointsOf, thresholds } from "./health-sql.ts";

/** The health of one customer at the last month's end, and what makes it. */
export type CustomerHealth = {
  readonly periodEnd: string;
  readonly kind: string;
  readonly score: number | null;
  readonly band: string;
  readonly coverage: number;
  readonly parts: readonly CustomerHealthPart[];
  /** Score and band at each month's end, the latest first. */
  readonly history: readonly {
    readonly periodEnd: string;
    readonly score: number | null;
    readonly band: string;
  }[];
};

/** A part of a customer's score; points are null where its value is not known. */
type CustomerHealthPart = {
  readonly part: string;
  readonly value: number | null;
  readonly points: number | null;
  /** Its share of the known weights; 0 where it is not known. */
  readonly share: number;
};

/** @returns undefined where the customer has nothing to lose, or no run has told */
export async function readCustomerHealth(
  engine: Engine,
  customerId: string,
): Promise<CustomerHealth | undefined> {
  if (!(await engine.hasTable("customer_health")) || !(await engine.hasTable("health_report"))) {
    return undefined;
  }
  const { periodEnd, parts }: HealthReport = await readBody(engine, "health_report");
  const rows = await engine.rows(
    `SELECT period_end, kind, score, band, coverage FROM customer_health
     WHERE customer_id = $customer ORDER BY period_end DESC`,
    { customer: customerId },
  );
  const [latest] = rows;
  if (!latest || latest.period_end !== periodEnd) return undefined;
  const own = parts.filter(({ kind }) => kind === undefined || kind === latest.kind);
  return {
    periodEnd: String(latest.period_end),
    kind: String(latest.kind),
    score: latest.score as number | null,
    band: String(latest.band),
    coverage: Number(latest.coverage),
    parts: await partsOf(engine, own, customerId, String(periodEnd)),
    history: rows.map((row) => ({
      periodEnd: String(row.period_end),
      score: row.score as number | null,
      band: String(row.band),
    })),
  };
}

async function partsOf(
  engine: Engine,
  parts: HealthReport["parts"],
  customer: string,
  end: string,
): Promise<CustomerHealthPart[]> {
  const columns = parts.map(
    (part, i) =>
      `CAST(${partValue(part)} AS DOUBLE) AS value_${i}, CAST(${pointsOf(part, i)} AS DOUBLE) AS points_${i}`,
  );
  if (columns.length === 0) return [];
  const [row = {}] = await engine.rows(
    `SELECT ${columns.join(", ")} FROM snapshot
     WHERE customer_id = $customer AND period_end = CAST($end AS DATE)`,
    { ...thresholds(parts), customer, end },
  );
  const known = (i: number) => row[`points_${i}`] !== null && row[`points_${i}`] !== undefined;
  const whole = parts.reduce((sum, { weight }, i) => sum + (known(i) ? weight : 0), 0);
  return parts.map(({ part, weight }, i) => ({
    part,
    value: (row[`value_${i}`] ?? null) as number | null,
    points: (row[`points_${i}`] ?? null) as number | null,
    share: known(i) ? weight / whole : 0,
  }));
}
