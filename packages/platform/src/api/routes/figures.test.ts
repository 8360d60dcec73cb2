import type {
  ClvDrivers,
  Cohorts,
  Concentration,
  FigureCatalogue,
  FigureValues,
  GroupComparisons,
} from "@kundenwert/contract";
import { expect, test } from "vitest";
import { valuedApp } from "../../../test/valued-app.ts";
import { emptyWorkspace } from "../../../test/valued-workspace.ts";
import { createApp } from "../app.ts";

const { get, inject, workspace } = valuedApp();

test("the glossary says what each figure is, in both languages", async () => {
  const { items, clvCacTarget } = await get<FigureCatalogue>("/figures");
  const churn = items.find(({ name }) => name === "churn_rate");
  expect(churn).toMatchObject({ unit: "share", interval: null });
  expect(churn?.de.label).toBe("Abwanderungsrate (12 Monate)");
  expect(churn?.en.formula).toMatch(/13 month-end counts/);
  expect(clvCacTarget).toBe(3);
});

test("the revenue of all years is the revenue of all customers", async () => {
  const { items } = await get<FigureValues>("/figures/values?figure=revenue&period=year");
  const [row] = await workspace().engine.rows("SELECT sum(revenue) AS revenue FROM purchase_day");
  const sum = items.reduce((total, { value }) => total + Number(value), 0);
  // Sums of doubles in two orders differ by rounding only.
  expect(sum).toBeCloseTo(Number(row?.revenue), 6);
});

test("values are narrowed down by figure, dimension, member and number of periods", async () => {
  const path = "/figures/values?figure=buyers&period=year&dimension=value_class&member=A&last=2";
  const { items, dimension, smallestGroup, suppressed } = await get<FigureValues>(path);
  expect(dimension).toBe("value_class");
  expect([smallestGroup, suppressed]).toEqual([5, 0]);
  expect(items.map(({ figure, member }) => [figure, member])).toEqual([
    ["buyers", "A"],
    ["buyers", "A"],
  ]);
  expect(items[1]?.period).toMatch(/^\d{4}$/);
});

test("small groups are left out, and said so; the total over all stays", async () => {
  const path = "/figures/values?figure=buyers&period=week&last=150";
  const cut = await get<FigureValues>(`${path}&dimension=value_class`);
  expect(cut.suppressed).toBeGreaterThan(0);
  expect(cut.items.filter(({ n }) => n > 0 && n < 5)).toEqual([]);
  const all = await get<FigureValues>(path);
  expect(all.suppressed).toBe(0);
  expect(all.items.length).toBe(150);
});

test("everything about a month comes in one answer", async () => {
  const { items } = await get<FigureValues>("/figures/values?last=1");
  const figures = items.map(({ figure }) => figure);
  expect(figures).toEqual(expect.arrayContaining(["revenue", "churn_rate", "clv_contribution"]));
  expect(figures).not.toContain("nps");
});

test("cohorts, drivers, comparisons and concentration have their own answers", async () => {
  const { items: cohorts } = await get<Cohorts>("/cohorts");
  expect(cohorts[0]).toMatchObject({ monthSince: 0, retention: 1 });
  const { items: drivers } = await get<ClvDrivers>("/clv-drivers");
  expect(drivers.map(({ driver }) => driver).sort()).toEqual([
    "churn_rate",
    "frequency",
    "lifetime",
    "margin",
    "order_value",
    "price",
  ]);
  const { items: years } = await get<Concentration>("/revenue-concentration");
  expect(years.at(-1)?.revenue).toBeCloseTo(1, 9);
  expect((await get<GroupComparisons>("/group-comparisons")).items).toEqual([]);
});

test("a figure is refused for a period that it is not told by", async () => {
  const weekly = await inject("/api/figures/values?figure=contribution_2&period=week");
  expect(weekly.statusCode).toBe(400);
  expect(weekly.json()).toMatchObject({
    code: "REQUEST_INVALID",
    details: { figure: "contribution_2", periods: ["month", "quarter", "year", "total"] },
  });
});

test("a figure there is not is refused, and so are figures before the first run", async () => {
  const unknown = await inject("/api/figures/values?figure=happiness");
  expect(unknown.statusCode).toBe(400);
  expect(unknown.json()).toMatchObject({ code: "REQUEST_INVALID" });
  const empty = await emptyWorkspace();
  const fresh = await createApp(empty.workspace);
  const early = await fresh.inject("/api/figures/values");
  expect(early.statusCode).toBe(404);
  expect(early.json()).toMatchObject({ code: "NO_RUN_YET" });
  await fresh.close();
  await empty.remove();
});
