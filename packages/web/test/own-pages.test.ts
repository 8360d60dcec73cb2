import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnnotationList, Preferences, SettingSheet } from "@kundenwert/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_SOURCES, writeDemo } from "../../platform/src/demo/index.ts";
import { importFile } from "../../platform/src/sources/import-file.ts";
import { type TemporaryWorkspace, valuedWorkspace } from "../../platform/test/valued-workspace.ts";
import { de } from "../src/i18n/de.ts";
import { en } from "../src/i18n/en.ts";
import { launchBrowser, openReader, violations } from "./browser.ts";
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

const read = async <T>(path: string) => (await (await fetch(site.url + path)).json()) as T;
const written = () => readFileSync(join(valued.workspace.directory, "kundenwert.yaml"), "utf8");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("a setting is changed, refused where it makes no sense, and taken back", async () => {
  const { page, context } = await openReader(browser);
  await page.goto(`${site.url}/settings`);
  const rate = page.getByLabel(de["setting.discountRate"], { exact: true });
  await rate.fill("700");
  await page.getByText("Zinssatz kann nicht 700 % sein.").waitFor();
  expect(
    await page.getByRole("button", { name: de["settings.save"], exact: true }).isDisabled(),
  ).toBe(true);
  await rate.fill("7.5");
  await page.getByText("Zinssatz: 10 % (üblich) → 7,5 %").waitFor();
  expect(await violations(page)).toEqual([]);
  await press(page, de["settings.save"]);
  await page.getByText(de["settings.runNeeded"]).waitFor();
  expect(written()).toContain("discountRate: 0.075");
  await press(page, de["settings.undo"]);
  await page.getByText(de["settings.undone"]).waitFor();
  expect(written()).not.toContain("discountRate");
  await page.getByText(de["settings.runNeeded"]).waitFor({ state: "detached" });
  expect((await read<SettingSheet>("/api/settings/sheet")).isRunNeeded).toBe(false);
  await context.close();
});

test("a target is set, stands on its tile at once, and is dropped", async () => {
  const { page, context, faults } = await openReader(browser);
  context.setDefaultTimeout(30_000);
  await page.goto(`${site.url}/settings`);
  const panel = page.getByRole("region", { name: de["setting.targets"] }).first();
  await panel.getByLabel(de["targets.figure"]).selectOption("revenue");
  await panel.getByLabel(de["targets.value"]).fill("90000000");
  await panel.getByLabel(de["filter.period"]).selectOption("quarter");
  await panel.getByRole("button", { name: de["targets.add"] }).click();
  await panel.getByRole("cell", { name: "≥ 90.000.000,00 €", exact: true }).waitFor();
  expect(written()).toContain("- { figure: revenue, period: quarter, atLeast: 90000000 }");
  expect(await violations(page)).toEqual([]);
  await page.goto(`${site.url}/figures?period=quarter`);
  await page
    .getByText(/Ziel: mindestens 90\.000\.000\s€ · es fehlen 89\.\d{3}\.\d{3}\s€/)
    .waitFor();
  await page.goto(`${site.url}/settings`);
  await panel.getByRole("button", { name: new RegExp(`^${de["targets.drop"]}: Umsatz`) }).click();
  await page.getByText(/^Ziel gestrichen: Umsatz ≥ 90\.000\.000,00\s€ \(Quartal\)$/).waitFor();
  expect(written()).not.toContain("targets");
  expect((await read<SettingSheet>("/api/settings/sheet")).isRunNeeded).toBe(false);
  expect(faults).toEqual([]);
  await context.close();
});

test("an event stands in the chart, in its sentence and in its table, and can be taken away", async () => {
  const { page, context, faults } = await openReader(browser, { locale: "en-GB" });
  await page.goto(`${site.url}/events`);
  await page.getByLabel(en["events.day"]).fill("2026-03-02");
  await page.getByLabel(en["events.text"]).fill("=Prices <b>up</b>");
  await page.keyboard.press("Enter");
  await page.getByRole("cell", { name: "=Prices <b>up</b>", exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);

  await page.goto(`${site.url}/figures?figure=revenue&period=month`);
  const figure = page.locator(".kw-figure").first();
  await figure.getByText("One event lies in it: =Prices <b>up</b>, on 2 Mar 2026.").waitFor();
  await figure.locator("svg text", { hasText: "E1" }).waitFor({ state: "attached" });
  await figure.getByText(en["figure.table"], { exact: true }).click();
  await figure.getByRole("cell", { name: "E1: 2 Mar 2026, Price: =Prices <b>up</b>" }).waitFor();

  await page.goto(`${site.url}/events`);
  await press(page, "Delete: =Prices <b>up</b>");
  await page.getByText("was deleted.").waitFor();
  expect((await read<AnnotationList>("/api/annotations")).items).toEqual([]);
  await press(page, en["settings.undo"]);
  await page.getByRole("cell", { name: "=Prices <b>up</b>", exact: true }).waitFor();
  expect((await read<AnnotationList>("/api/annotations")).items).toHaveLength(1);
  expect(faults).toEqual([]);
  await context.close();
});

test("a filtered page is saved under a name, opened, renamed, removed and brought back", async () => {
  const { page, context, faults } = await openReader(browser);
  await page.goto(`${site.url}/customers?sort=alive&search=K-10`);
  await page.getByRole("link", { name: de["views.save.title"] }).click();
  await page.getByLabel(de["views.name"]).fill("Vielleicht verloren");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Vielleicht verloren", exact: true }).click();
  await page.waitForURL(/\/customers\?.*search=K-10/);
  expect(new URL(page.url()).searchParams.get("sort")).toBe("alive");

  await page.goto(`${site.url}/views`);
  await press(page, "Umbenennen: Vielleicht verloren");
  await page.getByLabel(de["views.name"]).fill("Schläfer");
  await page.keyboard.press("Enter");
  await press(page, "Löschen: Schläfer");
  await press(page, de["settings.undo"]);
  await page.getByRole("link", { name: "Schläfer", exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test("the start page shows the chosen tiles on the chosen horizon, and a link goes before it", async () => {
  const { page, context, faults } = await openReader(browser);
  await page.goto(`${site.url}/views`);
  for (const tile of ["figures", "distribution", "customers", "trust"] as const) {
    await page.getByRole("checkbox", { name: de[`startSetup.tile.${tile}`] }).uncheck();
  }
  await page.getByRole("checkbox", { name: de["startSetup.tile.views"] }).check();
  await page.getByLabel(de["view.horizon"]).selectOption("24");
  await expect
    .poll(() => read<Preferences>("/api/preferences"))
    .toEqual({ tiles: ["views", "equity"], horizon: 24, basis: null, language: null });
  await page.goto(site.url);
  await page.waitForURL(/horizon=24/);
  await page.getByRole("heading", { name: de["nav.views"] }).waitFor();
  expect(await page.getByText(de["start.top"]).count()).toBe(0);
  await page.goto(`${site.url}/?horizon=36`);
  await page.getByRole("heading", { name: de["nav.views"] }).waitFor();
  expect(page.url()).toContain("horizon=36");
  expect(faults).toEqual([]);
  await context.close();
});

test("the first visit on the demo is walked through by keyboard, once, and again from the help", async () => {
  const first = await openReader(browser, { isFirstVisit: true });
  await first.page.goto(site.url);
  await first.page.getByText("24 Monate", { exact: true }).waitFor();
  expect(await first.page.getByRole("dialog").count()).toBe(0);
  await first.context.close();

  const directory = join(valued.workspace.directory, "demo");
  await writeDemo(directory, { customers: 50, months: 6 });
  for (const { files } of DEMO_SOURCES) await importFile(valued.workspace, join(directory, files));
  const { page, context, faults } = await openReader(browser, { isFirstVisit: true });
  await page.goto(site.url);
  const dialog = page.getByRole("dialog");
  const steps = ["shop", "equity", "customers", "warnings", "trust", "own"] as const;
  for (const [at, step] of steps.entries()) {
    const heading = dialog.getByRole("heading", { name: de[`tour.${step}`] });
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((it) => it === document.activeElement)).toBe(true);
    if (at === 0) expect(await violations(page)).toEqual([]);
    const next = dialog.getByRole("button", {
      name: de[at < steps.length - 1 ? "tour.next" : "tour.done"],
    });
    while (!(await next.evaluate((it) => it === document.activeElement))) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
  }
  await dialog.waitFor({ state: "detached" });
  expect(new URL(page.url()).pathname).toBe("/import");
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await dialog.count()).toBe(0);

  await page
    .locator("summary", { has: page.locator("svg") })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: de["help.tour"] }).focus();
  await page.keyboard.press("Enter");
  await dialog.getByRole("heading", { name: de["tour.shop"] }).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(faults).toEqual([]);
  await context.close();
});
