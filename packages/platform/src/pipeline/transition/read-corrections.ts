import type { Engine } from "../../engines/engine.ts";

/** How forecasts of the customers of one rule are corrected; a row of `transition_correction`. */
export type ValueCorrection = {
  readonly ruleDe: string;
  readonly ruleEn: string;
  /** Customers × past windows. */
  readonly seen: number;
  /** What came of them ÷ what was foreseen, less 1, with its 80 % interval; null where nothing came. */
  readonly observed: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Customers of today. */
  readonly customers: number;
  /** By how much their forecasts are changed, all corrections together; null without any. */
  readonly applied: number | null;
};

/** The corrections over a horizon, the upmost first; empty where another method values customers. */
export async function readCorrections(engine: Engine, months: number): Promise<ValueCorrection[]> {
  if (!(await engine.hasTable("transition_correction"))) return [];
  // What another run has left behind corrects nothing any more.
  const [valued] = await engine.rows(
    "SELECT customer_id FROM customer_value WHERE method LIKE '%transition' LIMIT 1",
  );
  if (!valued) return [];
  const rows = await engine.rows(
    `SELECT rule_de AS "ruleDe", rule_en AS "ruleEn", seen, observed, low, high, customers, applied
     FROM transition_correction WHERE horizon_months = $months ORDER BY observed DESC, segment`,
    { months },
  );
  return rows as unknown as ValueCorrection[];
}
