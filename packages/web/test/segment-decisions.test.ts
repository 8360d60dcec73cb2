import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TemporaryWorkspace, valuedWorkspace } from "../../platform/test/valued-workspace.ts";
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

const file = () => readFileSync(join(valued.workspace.directory, "kundenwert.yaml"), "utf8");

test("a micro-segment is given a name, and has it everywhere at once", async () => {
  const { page, context, faults } = await openReader(browser);
  await page.goto(`${site.url}/segments/active_high.1`);
  await page.getByLabel("Eigener Name").fill("Stammkunden");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText("Wer in „Stammkunden“ ist").waitFor();
  expect(file()).toContain("active_high.1: Stammkunden");
  expect(await violations(page)).toEqual([]);
  await page.goto(`${site.url}/segments?level=micro`);
  await page.getByText("Stammkunden").first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("a move is marked, the matrix follows, and the mark is taken back", async () => {
  const { page, context, faults } = await openReader(browser, { locale: "en-GB", width: 390 });
  await page.goto(`${site.url}/transitions?view=count`);
  await page.getByText("You have not marked any move yourself.").waitFor();
  await page.getByLabel("From").selectOption("active_mid");
  await page.getByLabel("To", { exact: true }).selectOption("active_high");
  await page.getByLabel("Mark").selectOption("undesired");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("cell", { name: "▼ undesired" }).first().waitFor();
  const moved = await fetch(`${site.url}/api/segments/moves`).then((reply) => reply.json());
  const upwards = moved.moves.find(
    (move: { fromSegment: string; toSegment: string }) =>
      move.fromSegment === "active_mid" && move.toSegment === "active_high",
  );
  expect(upwards.mark).toBe("undesired");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: /^Undo: active, mid → active, high/ }).click();
  await page.getByText("You have not marked any move yourself.").waitFor();
  expect(file()).not.toContain("marks");
  expect(faults).toEqual([]);
  await context.close();
});

test("a segment of one's own is tried, saved, told and taken back", async () => {
  const { page, context, faults } = await openReader(browser, { width: 390 });
  await page.goto(`${site.url}/segments?level=own`);
  await page.getByLabel("Segment", { exact: true }).fill("vielkaeufer");
  await page.getByLabel("Merkmal").selectOption({ label: "Kauftage bisher" });
  await page.getByLabel("mindestens").fill("5");
  await page.getByRole("button", { name: "Ausprobieren" }).click();
  const { customers } = await valued.workspace.engine
    .rows(
      `SELECT CAST(count(*) AS DOUBLE) AS customers FROM snapshot
       WHERE purchases >= 5 AND period_end = (SELECT max(period_end) FROM snapshot)`,
    )
    .then(([row]) => row as { customers: number });
  expect(customers).toBeGreaterThan(0);
  await page.getByText(`Heute trifft die Regel auf ${customers} Kunden zu.`).waitFor();
  expect(file()).not.toContain("vielkaeufer");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("cell", { name: "Kauftage bisher ≥ 5" }).waitFor();
  await page.getByText("Die Regeln gelten ab der nächsten Berechnung.").waitFor();
  expect(file()).toContain("vielkaeufer");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Entfernen: vielkaeufer" }).click();
  await page.getByRole("cell", { name: "Kauftage bisher ≥ 5" }).waitFor({ state: "detached" });
  expect(file()).not.toContain("vielkaeufer");
  expect(faults).toEqual([]);
  await context.close();
});

test("the rules of a micro-segment are pinned and freed", async () => {
  const { page, context, faults } = await openReader(browser);
  await page.goto(`${site.url}/segments/active_high.1`);
  const pin = page.getByLabel("Regeln festhalten");
  await pin.click();
  await expect.poll(file).toContain("pinned");
  await expect.poll(() => pin.isChecked()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await pin.click();
  await expect.poll(file).not.toContain("pinned");
  expect(faults).toEqual([]);
  await context.close();
});
