import { join } from "node:path";
import { openDuckDb } from "../src/engines/duckdb.ts";

/** Order lines a customer has in the history. */
const LINES = 10;
const MONTHS = 24;
const FIRST_DAY = "2024-01-01";
/** The month after the history. */
const NEXT_DAY = "2026-01-01";

/** The files of a simulated shop. */
export type ScaleLog = {
  readonly history: string;
  readonly month: string;
  readonly rows: number;
};

/**
 * Writes a shop of many customers as Parquet, generated in the engine: 24 months, and the one after
 * them. Customers differ in pace (a twentieth buys a third of all), join over time and leave; an
 * order has one to three lines of 2,000 products.
 */
export async function writeScaleLog(directory: string, customers: number): Promise<ScaleLog> {
  const engine = await openDuckDb({
    memoryLimit: "1GB",
    exchangeDirectory: directory,
    spillDirectory: directory,
  });
  const history = join(directory, `history-${customers}.parquet`);
  const month = join(directory, `month-${customers}.parquet`);
  const days = `date_diff('day', DATE '${FIRST_DAY}', DATE '${NEXT_DAY}')`;
  const written =
    await engine.run(`COPY (${lines(customers, customers * LINES, FIRST_DAY, days, 0)})
    TO '${history}' (FORMAT parquet)`);
  const later = Math.round((customers * LINES) / MONTHS);
  const more = await engine.run(`COPY (${lines(customers, later, NEXT_DAY, "31", 7)})
    TO '${month}' (FORMAT parquet)`);
  await engine.close();
  return { history, month, rows: written + more };
}

/**
 * Lines of orders: a pair of lines is of one customer and day. The power of an even number gives few
 * customers many orders and many few.
 */
function lines(customers: number, rows: number, from: string, days: string, salt: number): string {
  const uniform = (of: string, own: number) => `(hash(${of}, ${salt + own}) % 1000003) / 1000003.0`;
  const who = `CAST(floor(${customers} * pow(${uniform("line // 2", 1)}, 1.6)) AS BIGINT)`;
  return `SELECT
      concat('C', lpad(CAST(who AS VARCHAR), 8, '0')) AS customer_id,
      concat('O', CAST(${salt} AS VARCHAR), '-', CAST(line // 2 AS VARCHAR)) AS order_id,
      CAST(DATE '${from}' + CAST(floor(${days} * (joined + (1 - joined) * stays * ${uniform("line // 2", 2)}))
        AS INTEGER) AS DATE) AS order_date,
      concat('P', CAST(hash(line, 3) % 2000 AS VARCHAR)) AS product_id,
      round(5 + 60 * ${uniform("who", 4)} + 40 * ${uniform("line", 5)}, 2) AS amount
    FROM (
      SELECT line, who, 0.8 * ${uniform("who", 8)} AS joined, 0.2 + 0.8 * ${uniform("who", 9)} AS stays
      FROM (SELECT line, ${who} AS who FROM range(${rows}) AS numbers (line)) AS chosen
    ) AS lived`;
}
