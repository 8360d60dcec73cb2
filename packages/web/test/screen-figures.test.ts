import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "../../platform/src/workspace/workspace.ts";
import { launchBrowser, openPage, openReader } from "./browser.ts";
import { builtDashboard } from "./built-dashboard.ts";
import { makeDemo } from "./demo-workspace.ts";
import { SCREENS, type Screen, WITHOUT_FIGURES } from "./screen-list.ts";
import { readScreen } from "./shown-numbers.ts";
import { type Dashboard, openSite, type Site } from "./site.ts";
import { numbersIn, numbersOf, rowsOf, type Told, tell } from "./told-numbers.ts";

let directory: string;
let browser: Browser;
let dashboard: Dashboard;
let workspace: Workspace;
let site: Site;
const told = new Map<string, Told[]>();

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-screens-"));
  await makeDemo(directory, 500);
  missTargets(directory);
  for (const command of new Set(SCREENS.flatMap((screen) => screen.told))) {
    told.set(command, rowsOf(await tell(directory, command)));
  }
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

/** What no quarter can reach: tiles tell how far the last full one is from it, while another runs. */
function missTargets(workspace: string): void {
  const file = join(workspace, "kundenwert.yaml");
  const missed = [
    "{ figure: revenue, period: quarter, atLeast: 1000000, from: 2026-04-01 }",
    "{ figure: repeat_rate, atLeast: 0.987 }",
    "{ figure: cac, atMost: 0.35 }",
  ];
  const goals = missed.map((target) => `  - ${target}\n`).join("");
  writeFileSync(file, readFileSync(file, "utf8").replace("targets:\n", `targets:\n${goals}`));
}

/** The figures of a screen that the command line does not tell, each with where it stands. */
async function strangers(page: Page, screen: Screen): Promise<{ read: number; strange: string[] }> {
  await openPage(page, site.url + screen.path);
  const { texts, tables } = await readScreen(page);
  const rows = screen.told.flatMap((command) => told.get(command) ?? []);
  const worked = (screen.worked ?? []).flatMap((work) => work(rows));
  const each = [...rows, ...worked].map(numbersOf);
  const all = new Set(each.flatMap((numbers) => [...numbers]));
  const strange: string[] = [];
  let read = 0;
  for (const text of texts) {
    for (const number of numbersIn(text)) {
      read++;
      if (!all.has(number)) strange.push(`${number} in: ${text}`);
    }
  }
  for (const { name, rows: shown } of tables) {
    const ofOneRow = !screen.sideBySide?.includes(name);
    for (const row of shown) {
      const numbers = row.flatMap(numbersIn);
      read += numbers.length;
      const known = ofOneRow
        ? each.some((one) => numbers.every((number) => one.has(number)))
        : numbers.every((number) => all.has(number));
      if (!known) strange.push(`${name}: ${row.join(" · ")}`);
    }
  }
  return { read, strange };
}

test("every figure on every screen is the command line's for the same filters", async () => {
  const found: Record<string, string[]> = {};
  let figures = 0;
  const ahead = SCREENS.values();
  const walk = async () => {
    const { page, context, faults } = await openReader(browser);
    for (const screen of ahead) {
      const { read, strange } = await strangers(page, screen);
      if (strange.length > 0) found[screen.path] = strange;
      expect(read, `${screen.path} shows figures`).toBeGreaterThan(4);
      figures += read;
    }
    expect(faults).toEqual([]);
    await context.close();
  };
  // Two at a time: half of a visit is waiting for the page.
  await Promise.all([walk(), walk()]);
  expect(found).toEqual({});
  expect(figures).toBeGreaterThan(3500);
}, 900_000);

test("figures that are a little off are found on every kind of screen", async () => {
  const { page, context } = await openReader(browser);
  await page.route("**/api/**", async (route) => {
    const response = await route.fetch();
    const isJson = response.headers()["content-type"]?.includes("json");
    if (!isJson) return route.fulfill({ response });
    // Whole numbers by one, all others by a hundredth.
    const off = (_: string, value: unknown) =>
      typeof value !== "number" ? value : Number.isInteger(value) ? value + 1 : value * 1.01;
    return route.fulfill({ response, json: JSON.parse(await response.text(), off) });
  });
  for (const screen of SCREENS.filter(({ path }) => CHANGED.some((one) => path.startsWith(one)))) {
    const { strange } = await strangers(page, screen);
    expect(strange.length, screen.path).toBeGreaterThan(5);
  }
  await context.close();
});

const CHANGED = [
  "/equity",
  "/customers?",
  "/cohorts",
  "/segments/",
  "/transitions?view=c",
  "/backtest",
];

test("every route of the dashboard is among the screens", () => {
  const router = readFileSync(new URL("../src/router.tsx", import.meta.url), "utf8");
  const routes = [...router.matchAll(/path: "([^"]+)"/g)].map(([, path]) => String(path));
  const shown = SCREENS.map(({ path }) => path.split("?")[0] as string);
  const missing = routes.filter((route) => {
    const pattern = new RegExp(`^${route.replaceAll(/\$\w+/g, "[^/]+")}$`);
    return !shown.some((path) => pattern.test(path)) && !WITHOUT_FIGURES.includes(route);
  });
  expect(missing).toEqual([]);
});
