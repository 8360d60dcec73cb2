/** Key figures of real data, against plain loops over the rows of the files. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, inject, test } from "vitest";
import { json, kundenwert } from "./kundenwert.ts";

const directory = mkdtempSync(join(tmpdir(), "kundenwert-acceptance-"));
afterAll(() => rmSync(directory, { recursive: true }));
const datasets = inject("datasets");

type Row = Readonly<Record<string, string>>;
type Value = { readonly figure: string; readonly period_start: string; readonly value: number };

function rowsOf(file: string): Row[] {
  const text = gunzipSync(readFileSync(join(datasets, file))).toString("utf8");
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

/** Reads a file into a workspace of its own, values it, and gives back its figures by the year. */
function yearly(name: string, file: string, ...options: string[]) {
  const workspace = join(directory, name);
  const on = ["-q", "-w", workspace];
  for (const step of [
    ["import", join(datasets, file), ...options],
    ["run", "--no-backtest"],
  ]) {
    const { status, err } = kundenwert(...on, ...step);
    if (status !== 0) throw new Error(err);
  }
  const values = json<Value[]>(...on, "figures", "--period", "year", "--format", "json");
  return (figure: string, year: number) =>
    values.find((one) => one.figure === figure && one.period_start.startsWith(String(year)))?.value;
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe("RavenStack, a subscription business", () => {
  const file = "ravenstack_saas/subscriptions.csv.gz";
  const figure = yearly("ravenstack", file, "--table", "subscriptions");
  const contracts = rowsOf(file).filter(({ is_trial, mrr_amount }) => {
    return is_trial === "FALSE" && Number(mrr_amount) > 0;
  });

  /** What each account pays at the end of a day. */
  function payingAt(day: string): Map<string, number> {
    const paying = new Map<string, number>();
    for (const { account_id = "", start_date = "", end_date = "", mrr_amount } of contracts) {
      if (start_date > day || (end_date !== "" && end_date <= day)) continue;
      paying.set(account_id, (paying.get(account_id) ?? 0) + Number(mrr_amount));
    }
    return paying;
  }
  const before = payingAt("2023-12-31");
  const after = payingAt("2024-12-31");

  test("MRR and paying accounts are those of the rows that run at the end of the year", () => {
    expect(figure("mrr", 2023)).toBeCloseTo(sum(before.values()), 4);
    expect(figure("mrr", 2024)).toBeCloseTo(sum(after.values()), 4);
    expect(figure("subscribers", 2024)).toBe(after.size);
  });

  test("its movements lead from one year's end to the next, account by account", () => {
    const had = new Set(
      contracts
        .filter(({ start_date = "" }) => start_date <= "2023-12-31")
        .map(({ account_id }) => account_id),
    );
    const gained = [...after].filter(([account]) => !before.has(account));
    const isKnown = ([account]: readonly [string, number]) => had.has(account);
    const kept = [...after].filter(([account]) => before.has(account));
    const changes = kept.map(([account, mrr]) => mrr - Number(before.get(account)));
    const left = [...before].filter(([account]) => !after.has(account));
    const of = (name: string) => figure(`mrr_${name}`, 2024);
    expect(of("opening")).toBeCloseTo(sum(before.values()), 4);
    expect(of("expansion")).toBeCloseTo(sum(changes.filter((change) => change > 0)), 4);
    expect(of("contraction")).toBeCloseTo(sum(changes.filter((change) => change < 0)), 4);
    expect(of("churn")).toBeCloseTo(-sum(left.map(([, mrr]) => mrr)), 4);
    // Who came back had been paying before; who never had is new.
    const back = sum(gained.filter(isKnown).map(([, mrr]) => mrr));
    expect(Number(of("new")) + Number(of("reactivation"))).toBeCloseTo(
      sum(gained.map(([, mrr]) => mrr)),
      4,
    );
    expect(of("reactivation")).toBeCloseTo(back, 4);
  });

  test("NRR and GRR follow the accounts of the year before", () => {
    const base = sum(before.values());
    const kept = [...before].map(([account, mrr]) => [mrr, after.get(account) ?? 0] as const);
    expect(figure("nrr", 2024)).toBeCloseTo(sum(kept.map(([, now]) => now)) / base, 9);
    expect(figure("grr", 2024)).toBeCloseTo(sum(kept.map((pair) => Math.min(...pair))) / base, 9);
  });
});

describe("CDNOW, a shop", () => {
  const file = "cdnow/cdnow_full.csv.gz";
  const figure = yearly("cdnow", file);
  const rows = rowsOf(file);

  test("revenue, purchases and buyers of 1997 are those of its rows", () => {
    const lines = rows.filter(({ date = "" }) => date.startsWith("1997"));
    expect(figure("revenue", 1997)).toBeCloseTo(sum(lines.map(({ amount }) => Number(amount))), 4);
    const days = new Set(lines.map(({ customer_id, date }) => `${customer_id} ${date}`));
    expect(figure("purchases", 1997)).toBe(days.size);
    const buyers = new Set(lines.map(({ customer_id }) => customer_id));
    expect(figure("buyers", 1997)).toBe(buyers.size);
    const purchases = new Map<string, number>();
    for (const day of days) {
      const customer = day.split(" ")[0] as string;
      purchases.set(customer, (purchases.get(customer) ?? 0) + 1);
    }
    const repeaters = [...purchases.values()].filter((count) => count > 1).length;
    expect(figure("repeat_rate", 1997)).toBeCloseTo(repeaters / buyers.size, 12);
  });

  test("the Gini of 1997 is that of all pairs of customers", () => {
    const spent = new Map<string, number>();
    for (const { customer_id = "", date = "", amount } of rows) {
      if (date.startsWith("1997")) {
        spent.set(customer_id, (spent.get(customer_id) ?? 0) + Number(amount));
      }
    }
    // Mean absolute difference by 2 times the mean, over ranks: sum of (2 i - n - 1) x.
    const sorted = [...spent.values()].sort((one, other) => one - other);
    const n = sorted.length;
    const weighted = sum(sorted.map((value, i) => (2 * (i + 1) - n - 1) * value));
    expect(figure("revenue_gini", 1997)).toBeCloseTo(weighted / (n * sum(sorted)), 5);
  });
});
