import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Planted, writePlantedShop } from "../../../test/planted-shop.ts";
import { importFile } from "../../sources/import-file.ts";
import { openWorkspace, type Workspace } from "../../workspace/workspace.ts";
import { planFeatures } from "../features/feature-plan.ts";
import { snapshotSteps } from "../features/snapshot.ts";
import { begin } from "../foundation.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { runSteps } from "../runner.ts";
import { macroRuleStep } from "../segments/macro-rule.ts";
import { segmentMacro } from "../segments/segment-macro.ts";
import { readWarningFit, type WarningFit } from "./warning-fit.ts";
import { warningSteps } from "./warning-steps.ts";

let directory: string;
let workspace: Workspace;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-planted-"));
  workspace = await openWorkspace(join(directory, "workspace"));
});
afterEach(async () => {
  await workspace.close();
  rmSync(directory, { recursive: true, force: true });
});

/** From the files of a shop to its warnings; their ranks need values and are not looked at here. */
async function warningsOf(customers: number, planted: Planted): Promise<WarningFit> {
  const files = writePlantedShop(directory, customers, planted);
  await importFile(workspace, files.orders);
  if (planted.campaign) {
    await importFile(workspace, files.campaign_members, { table: "campaign_members" });
  }
  if (planted.complaints) {
    await importFile(workspace, files.interactions, { table: "interactions" });
  }
  const { context } = await begin(workspace, new Date("2025-12-31"));
  const plan = await planFeatures(workspace.engine);
  const own = warningSteps(plan).filter(({ name }) => name !== "warning");
  const segments = [macroRuleStep(plan.features), segmentMacro(plan.features)];
  await runSteps([returnLink, purchaseDay, ...snapshotSteps(plan), ...segments, ...own], context);
  return (await readWarningFit(workspace.engine)) as WarningFit;
}

/** The signals on the share of active customers who bought, in order of time. */
function signals() {
  return workspace.engine.rows(
    `SELECT CAST(period_end AS VARCHAR) AS period_end, signal, CAST(since AS VARCHAR) AS since
     FROM segment_chart WHERE macro = 'active' AND move = 'bought' AND signal IS NOT NULL
     ORDER BY segment_chart.period_end`,
  );
}

test("finds a campaign, dearer products and complaints, and when they came", async () => {
  const { triggers } = await warningsOf(1300, {
    campaign: "2024-12",
    complaints: "2024-01",
    priceRise: "2025-04",
  });
  expect(await signals()).toContainEqual({
    period_end: "2024-12-31",
    signal: "above",
    since: "2024-12-31",
  });
  const of = (name: string) =>
    triggers.find(({ event, kind }) => event === name && kind === "undesired");
  // Three times the pace in one of three months: fewer of the written customers stay silent.
  expect(of("campaign")).toMatchObject({ first: "2024-12-31", last: "2024-12-31" });
  expect(of("campaign")?.upper).toBeLessThan(0);
  expect(of("price_rise")).toMatchObject({ first: "2025-04-30", last: "2025-04-30" });
  expect(of("price_rise")?.lower).toBeGreaterThan(0);
  // Seven of ten who complain buy no more.
  expect(of("contact")).toMatchObject({ detail: "complaint" });
  expect(of("contact")?.lower).toBeGreaterThan(0.2);
});

test("finds a drift and when it began", async () => {
  await warningsOf(1000, { drift: "2025-02" });
  const [first] = await signals();
  expect(["falling", "below"]).toContain(first?.signal);
  expect(String(first?.period_end) <= "2025-07-31").toBe(true);
  expect(["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"]).toContain(first?.since);
});

test("finds nothing where nothing was planted", async () => {
  const { triggers } = await warningsOf(700, {});
  expect(triggers).toEqual([]);
  expect(await signals()).toEqual([]);
});
