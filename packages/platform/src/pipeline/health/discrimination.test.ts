import { expect, test } from "vitest";
import { generator } from "../../../test/generator.ts";
import { discriminate } from "./discrimination.ts";

test("30 and 10 who left against 10 and 30 who stayed, worked by hand", () => {
  // AUC = (30 × 30 + ½ × (30 × 10 + 10 × 30)) / 40² = 0.75. Placements of those who left are 0.875
  // (30 times) and 0.375 (10 times): their variance is 1.875 / 39, and that of the others the same.
  // SE = sqrt(2 × 1.875 / 39 / 40) = 0.049029; logit 1.098612 ± 1.96 × 0.049029 / 0.1875.
  const found = discriminate([
    { score: 1, churned: 30, stayed: 10 },
    { score: 2, churned: 10, stayed: 30 },
  ]);
  expect(found?.auc).toBeCloseTo(0.75, 12);
  expect(found?.low).toBeCloseTo(0.642467, 5);
  expect(found?.high).toBeCloseTo(0.833568, 5);
});

test("the order of cells and their parting make no difference, and sides can be exchanged", () => {
  const cells = [
    { score: 70, churned: 5, stayed: 40 },
    { score: 20, churned: 30, stayed: 12 },
    { score: 45.5, churned: 9, stayed: 9 },
  ];
  const whole = discriminate(cells);
  const parted = discriminate([
    { score: 20, churned: 11, stayed: 0 },
    ...cells.slice(0, 1),
    { score: 20, churned: 19, stayed: 12 },
    ...cells.slice(2),
  ]);
  expect(parted).toEqual(whole);
  const turned = discriminate(
    cells.map(({ score, churned, stayed }) => ({ score, churned: stayed, stayed: churned })),
  );
  expect(turned?.auc).toBeCloseTo(1 - (whole?.auc as number), 12);
  expect(turned?.low).toBeCloseTo(1 - (whole?.high as number), 12);
});

test("the interval holds the true area about as often as it says", () => {
  // Scores of two normals one standard deviation apart: the area is Φ(1 / √2) = 0.76025.
  const random = generator(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let held = 0;
  for (let round = 0; round < 400; round++) {
    const cells = Array.from({ length: 120 }, (_, i) => {
      const left = i < 40;
      const score = Math.round(10 * (normal() + (left ? 0 : 1))) / 10;
      return { score, churned: left ? 1 : 0, stayed: left ? 0 : 1 };
    });
    const found = discriminate(cells);
    if (found && found.low <= 0.76025 && found.high >= 0.76025) held += 1;
  }
  // 95 % of 400 is 380; four standard errors are 17.4.
  expect(held).toBeGreaterThan(362);
  expect(held).toBeLessThan(398);
});

test("nothing is said of fewer than ten who left or stayed, and all apart is 1", () => {
  expect(discriminate([{ score: 1, churned: 9, stayed: 900 }])).toBeUndefined();
  expect(discriminate([{ score: 1, churned: 900, stayed: 9 }])).toBeUndefined();
  expect(discriminate([])).toBeUndefined();
  expect(
    discriminate([
      { score: 1, churned: 10, stayed: 0 },
      { score: 2, churned: 0, stayed: 10 },
    ]),
  ).toEqual({ auc: 1, low: 1, high: 1 });
});
