import { camelCase } from "../engines/camel-case.ts";
import type { Engine } from "../engines/engine.ts";

/** What all customers together are worth over one horizon; the columns of sql/equity.sql. */
export type Equity = {
  readonly horizonMonths: number;
  readonly asOf: string;
  readonly horizonEnd: string;
  readonly method: string;
  readonly verified: boolean;
  readonly customers: number;
  readonly expectedPurchases: number;
  readonly revenueHistoric: number | null;
  readonly revenuePredicted: number | null;
  readonly revenueDiscounted: number | null;
  /** 80 % interval of revenueDiscounted. */
  readonly revenueLow: number | null;
  readonly revenueHigh: number | null;
  readonly contributionHistoric: number | null;
  readonly contributionDiscounted: number | null;
  readonly contributionLow: number | null;
  readonly contributionHigh: number | null;
  readonly marginRate: number | null;
  readonly discountRate: number;
};

/** One row a horizon, the shortest first. */
export async function readEquity(engine: Engine): Promise<Equity[]> {
  const rows = await engine.rows("SELECT * FROM equity ORDER BY horizon_months");
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [camelCase(name), value])),
  ) as unknown as Equity[];
}
