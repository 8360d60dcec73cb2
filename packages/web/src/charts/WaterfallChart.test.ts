import { expect, test } from "vitest";
import { barEnds } from "./WaterfallChart.tsx";

test("every movement begins where the one before ended, and the last level is reached", () => {
  const steps = [
    { name: "opening", amount: 380, isLevel: true },
    { name: "new", amount: 60, isLevel: false },
    { name: "churn", amount: -200, isLevel: false },
    { name: "closing", amount: 240, isLevel: true },
  ];
  expect(barEnds(steps)).toEqual([
    { from: 0, to: 380 },
    { from: 380, to: 440 },
    { from: 440, to: 240 },
    { from: 0, to: 240 },
  ]);
});
