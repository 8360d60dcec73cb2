import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lines, openShop, plain, type Shop } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test("figures prints what is known of the last month, with n and period", async () => {
  const { code, stdout } = await shop.on("--lang", "de", "figures");
  expect(code).toBe(0);
  const said = plain(stdout);
  expect(said).toMatch(/^nach Monat, Umsatz netto/);
  expect(said).toMatch(/Umsatz +2026-10 +all +[\d.]+,\d\d €/);
  expect(said).toMatch(/Abwanderungsrate \(12 Monate\) +2026-10 +all +[\d,]+ %/);
  expect(said).not.toContain("Net Promoter Score");
});

test("figures of one name follow the periods and members that are asked for", async () => {
  const { stdout } = await shop.on("figures", "--figure", "revenue", "--period", "year");
  const years = lines(stdout).flatMap((line) => /^ revenue +(20\d\d)/.exec(line)?.[1] ?? []);
  expect(years).toEqual(["2023", "2024", "2025", "2026"]);
  const byClass = ["figures", "--figure", "buyers", "--dimension", "value_class"];
  const cut = await shop.on(...byClass, "--period", "total");
  expect(cut.stdout).toMatch(/^ buyers +\S.* A /m);
  const small = await shop.on("--lang", "en", ...byClass);
  expect(small.stderr).toMatch(/\d+ rows are not shown: of groups of fewer than 5 persons/);
  const none = await shop.on("--lang", "en", "figures", "--figure", "nps");
  expect(none.stdout).toContain("have not been imported");
});

test("no week is told of what has none, and the reason is said", async () => {
  const refused = await shop.on(
    "--lang",
    "en",
    "figures",
    "--figure",
    "contribution_2",
    "--period",
    "week",
  );
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("--period cannot be week");
  expect(refused.stderr).toContain("month, quarter, year, total");
  const all = await shop.on("--lang", "de", "figures", "--period", "week");
  expect(all.stdout).toMatch(/ Umsatz +2026-W44/);
  expect(all.stderr).toMatch(/\d+ Kennzahlen gibt es nicht je Woche: Kosten, Verträge/);
  // Where the months have none, the shortest period that has is taken.
  const gini = await shop.on("figures", "--figure", "revenue_gini");
  expect(gini.stdout).toMatch(/ 20\d\d /);
});

test("figures are written as rows for programs", async () => {
  const rows = await shop.json<Record<string, unknown>[]>("figures", "--figure", "orders");
  expect(rows.at(-1)).toMatchObject({
    figure: "orders",
    period_start: "2026-10-01",
    member: "all",
  });
  const file = join(shop.directory, "cohorts.csv");
  await shop.on("figures", "--table", "cohorts", "--format", "csv", "--output", file);
  const [head, first] = readFileSync(file, "utf8").split("\r\n");
  expect(head).toBe(
    "cohort_month,month_since,customers,active,retention,revenue,contribution,cumulative_contribution,cac",
  );
  expect(first).toMatch(/^2023-1\d-01,0,\d+,\d+,1,/);
});

test("targets are told of the last full period and of the one that runs, as tiles show them", async () => {
  const settings = join(shop.workspace, "kundenwert.yaml");
  const goal =
    "targets:\n  - { figure: revenue, period: quarter, atLeast: 1000000, from: 2026-04-01 }\n";
  appendFileSync(settings, goal);
  const asked = ["figures", "--table", "targets", "--period", "quarter", "--figure", "revenue"];
  type Told = { period: string; value: number; target: { distance: number; isMet: boolean } };
  const told = await shop.json<Told[]>(...asked);
  expect(told.map(({ period }) => period)).toEqual(["2026-Q3", "2026-Q4"]);
  for (const { value, target } of told) {
    expect(target).toMatchObject({ distance: 1_000_000 - value, isMet: false });
  }
  const { stdout } = await shop.on("--lang", "de", ...asked);
  expect(plain(stdout)).toMatch(/2026-Q3 .* ≥ 1\.000\.000,00 €, es fehlen 9\d\d\.\d{3},\d\d €/);
  const last = await shop.json<Told[]>(...asked, "--last", "1");
  expect(last.map(({ period }) => period)).toEqual(["2026-Q4"]);
});

test("drivers and concentration have tables of their own", async () => {
  const drivers = await shop.on("figures", "--table", "drivers");
  expect(drivers.stdout).toMatch(/ all +price /);
  const concentration = await shop.on("figures", "--table", "concentration");
  expect(concentration.stdout).toMatch(/ 2025-01-01 +100 /);
});

test("a figure or table there is not is told, with those there are", async () => {
  const figure = await shop.on("--lang", "en", "figures", "--figure", "happiness");
  expect(figure.code).toBe(2);
  expect(figure.stderr).toContain("churn_rate");
  const table = await shop.on("--lang", "en", "figures", "--table", "chairs");
  expect(table.code).toBe(2);
  expect(table.stderr).toContain("cohorts");
});

test("the glossary explains one figure or all of them", async () => {
  const one = await shop.on("--lang", "de", "glossary", "--figure", "churn_rate");
  expect(one.stdout).toMatch(
    /^Abwanderungsrate \(12 Monate\) \(churn_rate\)\n {2}Verlorene Kunden/,
  );
  expect(one.stdout).toContain("Formel: verloren in 12 Monaten ÷ Mittel der 13");
  const all = await shop.json<{ name: string }[]>("glossary");
  expect(all.length).toBeGreaterThan(50);
});
