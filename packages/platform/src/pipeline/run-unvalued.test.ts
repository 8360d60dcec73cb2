import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importAnswers } from "../../test/answers-workspace.ts";
import {
  emptyWorkspace,
  germanOrders,
  type TemporaryWorkspace,
} from "../../test/valued-workspace.ts";
import { importFile } from "../sources/import-file.ts";
import { undoImport } from "../sources/undo-import.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { readTopics } from "./feedback/read-feedback.ts";
import { readTopicRanking } from "./feedback/topic-ranking.ts";
import { notMade } from "./not-made.ts";
import { lastRun, run } from "./run.ts";

let temporary: TemporaryWorkspace;
let workspace: Workspace;
beforeAll(async () => {
  temporary = await emptyWorkspace();
  workspace = temporary.workspace;
  await importAnswers(workspace);
});
afterAll(() => temporary.remove());

/** A figure of a period, by dimension and member. */
async function figure(
  name: string,
  kind: string,
  start: string,
  dimension = "all",
  member = "all",
) {
  const [row] = await workspace.engine.rows(
    `SELECT value, n, low, high FROM figure_value
     WHERE figure = $name AND period_kind = $kind AND ($start = '' OR CAST(period_start AS VARCHAR) = $start)
       AND dimension = $dimension AND member = $member`,
    { name, kind, start, dimension, member },
  );
  return row;
}

test("answers alone give NPS and CSAT, by period and by what customers are", async () => {
  const report = await run(workspace);
  expect(report).toMatchObject({ asOf: "2026-05-10", method: null, reason: null, verified: false });
  expect(await lastRun(workspace.engine)).toEqual(report);
  // 10 9 9 less 6 0 3 of eight, then eight promoters: (3 - 3) / 8, 8 / 8, (11 - 3) / 16.
  expect(await figure("nps", "quarter", "2026-01-01")).toMatchObject({ value: 0, n: 8 });
  expect(await figure("nps", "month", "2026-05-01")).toMatchObject({ value: 100, n: 8 });
  expect(await figure("nps", "total", "")).toMatchObject({ value: 50, n: 16 });
  expect(await figure("nps", "total", "", "country", "AT")).toMatchObject({ value: 100, n: 8 });
  expect(await figure("nps", "year", "2026-01-01", "country", "DE")).toMatchObject({ value: 0 });
});

test("an answer without a day counts in the whole history, and in no other period", async () => {
  // 5 and 4 of 5 4 2 are satisfied; their mean is 11 / 3.
  expect(await figure("csat", "total", "")).toMatchObject({ value: 2 / 3, n: 3 });
  const mean = await figure("csat_score", "total", "");
  expect(mean?.value).toBeCloseTo(11 / 3, 4);
  expect(await figure("csat", "year", "2026-01-01")).toBeUndefined();
});

test("topics are ranked by their answers where nobody is worth anything", async () => {
  const { rows } = await readTopics(workspace.engine);
  // All eight Germans speak of it; three critics are too few to be told.
  expect(rows).toMatchObject([{ topic: "delivery", answers: 8, customers: 8, critics: null }]);
  const ranking = await readTopicRanking(workspace.engine, { grouping: "all", period: "quarter" });
  expect(ranking.chosen).toMatchObject({ start: "2026-01-01" });
  expect(ranking.rows).toMatchObject([{ topic: "delivery", answers: 8, share: 1, nps: 6.5 }]);
});

test("what needs values says that orders or contracts are missing", async () => {
  expect(await notMade(workspace.engine, "never")).toMatchObject({ code: "NO_VALUES" });
  expect(await workspace.engine.hasTable("equity")).toBe(false);
});

test("orders that come later are valued, and once they are gone so are the values", async () => {
  const file = join(workspace.directory, "..", "Bestellungen.csv");
  writeFileSync(file, germanOrders());
  const { importId } = await importFile(workspace, file);
  const { method } = await run(workspace, { backtest: false, insights: false });
  expect(method).not.toBeNull();
  expect(await notMade(workspace.engine, "never")).toMatchObject({ code: "NO_RUN_YET" });
  expect(await workspace.engine.hasTable("equity")).toBe(true);

  await undoImport(workspace, importId);
  expect(await run(workspace)).toMatchObject({ method: null });
  expect(await workspace.engine.hasTable("equity")).toBe(false);
  expect(await figure("nps", "total", "")).toMatchObject({ value: 50, n: 16 });
});
