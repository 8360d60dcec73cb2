import type { Engine } from "../engines/engine.ts";
import { digest } from "./journal.ts";

/**
 * Tells which rows of products concern a month: those of every import with a product that was sold by
 * its end. So a product that is new changes nothing that was before it.
 *
 * @returns a digest for the first day of a month, as ISO text
 */
export async function catalogueDigests(engine: Engine): Promise<(month: string) => string> {
  const rows = await engine.rows(
    `SELECT products.import_id AS import_id, CAST(min(sold.first_day) AS VARCHAR) AS first_day,
       CAST(count(*) AS VARCHAR) AS n, CAST(sum(products.line) AS VARCHAR) AS lines
     FROM products
     JOIN (
       SELECT product_id, CAST(min(ordered_at) AS DATE) AS first_day FROM orders GROUP BY product_id
     ) AS sold ON products.product_id = sold.product_id
     GROUP BY products.import_id ORDER BY products.import_id`,
  );
  return (month) =>
    digest(rows.filter((row) => String(row.first_day).slice(0, 7) <= month.slice(0, 7)));
}
