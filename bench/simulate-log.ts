import { closeSync, openSync, writeSync } from "node:fs";
import { createRandom } from "../packages/models/src/numeric/random.ts";

/** The process behind the log: BG/NBD in weeks, Gamma-Gamma in the currency. */
export const TRUTH = {
  purchases: { r: 0.25, alpha: 4.4, a: 0.8, b: 2.4 },
  spend: { p: 6.25, q: 3.74, v: 15.4 },
  joinWeeks: 52,
  observedWeeks: 104,
} as const;

const FIRST_DAY = Date.UTC(2023, 0, 1);
const MS_PER_WEEK = 7 * 86_400_000;
const FLUSH_CHARACTERS = 1 << 20;

/**
 * Writes a log of `customers` as CSV (customer_id, date, amount), customer by customer, in memory
 * that does not grow. Every customer buys once on joining; days are what a shop exports.
 *
 * @returns the number of rows
 */
export function simulateLog(path: string, customers: number, seed = 1): number {
  const random = createRandom(seed);
  const { r, alpha, a, b } = TRUTH.purchases;
  const { p, q, v } = TRUTH.spend;
  const file = openSync(path, "w");
  let text = "customer_id,date,amount\n";
  let rows = 0;
  for (let customer = 0; customer < customers; customer++) {
    const id = `C${String(customer).padStart(7, "0")}`;
    const rate = random.gamma(r) / alpha;
    const leaving = random.beta(a, b);
    const scale = random.gamma(q) / v;
    let week = random.uniform() * TRUTH.joinWeeks;
    // BG/NBD: a customer may leave after each repeat purchase, not after the first one.
    for (let repeats = 0; week < TRUTH.observedWeeks; repeats++) {
      const day = new Date(FIRST_DAY + week * MS_PER_WEEK).toISOString().slice(0, 10);
      text += `${id},${day},${(random.gamma(p) / scale).toFixed(2)}\n`;
      rows++;
      if (repeats > 0 && random.uniform() < leaving) break;
      week += random.exponential() / rate;
    }
    if (text.length > FLUSH_CHARACTERS) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
  return rows;
}
