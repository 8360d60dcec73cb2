import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { EquityList } from "@kundenwert/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TemporaryWorkspace, valuedWorkspace } from "../../platform/test/valued-workspace.ts";
import { de } from "../src/i18n/de.ts";
import { en } from "../src/i18n/en.ts";
import { createFormat } from "../src/i18n/format.ts";
import { launchBrowser, openReader, type ReaderOptions, texts, violations } from "./browser.ts";
import { builtDashboard } from "./built-dashboard.ts";
import { type Dashboard, openSite, type Site } from "./site.ts";

let browser: Browser;
let dashboard: Dashboard;
let valued: TemporaryWorkspace;
let site: Site;

beforeAll(async () => {
  dashboard = await builtDashboard();
  valued = await valuedWorkspace();
  site = await openSite(valued.workspace, dashboard);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await valued?.remove();
});

/** Every page, with a text that only stands there once its data have arrived. */
const PAGES = [
  { path: "/", de: "Wertvollste Kunden", en: "Most valuable customers" },
  {
    path: "/equity",
    de: "Wie viele Kunden sind wie viel wert?",
    en: "How many customers are worth how much?",
  },
  { path: "/customers", de: "50 von 300 Kunden", en: "50 of 300 customers" },
  { path: "/customers/K-1003", de: "Prognose nach Vorhersagezeitraum", en: "Forecast by horizon" },
  { path: "/figures?period=year", de: "Verkäufe", en: "Sales" },
  {
    path: "/cohorts",
    de: "Anteil der Kohorte, der im Monat kauft",
    en: "Share of the cohort that buys in the month",
  },
  { path: "/recurring", de: "Es gibt keine Verträge", en: "There are no contracts" },
  { path: "/feedback", de: "Es gibt keine Antworten", en: "There are no answers" },
  { path: "/calculator", de: "Treiberbaum", en: "Driver tree" },
  { path: "/glossary", de: "Wiederkaufrate", en: "Repeat rate" },
  {
    path: "/warnings",
    de: "Wie gut wären diese Warnungen gewesen?",
    en: "How good would these warnings have been?",
  },
  {
    path: "/segments",
    de: "Mikrosegmente nach Größe und Wert",
    en: "Micro-segments by size and value",
  },
  {
    path: "/segments/active_low.1",
    de: "Worin sie sich von allen unterscheiden",
    en: "In what they differ from all",
  },
  {
    path: "/flows",
    de: "Zwischen welchen Segmenten wechseln Kunden?",
    en: "Between which segments do customers move?",
  },
  {
    path: "/transitions",
    de: "Wie wahrscheinlich ist jeder Wechsel binnen einem Monat?",
    en: "How likely is each move within a month?",
  },
  {
    path: "/transitions?view=change",
    de: "Was ist wahrscheinlicher als vor einem Jahr?",
    en: "What is likelier than a year ago?",
  },
  { path: "/backtest", de: "Angepasste Modelle", en: "Fitted models" },
  {
    path: "/doctor",
    de: "Zeilen wurden beim Import abgewiesen",
    en: "Rows were rejected at the import",
  },
  { path: "/import", de: "Bestellungen.csv", en: "Bestellungen.csv" },
  { path: "/settings", de: "Health Score", en: "Health score" },
  { path: "/events", de: "Ereignis notieren", en: "Note an event" },
  {
    path: "/views?from=%2Fcustomers",
    de: "Diese Ansicht speichern",
    en: "Save this view",
  },
] as const;

const READERS: readonly ReaderOptions[] = [
  { locale: "de-DE", colorScheme: "light", width: 1440 },
  { locale: "en-GB", colorScheme: "dark", width: 1440 },
  { locale: "de-DE", colorScheme: "dark", width: 360 },
  { locale: "en-GB", colorScheme: "light", width: 360 },
];

// Two at a time: half of a visit is waiting until nothing moves any more.
test.concurrent.each(READERS)(
  "every page reads well in $locale, $colorScheme, $width px",
  async (options) => {
    const { page, context, faults } = await openReader(browser, options);
    const language = options.locale === "de-DE" ? "de" : "en";
    for (const expected of PAGES) {
      await page.goto(site.url + expected.path);
      await page.getByText(expected[language], { exact: true }).first().waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await violations(page), expected.path).toEqual([]);
      const tooWide = "document.documentElement.scrollWidth > innerWidth";
      expect(await page.evaluate(tooWide), `${expected.path} is wider than the screen`).toBe(false);
      expect(foreignTexts(await texts(page), language), expected.path).toEqual([]);
    }
    expect(faults).toEqual([]);
    await context.close();
  },
);

/** Texts of a page that stand in the other language's catalogue and not in its own. */
function foreignTexts(shown: readonly string[], language: "de" | "en"): string[] {
  const [own, other] = language === "de" ? [de, en] : [en, de];
  const known = new Set(Object.values(own));
  const foreign = new Set(Object.values(other).filter((text) => !known.has(text)));
  // Our own name is a German word.
  return shown.filter((text) => text !== "Kundenwert" && foreign.has(text));
}

test("the start page shows the API's figures in the reader's writing", async () => {
  const { page, context, faults } = await openReader(browser);
  const equity = (await (await fetch(`${site.url}/api/equity`)).json()) as EquityList;
  const format = createFormat("de-DE", "EUR");
  await page.goto(site.url);
  for (const { horizonMonths, revenueDiscounted } of equity.items.toReversed()) {
    await page.getByText(`${horizonMonths} Monate`, { exact: true }).click();
    await page.getByText(format.wholeMoney(revenueDiscounted), { exact: true }).waitFor();
    expect(page.url()).toContain(`horizon=${horizonMonths}`);
  }
  const [first] = equity.items;
  await page.goto(`${site.url}/?horizon=12&basis=contribution`);
  await page.getByText(format.wholeMoney(first?.contributionDiscounted), { exact: true }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("a chart is drawn, has its figures as a table, and gives files", async () => {
  const { page, context, faults } = await openReader(browser);
  await page.goto(site.url);
  const figure = page.getByRole("region", { name: de["lorenz.title"] });
  await figure.locator("svg path").first().waitFor({ state: "attached" });
  expect(await figure.getByRole("img").first().getAttribute("aria-label")).toContain("Gini");
  for (const [name, start] of [
    ["CSV", '"Anteil der Kunden'],
    [de["file.excel-de"], "\uFEFFAnteil der Kunden"],
    [de["file.xlsx"], "PK\u0003\u0004"],
    ["SVG", "<svg"],
    ["PNG", "\u0089PNG"],
  ] as const) {
    const arrival = page.waitForEvent("download");
    await figure.getByRole("button", { name, exact: true }).click();
    const path = await (await arrival).path();
    const encoding = name === "PNG" ? "latin1" : "utf8";
    expect(readFileSync(path, encoding).slice(0, start.length)).toBe(start);
  }
  await figure.getByText(de["figure.table"], { exact: true }).click();
  expect(await figure.getByRole("row").count()).toBe(102);
  expect(faults).toEqual([]);
  await context.close();
});

test("language and appearance are chosen once and stay", async () => {
  const { page, context } = await openReader(browser);
  await page.goto(site.url);
  await page.getByText("EN", { exact: true }).click();
  await page.getByRole("heading", { name: en["start.title"] }).waitFor();
  const scheme = () => page.locator("html").getAttribute("data-mantine-color-scheme");
  await page.getByRole("button", { name: /^Appearance/ }).click();
  await page.getByRole("button", { name: /^Appearance/ }).click();
  expect(await scheme()).toBe("dark");
  await page.reload();
  await page.getByRole("heading", { name: en["start.title"] }).waitFor();
  expect(await scheme()).toBe("dark");
  await context.close();
});

test("a customer is found by number and by keyboard alone", async () => {
  const { page, context, faults } = await openReader(browser);
  await page.goto(`${site.url}/customers`);
  await page.getByLabel(de["customers.search"]).focus();
  await page.keyboard.type("K-1042");
  await page.getByText("1 von 1 Kunden").waitFor();
  expect(page.url()).toContain("search=K-1042");
  const link = page.getByRole("link", { name: "K-1042" });
  while (!(await link.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Kunde K-1042" }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("an unknown customer and an unknown page say so and lead on", async () => {
  const { page, context } = await openReader(browser);
  await page.goto(`${site.url}/customers/nobody`);
  await page.getByText(de["error.CUSTOMER_UNKNOWN.title"]).waitFor();
  await page.goto(`${site.url}/import?job=nobody`);
  await page.getByText(de["error.JOB_UNKNOWN.title"]).waitFor();
  await page.goto(`${site.url}/nowhere`);
  await page.getByText(de["notFound.text"]).waitFor();
  expect(await violations(page)).toEqual([]);
  await context.close();
});

test("code comes compressed as the browser can read it, and the page itself too", async () => {
  const page = await fetch(site.url, { headers: { "accept-encoding": "identity" } });
  const [, script = ""] = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text()) ?? [];
  for (const encoding of ["br", "gzip"]) {
    const answer = await fetch(site.url + script, { headers: { "accept-encoding": encoding } });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("content-type")).toMatch(/javascript/);
    expect(answer.headers.get("cache-control")).toMatch(/immutable/);
    expect((await answer.text()).length).toBeGreaterThan(50_000);
  }
  const plain = await fetch(site.url + script, { headers: { "accept-encoding": "identity" } });
  expect(plain.headers.get("content-encoding")).toBeNull();
});

test("without charts, the first page loads at most 250 kB of compressed code", async () => {
  const { page, context } = await openReader(browser);
  const files: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!/\.(js|css)$/.test(response.url()) || response.url().includes("echarts")) return;
    files.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(site.url);
  await page.waitForLoadState("networkidle");
  const bytes = (await Promise.all(files)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(250_000);
  await context.close();
});
