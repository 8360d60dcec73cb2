import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyWorkspace, germanOrders } from "../../platform/test/valued-workspace.ts";
import { de } from "../src/i18n/de.ts";
import { en } from "../src/i18n/en.ts";
import { launchBrowser, openReader, violations } from "./browser.ts";
import { builtDashboard } from "./built-dashboard.ts";
import { type Dashboard, openSite } from "./site.ts";

let browser: Browser;
let dashboard: Dashboard;

beforeAll(async () => {
  dashboard = await builtDashboard();
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

test("a German file dropped on an empty workspace leads to first results", async () => {
  const empty = await emptyWorkspace();
  const fresh = await openSite(empty.workspace, dashboard);
  const { page, context, faults } = await openReader(browser);
  await page.goto(fresh.url);
  await page.getByRole("link", { name: de["empty.import"] }).click();
  await page.locator("input[type=file]").setInputFiles({
    name: "Bestellungen Größe.csv",
    mimeType: "text/csv",
    buffer: germanOrders(),
  });
  await page.getByRole("heading", { name: "Bestellungen Größe.csv" }).waitFor();
  await page.getByText("erkannt: Windows-1252").waitFor({ state: "attached" });
  await page.getByText("Zeitpunkt nicht lesbar: 31.02.2024").waitFor();
  expect(await violations(page)).toEqual([]);

  // Another column may be chosen, and the preview follows.
  await page.getByLabel(de["role.amount"], { exact: true }).selectOption("Kosten");
  await page.getByLabel(de["role.amount"], { exact: true }).selectOption("Nettobetrag");
  await page.getByRole("button", { name: /importieren und Kunden bewerten/ }).click();
  await page.getByText(de["job.run.done"]).waitFor();
  await page.getByText("1 × Zeitpunkt nicht lesbar: 31.02.2024").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: de["job.toStart"] }).click();
  await page.getByText(de["equity.customers"], { exact: true }).waitFor();
  await page.getByText("300", { exact: true }).first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
  await fresh.close();
  await empty.remove();
});

test("an ambiguous date is asked for, and the answer is taken", async () => {
  const empty = await emptyWorkspace();
  const fresh = await openSite(empty.workspace, dashboard);
  const { page, context } = await openReader(browser, { locale: "en-GB" });
  const rows = Array.from(
    { length: 40 },
    (_, i) => `c${i},0${1 + (i % 9)}/0${2 + (i % 8)}/2024,9.50`,
  );
  await page.goto(`${fresh.url}/import`);
  await page.locator("input[type=file]").setInputFiles({
    name: "orders.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["customer,date,amount", ...rows].join("\n")),
  });
  await page.getByText(en["error.AMBIGUOUS_DATE.title"]).waitFor();
  const start = page.getByRole("button", { name: /^Import 40 rows/ });
  expect(await start.isDisabled()).toBe(true);
  await page.getByRole("button", { name: /^Month, day, year/ }).click();
  await page.getByText(en["error.AMBIGUOUS_DATE.title"]).waitFor({ state: "detached" });
  expect(await start.isDisabled()).toBe(false);
  await context.close();
  await fresh.close();
  await empty.remove();
});

test("the page says that the server is away, and goes on when it is back", async () => {
  const own = await emptyWorkspace();
  const first = await openSite(own.workspace, dashboard);
  const { page, context } = await openReader(browser);
  await page.goto(first.url);
  await page.getByText(de["empty.nothing"]).waitFor();
  await first.close();
  await page.getByText(de["error.OFFLINE.title"]).waitFor();
  const second = await openSite(own.workspace, dashboard, first.port);
  await page.getByText(de["error.OFFLINE.title"]).waitFor({ state: "detached" });
  await context.close();
  await second.close();
  await own.remove();
});
