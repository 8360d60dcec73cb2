import { afterEach, describe, expect, test } from "vitest";
import { ledgerOf } from "../../../test/orders-table.ts";
import { addPhases, type Phase } from "../../../test/phase-rows.ts";
import type { Engine } from "../../engines/engine.ts";
import { runSteps } from "../runner.ts";
import { contract } from "./contract.ts";

let engine: Engine;
afterEach(() => engine.close());

/** The contracts of a ledger of these phases, at the end of a day. */
async function contractsOf(phases: readonly Phase[], asOf = "2026-06-30") {
  const ledger = await ledgerOf([], { asOf: new Date(asOf) });
  engine = ledger.engine;
  await addPhases(engine, phases);
  await runSteps([contract], ledger.context);
  return engine.rows("SELECT * FROM contract ORDER BY customer_id, subscription_id, contract_no");
}

describe("months begun and fees paid, worked by hand", () => {
  test("a contract that runs owes a month on the day it began on", async () => {
    // 15 January, February, March, April, May and June.
    expect(await contractsOf([{ from: "2026-01-15" }])).toMatchObject([
      {
        state: "active",
        started_on: "2026-01-15",
        ended_on: null,
        months: 6,
        due_day: 15,
        lost: 0,
        paid_months: 6,
        revenue_historic: 60,
        monthly_fee: 10,
        last_day: "2026-06-30",
      },
    ]);
  });

  test.each([
    ["2026-06-14", 5],
    ["2026-06-15", 6],
    ["2026-01-15", 1],
  ])("on %s it has begun %i months", async (asOf, months) => {
    const [row] = await contractsOf([{ from: "2026-01-15" }], asOf);
    expect(row).toMatchObject({ months, paid_months: months, revenue_historic: 10 * months });
  });

  test("what begins on the 31st is due on the last day of shorter months", async () => {
    // 31 January, 28 February; 31 March is still to come.
    expect(await contractsOf([{ from: "2026-01-31" }], "2026-03-30")).toMatchObject([
      { months: 2, revenue_historic: 20, due_day: 31 },
    ]);
  });

  test.each([
    // The first day without is the day the fourth month would be due.
    ["2026-04-15", 3],
    ["2026-04-16", 4],
    ["2026-01-16", 1],
  ])("a contract that ended on %s had begun %i months", async (until, months) => {
    expect(await contractsOf([{ from: "2026-01-15", until }])).toMatchObject([
      { state: "ended", ended_on: until, lost: 1, months, revenue_historic: 10 * months },
    ]);
  });

  test("one that is cancelled on its first day is lost in its first month, and has paid nothing", async () => {
    expect(await contractsOf([{ from: "2026-01-15", until: "2026-01-15" }])).toMatchObject([
      { state: "ended", lost: 1, months: 1, paid_months: 0, revenue_historic: 0 },
    ]);
  });

  test("a change of plan within a month counts from the next day due", async () => {
    // 10 on 15 January and 15 February, 25 from 15 March to 15 June.
    expect(
      await contractsOf([
        { from: "2026-01-15", until: "2026-03-01" },
        { from: "2026-03-01", fee: 25, plan: "pro" },
      ]),
    ).toMatchObject([
      { plan: "pro", monthly_fee: 25, months: 6, paid_months: 6, revenue_historic: 120, phases: 2 },
    ]);
  });

  test("a pause is free, and the contract goes on", async () => {
    // Due in the pause: 15 March and 15 April.
    const phases: Phase[] = [
      { from: "2026-01-15", until: "2026-03-01" },
      { from: "2026-03-01", until: "2026-05-01", fee: 0, state: "paused" },
      { from: "2026-05-01" },
    ];
    expect(await contractsOf(phases)).toMatchObject([
      { state: "active", months: 6, paid_months: 4, pauses_over: 1, pauses_resumed: 1, lost: 0 },
    ]);
    await engine.close();
    // In the pause it is worth what it was worth before.
    expect(await contractsOf(phases, "2026-04-30")).toMatchObject([
      { state: "paused", months: 4, paid_months: 2, monthly_fee: 10, pauses_over: 0 },
    ]);
  });

  test("a trial is free, and the contract begins after it", async () => {
    const phases: Phase[] = [
      { from: "2026-01-20", until: "2026-02-20", fee: 10, state: "trial" },
      { from: "2026-02-20" },
    ];
    expect(await contractsOf(phases)).toMatchObject([
      { started_on: "2026-02-20", months: 5, paid_months: 5, revenue_historic: 50 },
    ]);
    await engine.close();
    expect(await contractsOf(phases, "2026-02-19")).toMatchObject([
      { state: "trial", is_contract: 0, lost: 0, paid_months: 0, revenue_historic: 0 },
    ]);
    await engine.close();
    // A trial that was not taken up is no contract that was lost.
    expect(await contractsOf(phases.slice(0, 1))).toMatchObject([
      { state: "ended", is_contract: 0, lost: 0, revenue_historic: 0 },
    ]);
  });

  test("who comes back after more than a month has another contract", async () => {
    const phases: Phase[] = [
      { from: "2026-01-01", until: "2026-03-01" },
      { from: "2026-04-01", fee: 20 },
    ];
    expect(await contractsOf(phases)).toMatchObject([
      { contract_no: 1, state: "ended", lost: 1, months: 2, revenue_historic: 20 },
      {
        contract_no: 2,
        state: "active",
        started_on: "2026-04-01",
        months: 3,
        revenue_historic: 60,
      },
    ]);
  });

  test("a shorter gap is free and does not end the contract, but is told", async () => {
    // Due on 1 January and 1 February, none on 1 March, then 1 April, May and June.
    expect(
      await contractsOf([{ from: "2026-01-01", until: "2026-02-25" }, { from: "2026-03-02" }]),
    ).toMatchObject([{ contract_no: 1, months: 6, paid_months: 5, gap_days: 5, lost: 0 }]);
  });
});

describe("phases that contradict each other", () => {
  test("of two that overlap the later one wins, and it is told", async () => {
    expect(
      await contractsOf([
        { from: "2026-01-01", until: "2026-12-31" },
        { from: "2026-03-10", until: "2026-05-10", fee: 30, plan: "pro" },
      ]),
    ).toMatchObject([
      {
        // 10 on the first of January, February and March, 30 in April and May.
        revenue_historic: 90,
        paid_months: 5,
        months: 5,
        state: "ended",
        ended_on: "2026-05-10",
        plan: "pro",
        overlapped: 1,
      },
    ]);
  });

  test("of two that begin on one day the later line wins", async () => {
    expect(
      await contractsOf([{ from: "2026-05-01" }, { from: "2026-05-01", fee: 30 }]),
    ).toMatchObject([{ monthly_fee: 30, revenue_historic: 60, phases: 2, overlapped: 1 }]);
  });

  test.each<[string, Phase]>([
    ["ends before it starts", { from: "2026-03-01", until: "2026-02-28" }],
    ["starts after the last day that counts", { from: "2026-07-01" }],
    ["is in another currency", { from: "2026-01-01", currency: "USD" }],
  ])("one that %s is never used", async (_, phase) => {
    expect(await contractsOf([phase])).toEqual([]);
  });

  test("phases without a number are contracts of their own", async () => {
    const phases: Phase[] = [
      { id: null, from: "2026-01-01", until: "2026-03-01" },
      { id: null, from: "2026-02-01" },
      { id: "s1", customer: "bob", from: "2026-02-01" },
      { id: "s1", from: "2026-02-01" },
    ];
    expect(await contractsOf(phases)).toHaveLength(4);
  });
});

test("knows nothing of what comes after the last day that counts", async () => {
  const known: Phase[] = [{ from: "2026-01-01", until: "2026-02-15" }, { from: "2026-02-15" }];
  const later: Phase[] = [
    { from: "2026-04-10", fee: 99, plan: "pro" },
    { id: "s2", from: "2026-04-01" },
  ];
  const before = await contractsOf(known, "2026-03-31");
  await engine.close();
  const after = await contractsOf([...known, ...later], "2026-03-31");
  expect(after).toEqual(before);
  await engine.close();
  const ending = known.map((phase) => ({ ...phase, until: phase.until ?? "2026-04-01" }));
  const [row] = await contractsOf(ending, "2026-03-31");
  // Only the end on record shows; 1 March is the last day due before it.
  expect(row).toEqual({ ...before[0], ends_on: "2026-04-01", months_to_end: 3 });
});

test("counts the phases that lasted whole years", async () => {
  expect(
    await contractsOf([
      { from: "2023-03-01", until: "2024-03-01" },
      { from: "2024-03-01", until: "2025-02-28" },
      { from: "2025-02-28", until: "2025-09-01" },
      { from: "2025-09-01", until: "2027-09-01" },
    ]),
  ).toMatchObject([{ closed_phases: 3, year_phases: 2, months: 40 }]);
});
