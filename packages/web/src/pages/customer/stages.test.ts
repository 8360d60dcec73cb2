import { expect, test } from "vitest";
import { spellsOf } from "./Stages.tsx";

const month = (periodEnd: string, stage: string) => ({
  periodEnd,
  stage,
  previousStage: null,
  revenue12m: null,
});

test("months in a row of one stage are one spell, also when the stage comes back later", () => {
  const months = [
    month("2026-05-31", "active"),
    month("2026-04-30", "cooling"),
    month("2026-03-31", "active"),
    month("2026-02-28", "active"),
  ];
  expect(spellsOf(months)).toEqual([
    { stage: "active", from: "2026-05-31", to: "2026-05-31", months: 1 },
    { stage: "cooling", from: "2026-04-30", to: "2026-04-30", months: 1 },
    { stage: "active", from: "2026-02-28", to: "2026-03-31", months: 2 },
  ]);
  expect(spellsOf([])).toEqual([]);
});
