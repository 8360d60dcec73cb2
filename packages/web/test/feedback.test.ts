import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../platform/src/pipeline/run.ts";
import { importFeedback } from "../../platform/test/feedback-file.ts";
import { type TemporaryWorkspace, valuedWorkspace } from "../../platform/test/valued-workspace.ts";
import { launchBrowser, openPage, openReader, type Reader, violations } from "./browser.ts";
import { builtDashboard } from "./built-dashboard.ts";
import { type Dashboard, openSite, type Site } from "./site.ts";

let valued: TemporaryWorkspace;
let dashboard: Dashboard;
let site: Site;
let browser: Browser;
let reader: Reader;
let page: Page;
beforeAll(async () => {
  dashboard = await builtDashboard();
  valued = await valuedWorkspace();
  await importFeedback(valued.workspace);
  await run(valued.workspace, { backtest: false });
  site = await openSite(valued.workspace, dashboard);
  browser = await launchBrowser();
  reader = await openReader(browser);
  page = reader.page;
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await valued?.remove();
});

const look = async (name: string) => {
  const to = process.env.KUNDENWERT_SCREENS;
  if (to) await page.screenshot({ path: `${to}/${name}.png`, fullPage: true });
};

test("topics lead to the answers that speak of them", async () => {
  await openPage(page, `${site.url}/feedback`);
  const topics = page.getByRole("region", { name: "Themen nach CLV in Gefahr" }).first();
  expect(await topics.innerText()).toContain("Am meisten steht bei „Lieferung“ auf dem Spiel");
  await look("topics");
  expect(await violations(page)).toEqual([]);
  await topics.getByRole("link", { name: "Lieferung" }).click();
  await page.getByText("10 von 10 Antworten").waitFor();
  expect(new URL(page.url()).search).toContain("topic=delivery");
  await page.getByLabel("Punkte").selectOption("bad");
  await page.getByText("6 von 6 Antworten").waitFor();
  await look("inbox");
  expect(await violations(page)).toEqual([]);
});

test("a case is worked on by keyboard alone, and its last state taken back", async () => {
  await openPage(page, `${site.url}/feedback?view=cases`);
  const column = (name: string) => page.getByRole("region", { name: new RegExp(`^${name} \\(`) });
  await column("Offen").getByRole("link").first().waitFor();
  await look("board");
  expect(await violations(page)).toEqual([]);
  const open = await column("Offen").getByRole("link").count();
  expect(open).toBe(10);
  await column("Offen").getByRole("link", { name: "K-1000" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Fall nps:F-0" }).waitFor();
  await page.getByLabel("Zuständig").fill("Team Nord");
  await page.getByLabel("Zustand").selectOption("solved");
  await page.getByLabel("Private Notiz").fill("Angerufen, Versandkosten erstattet");
  await page.getByLabel("Private Notiz").press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("cell", { name: "Offen → Gelöst" }).waitFor();
  expect(await page.getByText(/^Bei der Erledigung/).count()).toBe(1);
  await look("case");
  expect(await violations(page)).toEqual([]);
  await page
    .getByRole("button", { name: "Letzte Änderung des Zustands zurücknehmen" })
    .press("Enter");
  await page.getByRole("cell", { name: "Gelöst → Offen" }).waitFor();
  await page.getByRole("link", { name: "Alle Fälle" }).press("Enter");
  // The board that was seen before is shown until the new one is there.
  await column("Offen").getByText("Zuständig: Team Nord").waitFor();
});

test("a state is changed on the card; whoever was slower is told what changed meanwhile", async () => {
  await openPage(page, `${site.url}/feedback?view=cases`);
  const choice = page.getByLabel("Zustand des Falls von K-1001");
  await choice.waitFor();
  const elsewhere = await page.request.post(`${site.url}/api/feedback/cases/nps%3AF-1`, {
    data: { owner: "Team Süd" },
  });
  expect(elsewhere.status()).toBe(200);
  await choice.selectOption("in_work");
  await page.getByText("Dieser Fall wurde inzwischen von anderer Seite geändert.").waitFor();
  await page.getByText("Zuständig: Team Süd").waitFor();
  await choice.selectOption("in_work");
  await page
    .getByRole("region", { name: /^In Arbeit \(1\)/ })
    .getByText("K-1001")
    .waitFor();
  expect(reader.faults.filter((fault) => !fault.includes("409"))).toEqual([]);
});

test("the customer's page shows what was said with its case", async () => {
  await openPage(page, `${site.url}/customers/K-1001`);
  const said = page.getByRole("region", { name: "Rückmeldungen und offene Fälle" }).first();
  await said.getByRole("link", { name: "In Arbeit" }).click();
  await page.getByRole("heading", { name: "Fall nps:F-1" }).waitFor();
});
