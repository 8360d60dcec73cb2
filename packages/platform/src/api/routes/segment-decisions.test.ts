import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type {
  Job,
  SegmentDecisions,
  SegmentHistory,
  SegmentMoves,
  Segments,
  SegmentsChanged,
  Transitions,
} from "@kundenwert/contract";
import { beforeEach, expect, test } from "vitest";
import { valuedApp } from "../../../test/valued-app.ts";

const { get, post, workspace } = valuedApp();
const file = () => join(workspace().directory, "kundenwert.yaml");
beforeEach(() => writeFileSync(file(), "# ours\n"));

const decide = (...changes: object[]) => post("/segments/decisions/changes", { changes });
const decisions = () => get<SegmentDecisions>("/segments/decisions");

test("a name and a mark hold at once, wherever segments are told, and can be taken back", async () => {
  const made = await decide(
    { kind: "name", segment: "active_high.1", value: "Stammkunden" },
    { kind: "mark", segment: "active_high", to: "active_mid", value: "neutral" },
  );
  expect(made.statusCode, made.body).toBe(200);
  expect(made.json<SegmentsChanged>()).toEqual({
    changes: [
      { kind: "name", segment: "active_high.1", to: null, before: null, after: "Stammkunden" },
      { kind: "mark", segment: "active_high", to: "active_mid", before: null, after: "neutral" },
    ],
    isRunNeeded: false,
    fitting: null,
  });
  expect(readFileSync(file(), "utf8")).toContain("# ours");

  const markOf = async () => {
    const { cells } = await get<Transitions>("/transitions");
    return cells.find((one) => one.fromSegment === "active_high" && one.toSegment === "active_mid")
      ?.mark;
  };
  const nameOf = async () =>
    (await get<Segments>("/segments?level=micro")).definitions.find(
      ({ segment }) => segment === "active_high.1",
    )?.name;
  expect(await nameOf()).toBe("Stammkunden");
  expect(await markOf()).toBe("neutral");
  const { moves } = await get<SegmentMoves>("/segments/moves");
  const downwards = moves.filter(
    ({ fromSegment, toSegment }) => fromSegment === "active_high" && toSegment === "active_mid",
  );
  for (const { mark } of downwards) expect(mark).toBe("neutral");

  const [latest] = (await get<SegmentHistory>("/segments/decisions/changes")).items;
  expect((await post(`/segments/decisions/changes/${latest?.id}/undo`)).statusCode).toBe(200);
  expect(await nameOf()).toBeNull();
  expect(await markOf()).toBe("undesired");
  expect(await decisions()).toMatchObject({ names: {}, marks: [], isRunNeeded: false });
  expect((await get<SegmentHistory>("/segments/decisions/changes")).items[0]).toMatchObject({
    undoes: latest?.id,
  });
});

test("pinned and own segments wait for the next run, and it makes them", async () => {
  const made = await decide(
    { kind: "pin", segment: "active_high.1", value: true },
    { kind: "own", segment: "frequent", value: { purchases: { min: 5 } } },
  );
  expect(made.json<SegmentsChanged>().isRunNeeded).toBe(true);
  const { id } = (await post("/runs", { backtest: false })).json<Job>();
  await expect
    .poll(async () => (await get<Job>(`/jobs/${id}`)).state, { timeout: 280_000 })
    .toBe("done");
  expect(await decisions()).toMatchObject({
    pinned: ["active_high.1"],
    own: [{ segment: "frequent", when: { purchases: { min: 5 } } }],
    isRunNeeded: false,
  });
  const { periods } = await get<Segments>("/segments?level=own&last=1");
  const frequent = periods.find(({ segment }) => segment === "frequent");
  const [expected] = await workspace().engine.rows(
    "SELECT CAST(count(*) AS DOUBLE) AS n FROM customer_summary WHERE purchases >= 5",
  );
  // The last month end is the last day that counts, or shortly before.
  expect(Math.abs(Number(frequent?.customers) - Number(expected?.n))).toBeLessThanOrEqual(10);
});

test("a trial says what would change and writes nothing", async () => {
  const wish = { kind: "name", segment: "new", value: "Neue" };
  const trial = await post("/segments/decisions/changes", { changes: [wish], isTrial: true });
  expect(trial.json<SegmentsChanged>().changes).toHaveLength(1);
  expect(await decisions()).toMatchObject({ names: {} });
  expect(readFileSync(file(), "utf8")).toBe("# ours\n");
});

test("a trial of an own segment says how many customers its rule fits", async () => {
  const rule = { purchases: { min: 2 }, days_since_purchase: { max: 90 } };
  const wish = { kind: "own", segment: "lively", value: rule };
  const trial = await post("/segments/decisions/changes", { changes: [wish], isTrial: true });
  const [expected] = await workspace().engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS n FROM snapshot WHERE purchases >= 2
       AND days_since_purchase <= 90 AND period_end = (SELECT max(period_end) FROM snapshot)`,
  );
  expect(Number(expected?.n)).toBeGreaterThan(0);
  expect(trial.json<SegmentsChanged>().fitting).toBe(expected?.n);
  expect(readFileSync(file(), "utf8")).toBe("# ours\n");
});

test.each([
  ["a segment that is not there", { kind: "name", segment: "gold", value: "Gold" }],
  ["a micro-segment that is not there", { kind: "pin", segment: "active_high.999", value: true }],
  ["a macro segment pinned", { kind: "pin", segment: "active_high", value: true }],
  ["a move to itself", { kind: "mark", segment: "new", to: "new", value: "neutral" }],
  [
    "a move from a macro to a micro-segment",
    { kind: "mark", segment: "new", to: "active_high.1", value: "neutral" },
  ],
  [
    "a macro segment's name for an own one",
    { kind: "own", segment: "new", value: { age: { min: 1 } } },
  ],
  ["what is no feature", { kind: "own", segment: "odd", value: { mood: { min: 1 } } }],
])("refuses %s, and writes nothing", async (_, wish) => {
  const refused = await decide(wish);
  expect(refused.statusCode, refused.body).toBe(422);
  expect(refused.json().code).toBe("SETTING_REFUSED");
  expect(readFileSync(file(), "utf8")).toBe("# ours\n");
});

test("two segments do not share a name, and a wish of no kind is refused", async () => {
  const [one, other] = ["new", "prospect"].map((segment) => ({
    kind: "name",
    segment,
    value: "Neu ",
  }));
  expect((await decide(one as object)).statusCode).toBe(200);
  expect((await decide({ ...other, value: "neu" })).json().code).toBe("SETTING_REFUSED");
  for (const wish of [
    { kind: "name", segment: "new", value: "" },
    { kind: "mark", segment: "new", to: "active_low", value: "great" },
    { kind: "own", segment: "all", value: {} },
    { kind: "colour", segment: "new", value: "red" },
    { kind: "name", segment: "../new", value: "x" },
  ]) {
    expect((await decide(wish)).statusCode).toBe(400);
  }
  expect((await post("/segments/decisions/changes/999/undo")).statusCode).toBe(404);
});

test("what somebody wrote into the file meanwhile is told at once", async () => {
  expect((await decisions()).names).toEqual({});
  writeFileSync(file(), "segments:\n  names: { new: Neue }\n");
  expect((await decisions()).names).toEqual({ new: "Neue" });
});
