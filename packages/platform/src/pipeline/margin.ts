import type { Engine } from "../engines/engine.ts";

/**
 * Contribution as a share of revenue over all purchases whose cost is known, or `fallback` where
 * none is; null where there is neither.
 */
export async function readMarginRate(
  engine: Engine,
  fallback: number | undefined,
): Promise<number | null> {
  const [row] = await engine.rows(`SELECT
      sum(revenue) AS revenue, sum(cost) AS cost
    FROM purchase_day WHERE cost IS NOT NULL AND revenue IS NOT NULL`);
  const revenue = Number(row?.revenue ?? 0);
  if (!(revenue > 0)) return fallback ?? null;
  return (revenue - Number(row?.cost)) / revenue;
}
