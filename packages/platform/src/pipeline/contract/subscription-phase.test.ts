import { expect, test } from "vitest";
import { scratchWorkspace } from "../../../test/scratch-workspace.ts";
import { importFile } from "../../sources/import-file.ts";
import { undoImport } from "../../sources/undo-import.ts";
import { readBody } from "../body.ts";
import { readPerson } from "../customer-360/person.ts";
import { readTimeline } from "../customer-360/timeline.ts";
import type { DoctorReport } from "../doctor.ts";
import { begin } from "../foundation.ts";
import { run } from "../run.ts";
import { runSteps } from "../runner.ts";
import { subscriptionPhase } from "./subscription-phase.ts";

const scratch = scratchWorkspace();
const HEADER = "subscription_id,customer_id,plan,start_date,end_date,monthly_fee";

/** Imports the state of all contracts as a company exports it on a day. */
async function state(day: string, ...lines: string[]): Promise<number> {
  const file = scratch.file(`abos_${day}.csv`, HEADER, ...lines);
  const { importId } = await importFile(scratch.workspace, file);
  await scratch.workspace.engine.run(
    "UPDATE imports SET imported_at = CAST($day AS TIMESTAMP) WHERE import_id = $import_id",
    { day: `${day.slice(0, 10)} 08:00:00`, import_id: importId },
  );
  return importId;
}

/** The phases as they held: plan, fee, first day and first day without. */
async function phases(): Promise<unknown[][]> {
  const { context } = await begin(scratch.workspace, new Date("2026-06-30"));
  await runSteps([subscriptionPhase], context);
  const rows = await scratch.workspace.engine.rows(
    `SELECT plan, CAST(monthly_fee AS DOUBLE) AS fee, started_on, ended_on
     FROM subscription_phase ORDER BY subscription_id, started_on, line`,
  );
  return rows.map((row) => Object.values(row));
}

test("a fee that a later import tells of moves the MRR in its month, and no month before", async () => {
  // 10 € since January; 15 € when the export of 10 April comes, 12 € with that of 20 June.
  await state("2026-01-15", "S1,ann,Basic,2026-01-01,,10", "S2,bob,Basic,2026-01-01,,40");
  await state("2026-04-10", "S1,ann,Pro,2026-01-01,,15", "S2,bob,Basic,2026-01-01,,40");
  await state("2026-06-20", "S1,ann,Basic,2026-01-01,,12", "S2,bob,Basic,2026-01-01,,40");
  const { engine } = scratch.workspace;
  await run(scratch.workspace, { asOf: new Date("2026-06-30") });
  const figure = async (name: string) => {
    const rows = await engine.rows(
      `SELECT value FROM figure_value WHERE figure = $name AND period_kind = 'month'
         AND dimension = 'all' ORDER BY period_start`,
      { name },
    );
    return rows.map(({ value }) => value);
  };
  //                                        Jan Feb Mar Apr May Jun
  expect(await figure("mrr")).toEqual([50, 50, 50, 55, 55, 52]);
  expect(await figure("mrr_expansion")).toEqual([0, 0, 0, 5, 0, 0]);
  expect(await figure("mrr_contraction")).toEqual([0, 0, 0, 0, 0, -3]);
  expect(await figure("mrr_churn")).toEqual([0, 0, 0, 0, 0, 0]);
  // Due on the first: January to April at 10 €, May and June at 15 €.
  const [ann] = await engine.rows(
    "SELECT revenue_historic, monthly_fee, plan, months FROM contract WHERE customer_id = 'ann'",
  );
  expect(ann).toEqual({ revenue_historic: 70, monthly_fee: 12, plan: "Basic", months: 6 });
  const [fees] = await engine.rows(
    `SELECT monthly_fee FROM snapshot WHERE customer_id = 'ann' AND period_end = DATE '2026-03-31'`,
  );
  expect(fees?.monthly_fee).toBe(10);
  const { rows } = await readTimeline(engine, await readPerson(engine, "ann"), { limit: 9 });
  expect(rows.map(({ happened_at, title, amount }) => [happened_at, title, amount])).toEqual([
    ["2026-06-20 00:00:00", "Basic", 12],
    ["2026-04-10 00:00:00", "Pro", 15],
    ["2026-01-01 00:00:00", "Basic", 10],
  ]);
  const { findings } = await readBody<DoctorReport>(engine, "doctor");
  expect(findings.find(({ code }) => code === "PHASES_DATED")).toMatchObject({ count: 2 });
});

test("an end has its own day, however late it is told", async () => {
  await state("2026-01-15", "S1,ann,Basic,2026-01-01,,10");
  await state("2026-05-10", "S1,ann,Basic,2026-01-01,2026-04-01,10");
  expect(await phases()).toEqual([["Basic", 10, "2026-01-01", "2026-04-01"]]);
  // The fee of 0 that the system shows after the end never ran.
  await state("2026-06-10", "S1,ann,Basic,2026-01-01,2026-04-01,0");
  expect(await phases()).toEqual([["Basic", 10, "2026-01-01", "2026-04-01"]]);
});

test("what had ended and goes on has been away in between", async () => {
  await state("2026-04-10", "S1,ann,Basic,2026-01-01,2026-04-01,10");
  await state("2026-06-10", "S1,ann,Basic,2026-01-01,,10");
  expect(await phases()).toEqual([
    ["Basic", 10, "2026-01-01", "2026-04-01"],
    ["Basic", 10, "2026-06-10", null],
  ]);
});

test("of two states of one day the later counts, and one taken back never held", async () => {
  await state("2026-02-01", "S1,ann,Basic,2026-01-01,,10");
  await state("2026-04-10", "S1,ann,Basic,2026-01-01,,11");
  const third = await state("2026-04-10 (1)", "S1,ann,Basic,2026-01-01,,12");
  expect(await phases()).toEqual([
    ["Basic", 10, "2026-01-01", "2026-04-10"],
    ["Basic", 12, "2026-04-10", null],
  ]);
  await undoImport(scratch.workspace, third);
  expect(await phases()).toEqual([
    ["Basic", 10, "2026-01-01", "2026-04-10"],
    ["Basic", 11, "2026-04-10", null],
  ]);
});

test("where no state was replaced the ledger itself is read", async () => {
  await state("2026-01-15", "S1,ann,Basic,2026-01-01,,10");
  await state("2026-02-15", "S1,ann,Basic,2026-01-01,,10", "S2,bob,Basic,2026-02-01,,10");
  const { context } = await begin(scratch.workspace, new Date("2026-06-30"));
  expect(context.replacedPhases).toBe(false);
  expect(await phases()).toEqual([]);
});
