import { afterEach, beforeEach, expect, test } from "vitest";
import { ledgerOf } from "../../../test/orders-table.ts";
import { addShop, segmentCustomers } from "../../../test/segment-shop.ts";
import type { Engine, Row } from "../../engines/engine.ts";
import type { RunContext } from "../step.ts";
import { readMicroVersions } from "./micro-version.ts";
import { readTransitionState } from "./transition-state.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([]));
  await addShop(context, 120);
});
afterEach(() => engine.close());

const all = (sql: string): Promise<readonly Row[]> => engine.rows(sql);
const one = async (sql: string) => (await all(sql))[0];

test("another month leaves the months before as they were", async () => {
  await segmentCustomers(context, "2026-05-31");
  const before = await all("SELECT * FROM segment_micro ORDER BY period_end, customer_id");
  const [version] = await readMicroVersions(engine);
  const reports = await segmentCustomers(context, "2026-06-30");
  expect(reports.every(({ state }) => state === "done" || state === "unchanged")).toBe(true);
  expect(
    await all(
      "SELECT * FROM segment_micro WHERE period_end < DATE '2026-06-01' ORDER BY period_end, customer_id",
    ),
  ).toEqual(before);
  expect(await readMicroVersions(engine)).toEqual([version]);
});

test("the next year learns new segments from its first month on; pinned ones keep their rules", async () => {
  await segmentCustomers(context, "2025-12-31");
  const pinned = {
    ...context,
    settings: {
      ...context.settings,
      segments: { ...context.settings.segments, pinned: ["active_low.1"] },
    },
  };
  await segmentCustomers(pinned, "2026-01-31");
  const [first, second] = await readMicroVersions(engine);
  expect([first?.learntAt, second?.validFrom]).toEqual(["2025-12-31", "2026-01-31"]);
  const macro = 4; // active_low
  expect(second?.micro.trees[macro]?.tree).toEqual(first?.micro.trees[macro]?.tree);
  const versions = await all(
    "SELECT DISTINCT version, period_end >= DATE '2026-01-01' AS is_new FROM segment_micro ORDER BY version",
  );
  expect(versions).toEqual([
    { version: 1, is_new: false },
    { version: 2, is_new: true },
  ]);
});

test("segments of one's own stand beside the others", async () => {
  const own = [{ segment: "critics", when: { nps_last: { max: 6 } } }];
  const settings = { ...context.settings, segments: { ...context.settings.segments, own } };
  await segmentCustomers({ ...context, settings }, "2026-06-30");
  const counted = await one(
    "SELECT CAST(count(*) AS DOUBLE) AS n FROM snapshot WHERE period_end = DATE '2026-06-30' AND nps_last <= 6",
  );
  const found = await one(
    `SELECT customers FROM segment_period
     WHERE level = 'own' AND grain = 'month' AND segment = 'critics' AND period_end = DATE '2026-06-30'`,
  );
  expect(Number(counted?.n)).toBeGreaterThan(10);
  expect(found?.customers).toBe(counted?.n);
});

test("each month adds its judgement, and a run again changes nothing", async () => {
  await segmentCustomers(context, "2026-05-31");
  await segmentCustomers(context, "2026-06-30");
  const state = await readTransitionState(engine);
  expect(state?.judged.map(({ periodEnd }) => periodEnd)).toEqual(["2026-05-31", "2026-06-30"]);
  const again = await segmentCustomers(context, "2026-06-30");
  expect(again.filter(({ state: made }) => made !== "unchanged")).toEqual([]);
});

test("one month is too little: macro segments stand for micro-segments, and that is said", async () => {
  await segmentCustomers(context, "2025-01-31");
  expect(await readTransitionState(engine)).toMatchObject({
    reason: "TOO_LITTLE_HISTORY",
    model: null,
    stocks: [],
  });
  const found = await all("SELECT DISTINCT segment FROM segment_period WHERE level = 'micro'");
  for (const { segment } of found) expect(segment).toMatch(/^[a-z_]+\.1$/);
  expect(await one("SELECT CAST(count(*) AS DOUBLE) AS n FROM transition_cell")).toEqual({ n: 0 });
});

test("below nine month ends there is no forecast over three months", async () => {
  await segmentCustomers(context, "2025-08-31");
  const state = await readTransitionState(engine);
  expect(state).toMatchObject({ reason: null, quarter: null });
  expect(state?.judged.length).toBe(1);
});
