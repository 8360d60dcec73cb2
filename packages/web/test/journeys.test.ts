import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CustomerDetail, Overview } from "@kundenwert/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importFile } from "../../platform/src/sources/import-file.ts";
import { openWorkspace, type Workspace } from "../../platform/src/workspace/workspace.ts";
import { readWorkbook } from "../../platform/test/read-workbook.ts";
import { de } from "../src/i18n/de.ts";
import { en } from "../src/i18n/en.ts";
import { createFormat } from "../src/i18n/format.ts";
import { launchBrowser, openPage, openReader, violations } from "./browser.ts";
import { builtDashboard } from "./built-dashboard.ts";
import { makeDemo } from "./demo-workspace.ts";
import { type Dashboard, openSite, type Site } from "./site.ts";

/** The real server on a workspace of its own, for all journeys in their order. */
let directory: string;
let browser: Browser;
let dashboard: Dashboard;
let workspace: Workspace;
let site: Site;

const SCRIPT = '<img src=x onerror="document.title=1">';
const FORMULA = "=1+cmd|calc";

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-journeys-"));
  const hostile = Array.from({ length: 40 }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, "0");
    return `"${FORMULA}",2026-0${1 + (at % 9)}-${day},80.00,"${SCRIPT.replaceAll('"', '""')}"`;
  });
  await makeDemo(directory, 500, {
    "fremde.csv": ["customer,date,net_amount,channel", ...hostile].join("\n"),
  });
  dashboard = await builtDashboard();
  workspace = await openWorkspace(directory);
  site = await openSite(workspace, dashboard);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await workspace?.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Tab after tab until something is in focus. */
async function tabTo(page: Page, selector: string, most = 200): Promise<void> {
  for (let at = 0; at < most; at++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector))
      return;
  }
  throw new Error(`no ${selector} within ${most} tabs`);
}

test("the customers most at risk are found and taken to Excel as they are shown", async () => {
  const { page, context, faults } = await openReader(browser);
  await openPage(page, site.url);
  await page.getByRole("link", { name: de["nav.warnings"], exact: true }).click();
  const list = page.getByRole("region", { name: de["warnings.list.undesired"] }).first();
  await list.getByRole("row").nth(1).waitFor();
  const shown = await list.getByRole("row").allInnerTexts();
  const customers = shown.slice(1).map((row) => /K\d+|=1\+cmd\|calc/.exec(row)?.[0]);
  const arrival = page.waitForEvent("download");
  await page.getByRole("button", { name: de["file.xlsx"] }).first().click();
  const file = await (await arrival).path();
  const sheet = await readWorkbook(file);
  const column = sheet[0]?.indexOf(de["customers.customer"]) ?? -1;
  const told = sheet.slice(1).map((row) => String(row[column]).replace(/^'/, ""));
  expect(told).toEqual(customers);
  expect(told.length).toBeGreaterThan(5);
  const stakes = sheet.slice(1).map((row) => row[sheet[0]?.indexOf(de["alert.atStake"]) ?? -1]);
  expect(stakes.every((stake) => typeof stake === "number")).toBe(true);
  expect(stakes).toEqual(stakes.toSorted((one, other) => Number(other) - Number(one)));
  expect(faults).toEqual([]);
  await context.close();
});

test("why a customer is worth that much adds up to the value that is shown", async () => {
  const { page, context, faults } = await openReader(browser);
  const detail = await api<CustomerDetail>("/customers/K0000002");
  const format = createFormat("de-DE", "EUR");
  await openPage(page, `${site.url}/customers/K0000002?horizon=24`);
  const rows = page.getByRole("region", { name: de["why.title"] }).getByRole("row");
  const amounts = (await rows.allInnerTexts()).slice(1).map((row) => row.split("\t").at(-1) ?? "");
  const reasons = detail.reasons.find(({ horizonMonths }) => horizonMonths === 24);
  expect(amounts).toEqual(reasons?.lines.map(({ amount }) => format.money(amount)));
  const value = detail.values.find(({ horizonMonths }) => horizonMonths === 24);
  await page.getByText(format.money(value?.revenueDiscounted), { exact: true }).first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("a segment is held against the year before", async () => {
  const { page, context } = await openReader(browser);
  await openPage(page, `${site.url}/segments/active_high`);
  const periods = page.getByRole("combobox", { name: de["filter.period"] });
  await periods.selectOption({ index: 1 });
  await page.waitForURL(/end=2026-09-30/);
  type Period = { segment: string; periodEnd: string; customers: number };
  const { periods: told } = await api<{ periods: Period[] }>("/segments?last=25");
  const before = told.find(
    (each) => each.segment === "active_high" && each.periodEnd === "2025-09-30",
  );
  const stock = page.getByText(de["sheet.stock"], { exact: true }).first().locator("..");
  expect(await stock.innerText()).toMatch(new RegExp(`[▲▼=] Vorjahr ${before?.customers}\\b`));
  await context.close();
});

test("a filtered view sent as a link shows the same to a colleague", async () => {
  const mine = await openReader(browser);
  await openPage(mine.page, `${site.url}/figures?period=quarter&figure=revenue`);
  await mine.page.getByLabel(de["filter.by"]).selectOption("acquisition_channel");
  await mine.page.getByLabel(de["filter.member"]).selectOption({ index: 1 });
  await mine.page.waitForURL(/member=/);
  await openPage(mine.page, mine.page.url());
  const yours = await openReader(browser, { colorScheme: "dark", width: 1024 });
  await openPage(yours.page, mine.page.url());
  const figures = (page: Page) =>
    page.locator("#main .kw-reading, #main h2, #main .kw-tile").allInnerTexts();
  const seen = await figures(yours.page);
  expect(seen.length).toBeGreaterThan(10);
  expect(seen).toEqual(await figures(mine.page));
  await mine.context.close();
  await yours.context.close();
});

test("language and appearance are switched by keyboard alone, and a customer is found by it", async () => {
  const { page, context, faults } = await openReader(browser);
  await openPage(page, site.url);
  await tabTo(page, "input[type=radio][value=de]");
  await page.keyboard.press("ArrowRight");
  await page.getByRole("heading", { name: en["start.title"] }).waitFor();
  await tabTo(page, "header button[aria-label^=Appearance]");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect(await page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark");
  await tabTo(page, 'nav a[href^="/customers"]');
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: en["nav.customers"], level: 1 }).waitFor();
  await tabTo(page, "#main input[type=search], #main input[type=text]");
  await page.keyboard.type("K0000002");
  await page.getByText("1 of 1 customers").waitFor();
  await tabTo(page, '#main a[href^="/customers/K0000002"]');
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Customer K0000002" }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("the warnings are read by keyboard alone, down to the customer they name", async () => {
  const { page, context } = await openReader(browser);
  await openPage(page, site.url);
  await tabTo(page, 'nav a[href^="/warnings"]');
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: de["warnings.list.undesired"] }).first().waitFor();
  await tabTo(page, '#main a[href^="/customers/"]');
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Kunde / }).waitFor();
  expect(page.url()).toContain("/customers/");
  await context.close();
});

test("script and formulas in names are shown as what they are: text", async () => {
  const { page, context, faults } = await openReader(browser);
  await openPage(page, `${site.url}/customers/${encodeURIComponent(FORMULA)}`);
  await page.getByRole("heading", { name: `Kunde ${FORMULA}` }).waitFor();
  await page.getByText(SCRIPT).first().waitFor();
  await openPage(page, `${site.url}/figures?period=year&figure=revenue&by=channel`);
  await page.getByText(de["figure.table"], { exact: true }).first().click();
  await page.getByText(SCRIPT).first().waitFor();
  expect(await page.locator("#main img").count()).toBe(0);
  expect(await page.title()).not.toBe("1");
  expect(faults).toEqual([]);
  await context.close();
});

test("a file of customers is seen as such, may be called otherwise, and is imported", async () => {
  const { page, context, faults } = await openReader(browser);
  await openPage(page, `${site.url}/import`);
  const file = join(directory, "kundenliste.csv");
  writeFileSync(
    file,
    ["KundenNr;Land;Ort;Geburtsjahr", "K0000001;AT;Wien;1980", "K0000002;CH;Bern;achtzig"].join(
      "\n",
    ),
  );
  await page.locator("input[type=file]").setInputFiles(file);
  const table = page.getByLabel(de["import.table"]);
  await table.waitFor();
  expect(await table.inputValue()).toBe("customers");
  expect(await page.getByLabel(de["role.city"], { exact: true }).inputValue()).toBe("Ort");
  expect(await violations(page)).toEqual([]);
  await table.selectOption("consents");
  await page.getByText(/Es fehlt eine Spalte/).waitFor();
  expect(await page.getByRole("button", { name: /importieren/ }).isDisabled()).toBe(true);
  await table.selectOption("customers");
  await page.getByRole("button", { name: /^2 Zeilen importieren und/ }).click();
  await page.getByText("1 × Zahl nicht lesbar: achtzig").waitFor({ timeout: 280_000 });
  expect(faults).toEqual([]);
  await context.close();
});

test("a run is cancelled, the values before stay, and a lost server is missed and found again", async () => {
  const { page, context } = await openReader(browser);
  // What the journey before has started may still run, and would be cancelled instead.
  await expect.poll(unfinishedJobs, { timeout: 400_000 }).toEqual([]);
  const before = await api<Overview>("/overview");
  // With new orders there is much to do, or the run would be over before it is cancelled.
  const late = Array.from({ length: 40 }, (_, at) => `N${at % 9},2026-0${1 + (at % 9)}-17,20.00`);
  const file = join(directory, "nachtrag.csv");
  writeFileSync(file, ["customer,date,net_amount", ...late].join("\n"));
  await importFile(workspace, file, { table: "orders" });
  await openPage(page, site.url);
  await post("/runs", { backtest: false });
  await page.goto(`${site.url}/import`);
  await page.getByRole("button", { name: de["job.cancel"] }).click();
  await page.getByText(de["job.cancelled"]).waitFor();
  expect((await api<Overview>("/overview")).asOf).toBe(before.asOf);
  await expect.poll(unfinishedJobs).toEqual([]);
  await openPage(page, site.url);
  await post("/runs", {});
  await expect.poll(unfinishedJobs).toEqual(["running"]);
  // In the middle of the work.
  await site.close();
  await page.getByText(de["error.OFFLINE.title"]).waitFor();
  site = await openSite(workspace, dashboard, site.port);
  await page.getByText(de["error.OFFLINE.title"]).waitFor({ state: "detached" });
  await page.getByText(de["equity.customers"], { exact: true }).first().waitFor();
  const jobs = await api<JobList>("/jobs");
  expect(jobs.items[0]).toMatchObject({ state: "failed", error: { code: "JOB_INTERRUPTED" } });
  await context.close();
}, 900_000);

type JobList = { items: { state: string; error: { code: string } | null }[] };

async function unfinishedJobs(): Promise<string[]> {
  const { items } = await api<JobList>("/jobs");
  return items.map(({ state }) => state).filter((state) => ["queued", "running"].includes(state));
}

async function api<T>(path: string): Promise<T> {
  const response = await fetch(`${site.url}/api${path}`);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

async function post(path: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${site.url}/api${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  expect(response.status, path).toBe(202);
}
