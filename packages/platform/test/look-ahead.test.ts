import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeDemo } from "../src/demo/index.ts";
import type { Row } from "../src/engines/engine.ts";
import { runBacktest } from "../src/pipeline/backtest/run-backtest.ts";
import { readFits } from "../src/pipeline/fits.ts";
import { importFile } from "../src/sources/import-file.ts";
import { openWorkspace, type Workspace } from "../src/workspace/workspace.ts";
import { differences } from "./differences.ts";

let directory: string;
let workspace: Workspace;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-look-ahead-"));
  workspace = await openWorkspace(join(directory, "workspace"));
});
afterEach(async () => {
  await workspace.close();
  rmSync(directory, { recursive: true, force: true });
});

const split = {
  calibrationEnd: new Date("2025-10-31"),
  holdoutEnd: new Date("2026-10-31"),
};

/** All that the methods could know, and what they foresaw from it. */
async function forecasts() {
  const { engine } = workspace;
  const all = (table: string, keys: string): Promise<readonly Row[]> =>
    engine.rows(`SELECT * FROM ${table} ORDER BY ${keys}`);
  const predictions = await all("backtest_prediction", "place");
  const { models, spend } = await readFits(engine, "calibration_fits");
  return {
    returns: await all("calibration_return_link", "import_id, line"),
    days: await all("calibration_purchase_day", "customer_id, day"),
    summaries: await all("calibration_summary", "customer_id"),
    models,
    spend: { model: spend?.model, mean: spend?.mean, strength: spend?.strength },
    scores: await all("calibration_score", "frequency, recency, age"),
    predictions: predictions.map(({ actual_purchases, actual_revenue, ...rest }) => rest),
  };
}

test("orders and returns after the end of calibration change no forecast", async () => {
  const { files } = await writeDemo(directory, { customers: 1500, months: 36, seed: 5 });
  const [header = "", ...lines] = readFileSync(files.bestellungen, "utf8").trimEnd().split("\n");
  const timeAt = header.split(",").indexOf("ordered_at");
  const dayOf = (line: string) => String(line.split(",")[timeAt]).slice(0, 10);
  const isKnown = (line: string) => dayOf(line) <= "2025-10-31";
  const known = lines.filter(isKnown);
  const later = lines.filter((line) => !isKnown(line));
  const returnsLater = later.filter((line) => !line.endsWith(","));
  expect(returnsLater.length, "returns of known purchases are part of the test").toBeGreaterThan(
    50,
  );
  // A holdout must hold something: one order of the last day stands for it.
  const last = later.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1)).at(-1) ?? "";
  const returner = last.replace(/,K\d+,/, `,${/K\d+/.exec(known[0] ?? "")?.[0]},`);

  const write = (name: string, rows: readonly string[]) => {
    const file = join(directory, name);
    writeFileSync(file, [header, ...rows, ""].join("\n"));
    return file;
  };
  await importFile(workspace, write("known.csv", [...known, returner]), { source: "known" });
  const before = await runBacktest(workspace, split);
  const foreseen = await forecasts();

  await importFile(workspace, write("later.csv", later), { source: "later" });
  const after = await runBacktest(workspace, split);
  expect(foreseen.summaries.length).toBeGreaterThan(500);
  expect(foreseen.returns.length).toBeGreaterThan(50);
  expect(differences(await forecasts(), foreseen)).toEqual([]);

  // What came is another matter: that the later file was read shows there.
  expect(before?.holdoutPurchases).toBe(1);
  expect(after?.holdoutPurchases).toBeGreaterThan(500);
});
