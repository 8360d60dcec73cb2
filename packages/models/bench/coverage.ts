/**
 * How many holdout purchases the prediction intervals cover: simulated shops, CDNOW and
 * apparelTrans. `node --conditions=source packages/models/bench/coverage.ts DIR`.
 */
import type { CustomerSummary } from "../src/customer-summary.ts";
import { bgNbd, mbgNbd, paretoNbd, purchaseIntervals } from "../src/index.ts";
import { dayOf, readRows, split } from "./data-sets.ts";

const folder = process.argv[2];
const models = { bgNbd, mbgNbd, paretoNbd } as const;

/** Shares in percent: observed inside the interval, and what the interval itself says. */
function report(
  data: string,
  summary: CustomerSummary,
  ahead: Float64Array,
  horizon: number,
  names: readonly (keyof typeof models)[],
): void {
  for (const name of names) {
    const model = models[name] as typeof bgNbd;
    const fit = model.fit(summary);
    for (const level of [0.8, 0.95]) {
      const begin = process.cpuUsage();
      const { low, high, probability } = purchaseIntervals(model, fit, summary, horizon, level);
      const { user, system } = process.cpuUsage(begin);
      const inside = ahead.filter((y, i) => y >= low[i] && y <= high[i]).length / ahead.length;
      const stated = probability.reduce((sum, p) => sum + p, 0) / ahead.length;
      const buyers = summary.frequency.reduce((n, x) => n + (x > 0 ? 1 : 0), 0);
      const insideBuyers =
        ahead.filter((y, i) => summary.frequency[i] > 0 && y >= low[i] && y <= high[i]).length /
        buyers;
      const statedBuyers =
        probability.reduce((sum, p, i) => sum + (summary.frequency[i] > 0 ? p : 0), 0) / buyers;
      const share = (value: number) => (100 * value).toFixed(1).padStart(5);
      console.log(
        `${data.padEnd(14)} ${name.padEnd(10)} ${100 * level} %: inside ${share(inside)}, stated ` +
          `${share(stated)}; repeat buyers inside ${share(insideBuyers)}, stated ` +
          `${share(statedBuyers)}; ${((user + system) / 1e6).toFixed(2)} CPU s`,
      );
    }
  }
}

const T = Float64Array.from({ length: 100_000 }, (_, i) => 26 + (i % 78));
const horizon = 52;
const truths = {
  bgNbd: { r: 0.8, alpha: 4.4, a: 0.8, b: 2.4 },
  mbgNbd: { r: 0.9, alpha: 6, a: 0.9, b: 2.2 },
  paretoNbd: { r: 0.9, alpha: 6, s: 0.6, beta: 11.7 },
};
for (const name of ["bgNbd", "mbgNbd", "paretoNbd"] as const) {
  const truth = truths[name] as never;
  const { summary, ahead } = models[name].simulate(truth, T, { seed: 3, horizon });
  report(`simulated`, summary, ahead, horizon, [name]);
}
if (folder !== undefined) {
  const rows = (file: string, amount: string) =>
    readRows(folder, file).map((row) => ({
      customer: row.customer_id ?? row.id,
      day: dayOf(row.date),
      amount: Number(row[amount]),
    }));
  const cdnow = split(rows("cdnow/cdnow_full.csv.gz", "amount"), "1997-09-30", "1998-06-30");
  report("CDNOW full", cdnow.summary, cdnow.holdoutPurchases, 39, ["bgNbd", "mbgNbd", "paretoNbd"]);
  const apparel = split(
    rows("clvtools_apparel/apparel_trans.csv.gz", "price"),
    "2006-12-31",
    "2007-12-31",
  );
  const weeks = 365 / 7;
  report("apparelTrans", apparel.summary, apparel.holdoutPurchases, weeks, [
    "bgNbd",
    "mbgNbd",
    "paretoNbd",
  ]);
}
