import { afterEach, beforeEach, expect, test } from "vitest";
import { ledgerOf } from "../../test/orders-table.ts";
import type { Engine } from "../engines/engine.ts";
import { isoDay } from "./calendar.ts";
import type { PeriodStep } from "./period-step.ts";
import { type RunEvent, runSteps } from "./runner.ts";
import type { RunContext } from "./step.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([{ customer: "ann", at: "2026-01-01", amount: 1 }]));
});
afterEach(() => engine.close());

/** What each period is made from, by its end. */
type Data = Readonly<Record<string, number>>;

/** A table of one number a period, that notes which periods it made. */
function monthly(data: Data, made: string[] = [], ...further: readonly string[]): PeriodStep {
  const select = ["CAST($x AS DOUBLE) AS x", ...further].join(", ");
  return {
    name: "monthly",
    reads: ["orders"],
    text: select,
    inputs: () => data,
    checks: { "the number is small": "x > 100" },
    periods: {
      column: "period_end",
      columns: ["period_end DATE", "x DOUBLE", ...further.map(() => "y INTEGER")].join(", "),
      list: async () =>
        Object.entries(data).map(([end, x]) => ({ end: new Date(end), fingerprint: String(x) })),
      select: `SELECT CAST($end AS DATE) AS period_end, ${select}`,
      parameters: (_, end) => ({ end, x: data[isoDay(end)] as number }),
      prepare: async (_, end) => {
        made.push(isoDay(end));
      },
    },
  };
}

const spring = { "2026-01-31": 1, "2026-02-28": 2, "2026-03-31": 3 };

async function rows(): Promise<unknown> {
  const found = await engine.rows("SELECT period_end, x FROM monthly ORDER BY period_end");
  return Object.fromEntries(found.map((row) => [row.period_end, row.x]));
}

test("another month costs one period", async () => {
  await runSteps([monthly(spring)], context);
  const made: string[] = [];
  const [report] = await runSteps([monthly({ ...spring, "2026-04-30": 4 }, made)], context);
  expect(made).toEqual(["2026-04-30"]);
  expect(report).toMatchObject({ state: "done", rows: 4 });
  expect(await rows()).toEqual({ ...spring, "2026-04-30": 4 });
});

test("makes again the periods whose data changed, and no other", async () => {
  await runSteps([monthly(spring)], context);
  const made: string[] = [];
  const changed = { ...spring, "2026-02-28": 22 };
  await runSteps([monthly(changed, made)], context);
  expect(made).toEqual(["2026-02-28"]);
  expect(await rows()).toEqual(changed);
});

test("does nothing where nothing changed", async () => {
  await runSteps([monthly(spring)], context);
  const [again] = await runSteps([monthly(spring)], context);
  expect(again).toMatchObject({ state: "unchanged", rows: 3 });
});

test("takes away a period that is no longer wanted", async () => {
  await runSteps([monthly(spring)], context);
  const { "2026-01-31": _, ...later } = spring;
  const made: string[] = [];
  await runSteps([monthly(later, made)], context);
  expect(made).toEqual([]);
  expect(await rows()).toEqual(later);
});

test("makes all periods again where their columns change", async () => {
  await runSteps([monthly(spring)], context);
  const made: string[] = [];
  await runSteps([monthly(spring, made, "1 AS y")], context);
  expect(made).toEqual(Object.keys(spring));
});

test("goes on with the period it was at when it was stopped", async () => {
  const controller = new AbortController();
  const step = monthly(spring);
  const prepare = async (_: RunContext, end: Date) => {
    if (isoDay(end) === "2026-03-31") controller.abort();
  };
  const stopped = { ...step, periods: { ...step.periods, prepare } };
  await expect(runSteps([stopped], context, { signal: controller.signal })).rejects.toMatchObject({
    code: "ENGINE_CANCELLED",
  });
  expect(await rows()).toEqual({ "2026-01-31": 1, "2026-02-28": 2 });
  const made: string[] = [];
  await runSteps([monthly(spring, made)], context);
  expect(made).toEqual(["2026-03-31"]);
  expect(await rows()).toEqual(spring);
});

test("a period that breaks a check leaves the rows before, and is named", async () => {
  await runSteps([monthly(spring)], context);
  const wrong = { ...spring, "2026-02-28": 200, "2026-03-31": 33 };
  await expect(runSteps([monthly(wrong)], context)).rejects.toMatchObject({
    code: "CHECK_FAILED",
    details: { step: "monthly", count: 1, examples: [{ period_end: "2026-02-28", x: 200 }] },
  });
  expect(await rows()).toEqual(spring);
});

test("publishes together on a cluster what is made within half a minute, or nothing of it", async () => {
  const clustered: RunContext = { ...context, engine: { ...engine, dialect: "trino" } };
  const noted = "SELECT DISTINCT published_at FROM journal WHERE step LIKE 'monthly/2%'";
  const wrong = { ...spring, "2026-03-31": 200 };
  await expect(runSteps([monthly(wrong)], clustered)).rejects.toMatchObject({
    code: "CHECK_FAILED",
    details: { count: 1, examples: [{ period_end: "2026-03-31", x: 200 }] },
  });
  expect(await rows()).toEqual({});
  await runSteps([monthly(spring)], clustered);
  expect(await engine.rows(noted)).toHaveLength(1);
  expect(await rows()).toEqual(spring);
  const made: string[] = [];
  const changed = { ...spring, "2026-02-28": 22, "2026-04-30": 4 };
  await runSteps([monthly(changed, made)], clustered);
  expect(made).toEqual(["2026-02-28", "2026-04-30"]);
  expect(await rows()).toEqual(changed);
});

test("tells how many periods are done", async () => {
  const shares: number[] = [];
  const onProgress = ({ state, share }: RunEvent) => {
    if (state === "progress") shares.push(share);
  };
  await runSteps([monthly(spring)], context, { onProgress });
  expect(shares).toEqual([0, 1 / 3, 2 / 3]);
});
