/** The public data sets of the bench, read from a folder outside the repository. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { CustomerSummary } from "../src/customer-summary.ts";

export type Purchase = { readonly customer: string; readonly day: number; readonly amount: number };

/** Customers of a calibration period, with what they did afterwards. */
export type Split = {
  readonly summary: CustomerSummary;
  /** All purchase days of calibration, the first included. */
  readonly purchases: Float64Array;
  /** Mean amount per purchase day, over all days and over repeat days only (0 without any). */
  readonly meanOfAll: Float64Array;
  readonly meanOfRepeats: Float64Array;
  readonly holdoutPurchases: Float64Array;
};

/** Rows of a gzipped CSV without quoted fields, keyed by the header. */
export function readRows(folder: string, file: string): Record<string, string>[] {
  const [header, ...lines] = gunzipSync(readFileSync(join(folder, file)))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => line.trim().split(","));
  return lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])));
}

export function dayOf(isoDate: string): number {
  return Date.parse(`${isoDate.slice(0, 10)}T00:00:00Z`) / 86_400_000;
}

/** Customer-days up to `calibrationEnd` summarised in weeks; the days after it are the holdout. */
export function split(
  purchases: readonly Purchase[],
  calibrationEnd: string,
  holdoutEnd: string,
): Split {
  const end = dayOf(calibrationEnd);
  const last = dayOf(holdoutEnd);
  const byCustomer = new Map<string, Map<number, number>>();
  for (const { customer, day, amount } of purchases) {
    const days = byCustomer.get(customer) ?? new Map<number, number>();
    byCustomer.set(customer, days.set(day, (days.get(day) ?? 0) + amount));
  }
  const histories = [...byCustomer.values()]
    .map((days) => [...days].sort(([p], [q]) => p - q))
    .filter(([[first]]) => first <= end);
  const seen = histories.map((days) => days.filter(([day]) => day <= end));
  const column = (f: (days: [number, number][], i: number) => number) =>
    Float64Array.from(seen, (days, i) => f(days, i));
  const mean = (days: [number, number][]) =>
    days.length === 0 ? 0 : days.reduce((sum, [, amount]) => sum + amount, 0) / days.length;
  return {
    summary: {
      frequency: column((days) => days.length - 1),
      recency: column((days) => ((days.at(-1) ?? days[0])[0] - days[0][0]) / 7),
      T: column((days) => (end - days[0][0]) / 7),
    },
    purchases: column((days) => days.length),
    meanOfAll: column(mean),
    meanOfRepeats: column((days) => mean(days.slice(1))),
    holdoutPurchases: column(
      (_, i) => histories[i].filter(([day]) => day > end && day <= last).length,
    ),
  };
}
