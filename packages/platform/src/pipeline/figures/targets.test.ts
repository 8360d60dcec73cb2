import { afterAll, beforeAll, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../test/figure-ledger.ts";
import type { TargetSetting } from "../../workspace/target-settings.ts";
import type { PeriodKind } from "./period.ts";
import { readFigures } from "./read-figures.ts";

let figures: Figures;
/** NPS by month: January 0 (one promoter, one detractor), February 50, March 100. */
beforeAll(async () => {
  const answers = [
    ...[
      ["2026-01-10", 10],
      ["2026-01-11", 0],
    ],
    ...[
      ["2026-02-10", 10],
      ["2026-02-11", 8],
    ],
    ...[
      ["2026-03-10", 9],
      ["2026-03-11", 9],
    ],
  ] as const;
  figures = await figuresOf(
    {
      orders: [{ customer: "ann", at: "2026-01-02", amount: 100 }],
      feedback: answers.map(([given_at, score]) => ({
        customer_id: "ann",
        given_at,
        kind: "nps",
        score,
      })),
    },
    { asOf: "2026-03-31" },
  );
});
afterAll(() => figures.close());

async function npsWith(target: Omit<TargetSetting, "figure">, period: PeriodKind = "month") {
  const plan = { clvCacTarget: 3, targets: [{ figure: "nps", ...target }] };
  const query = { figure: "nps", period, dimension: "all" } as const;
  return readFigures(figures.engine, query, plan);
}

test("a lower bound tells what is missing, and alerts until it is reached", async () => {
  const values = await npsWith({ atLeast: 60 });
  expect(values.map(({ value, target, alert }) => [value, target?.distance, alert])).toEqual([
    [0, 60, "below-target"],
    [50, 10, "below-target"],
    [100, -40, null],
  ]);
  expect(values.map(({ target }) => target?.isMet)).toEqual([false, false, true]);
});

test("an upper bound alerts above it", async () => {
  const values = await npsWith({ atMost: 50 });
  expect(values.map(({ target, alert }) => [target?.distance, alert])).toEqual([
    [-50, null],
    [0, null],
    [50, "above-target"],
  ]);
});

test("progress is the share of the way from the last value before the target began", async () => {
  const values = await npsWith({ atLeast: 80, from: "2026-02-01" });
  // From 0 in January to 80: February has gone 50 of 80, March 100 of 80.
  expect(values.map(({ target }) => target?.progress ?? null)).toEqual([null, 0.625, 1.25]);
  expect(values[0]?.target).toBeNull();
  const backwards = await npsWith({ atMost: -10, from: "2026-02-01" });
  expect(backwards[1]?.target?.progress).toBe(-5);
  // Whoever began beyond the target has no way to go.
  const reached = await npsWith({ atLeast: -10, from: "2026-02-01" });
  expect(reached[2]?.target).toMatchObject({ isMet: true, progress: null });
});

test("a target holds from its first day to its last, and for its periods alone", async () => {
  const values = await npsWith({ atLeast: 60, from: "2026-02-15", until: "2026-03-01" });
  expect(values.map(({ target }) => target !== null)).toEqual([false, true, true]);
  const early = await npsWith({ atLeast: 60, until: "2026-01-31" });
  expect(early.map(({ target }) => target !== null)).toEqual([true, false, false]);
  const [quarter] = await npsWith({ atLeast: 60, period: "month" }, "quarter");
  expect(quarter?.target).toBeNull();
});

test("of several targets the last one counts", async () => {
  const targets = [
    { figure: "nps", atLeast: 10 },
    { figure: "nps", atLeast: 90, from: "2026-03-01" },
  ];
  const query = { figure: "nps", period: "month", dimension: "all" } as const;
  const values = await readFigures(figures.engine, query, { clvCacTarget: 3, targets });
  expect(values.map(({ target }) => target?.target)).toEqual([10, 10, 90]);
});

test.each<[string, TargetSetting]>([
  ["figure", { figure: "happiness", atLeast: 1 }],
  ["atLeast", { figure: "nps" }],
  ["atLeast", { figure: "nps", atLeast: 1, atMost: 2 }],
  ["dimension", { figure: "nps", atLeast: 1, dimension: "shoe_size", member: "42" }],
  ["member", { figure: "nps", atLeast: 1, dimension: "value_class" }],
  ["until", { figure: "nps", atLeast: 1, from: "2026-02-01", until: "2026-01-01" }],
])("a target that cannot be is refused at its %s", async (entry, target) => {
  const query = { figure: "nps", period: "month", dimension: "all" } as const;
  const plan = { clvCacTarget: 3, targets: [target] };
  await expect(readFigures(figures.engine, query, plan)).rejects.toMatchObject({
    code: "SETTINGS_INVALID",
    details: { path: `/targets/0/${entry}` },
  });
});
