import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchWorkspace } from "../../test/scratch-workspace.ts";
import { openWorkspace } from "../workspace/workspace.ts";
import { type FileOutcome, refreshSources } from "./refresh-sources.ts";

const scratch = scratchWorkspace();

/** Writes kundenwert.yaml and opens the workspace anew. */
async function declare(yaml: string): Promise<void> {
  const { directory } = scratch.workspace;
  await scratch.workspace.close();
  writeFileSync(join(directory, "kundenwert.yaml"), yaml);
  scratch.workspace = await openWorkspace(directory);
}

function write(name: string, ...lines: string[]): void {
  writeFileSync(join(scratch.workspace.directory, name), `${lines.join("\n")}\n`);
}

/** What came of each file: rows added, or the code of the error. */
const told = (outcomes: readonly FileOutcome[]) =>
  outcomes.map((outcome) =>
    "report" in outcome
      ? [outcome.source, outcome.report.target, outcome.report.rows.added]
      : [outcome.source, (outcome.error as { code: string }).code],
  );

test("imports all sources, by pattern and with their mapping, and later only what is new", async () => {
  await declare(`sources:
  - { name: shop, files: orders-*.csv }
  - name: answers
    files: survey.csv
    table: feedback
    mapping: { customer: who, time: when, score: value, kind: "=nps" }
`);
  write("orders-1.csv", "order_id,customer,date,amount", "1,A,2026-01-01,10", "2,B,2026-01-02,20");
  write("survey.csv", "who,when,value", "A,2026-01-05,9", "B,2026-01-06,11");
  const first = await refreshSources(scratch.workspace);
  expect(told(first)).toEqual([
    ["shop", "orders", 2],
    ["answers", "feedback", 1],
  ]);
  write("orders-2.csv", "order_id,customer,date,amount", "2,B,2026-01-02,20", "3,A,2026-02-01,30");
  const second = await refreshSources(scratch.workspace);
  expect(second.map((one) => "report" in one && one.report.alreadyImported)).toEqual([
    true,
    false,
    true,
  ]);
  expect(await scratch.amounts()).toEqual([10, 20, 30]);
});

test("one broken source does not stop the others, and says why", async () => {
  await declare(`sources:
  - { name: nowhere, files: missing.csv }
  - { name: empty }
  - { name: wrong, files: orders.csv, table: invoices }
  - { name: shop, files: orders.csv }
`);
  write("orders.csv", "customer,date,amount", "A,2026-01-01,10");
  expect(told(await refreshSources(scratch.workspace))).toEqual([
    ["nowhere", "FILE_NOT_FOUND"],
    ["empty", "OPTION_INVALID"],
    ["wrong", "OPTION_INVALID"],
    ["shop", "orders", 1],
  ]);
});

test("one file feeds two tables where two sources say so", async () => {
  await declare(`sources:
  - { name: tickets, files: tickets.csv, table: interactions }
  - name: satisfaction
    files: tickets.csv
    table: feedback
    mapping: { feedback: ticket_id, time: closed_at, kind: "=csat" }
`);
  write(
    "tickets.csv",
    "ticket_id,account_id,submitted_at,closed_at,resolution_time_hours,satisfaction_score",
    "T1,A,2026-01-01,2026-01-02,27,4",
    "T2,A,2026-01-03,2026-01-03,2,",
  );
  expect(told(await refreshSources(scratch.workspace))).toEqual([
    ["tickets", "interactions", 2],
    ["satisfaction", "feedback", 2],
  ]);
  const { engine } = scratch.workspace;
  expect(await engine.rows("SELECT kind, score FROM feedback ORDER BY line")).toEqual([
    { kind: "csat", score: 4 },
    { kind: "csat", score: null },
  ]);
  expect(await engine.rows("SELECT duration_minutes AS m FROM interactions ORDER BY line")).toEqual(
    [{ m: 1620 }, { m: 120 }],
  );
  expect((await refreshSources(scratch.workspace)).every((one) => "report" in one)).toBe(true);
});
