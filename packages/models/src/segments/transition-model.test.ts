import { expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import {
  assignMicroSegments,
  fitMicroSegments,
  type MicroSegments,
  parentsOfSegments,
} from "./micro-segments.ts";
import {
  expectedStock,
  fitTransitions,
  forecastTransitions,
  spreadMatrix,
  staticMatrix,
  withFloor,
} from "./transition-model.ts";
import { calibrationError, logLosses } from "./transition-quality.ts";
import type { TransitionSample } from "./transition-sample.ts";

/** What becomes of a customer: 0 buyer, 1 sleeper, 2 gone. */
function truth(macro: number, likes: boolean, silence: number): readonly number[] {
  if (macro === 2) return [0.02, 0, 0.98];
  if (macro === 1) return silence > 2 ? [0.05, 0, 0.95] : [0.15, 0.85, 0];
  return likes ? [0.9, 0.1, 0] : [0.4, 0.6, 0];
}

/** Customers whose moves follow `truth`: a taste that matters, a clock that ticks, and noise. */
function simulate(rows: number, seed: number): TransitionSample & { exact: Float64Array } {
  const { uniform } = createRandom(seed);
  const draw = (make: () => number) => Float64Array.from({ length: rows }, make);
  const macro = Int32Array.from({ length: rows }, () => Math.floor(3 * uniform()));
  const likes = draw(() => (uniform() < 0.5 ? 1 : 0));
  const silence = draw(() => Math.floor(4 * uniform()));
  const exact = new Float64Array(rows * 3);
  const next = Int32Array.from(macro, (from, row) => {
    const ways = truth(from, likes[row] === 1, silence[row]);
    exact.set(ways, row * 3);
    const u = uniform();
    return u < ways[0] ? 0 : u < ways[0] + ways[1] ? 1 : 2;
  });
  return {
    features: { likes, silence, noise: draw(uniform) },
    signals: { likes, clock: silence.map((one) => one + 1) },
    macro,
    macros: 3,
    next,
    bought: Float64Array.from(next, (to) => (to === 0 ? 1 : 0)),
    value: likes.map((one) => 100 * one + 10 * uniform()),
    age: draw(() => Math.floor(12 * uniform())),
    exact,
  };
}

const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;

test("segments lie inside macro segments, and customers of one are alike", () => {
  const sample = simulate(6000, 1);
  const micro = fitMicroSegments(sample, { segments: 9, minLeaf: 40 });
  const segment = assignMicroSegments(micro, sample);
  const { macro, group } = parentsOfSegments(micro);
  expect(macro.length).toBe(micro.segments);
  segment.forEach((own, row) => {
    expect(macro[own]).toBe(sample.macro[row]);
  });
  // A group lies in one macro segment.
  const macroOf = new Map<number, number>();
  group.forEach((own, i) => {
    expect(macroOf.get(own) ?? macro[i]).toBe(macro[i]);
    macroOf.set(own, macro[i]);
  });
  // Buyers differ by taste first; nobody of one segment of buyers likes it while another does not.
  const tastes = new Map<number, Set<number>>();
  segment.forEach((own, row) => {
    if (sample.macro[row] !== 0) return;
    tastes.set(own, (tastes.get(own) ?? new Set()).add(sample.features.likes[row]));
  });
  for (const taste of tastes.values()) expect(taste.size).toBe(1);
});

test("finds the transitions that were planted, and what they rest on", () => {
  const sample = simulate(20_000, 2);
  const micro = fitMicroSegments(sample, { segments: 9 });
  const model = fitTransitions(sample, micro);
  const forecast = forecastTransitions(model, sample);
  // A hundredth goes to all alike; half of the forecast is from leaves of 25 customers and more,
  // whose shares are off by 0.1 each, less in the mean of ten trees.
  const off = forecast.probabilities.map((one, cell) => Math.abs(one - sample.exact[cell]));
  expect(mean(off)).toBeLessThan(0.025);
  for (let row = 0; row < 50; row++) {
    const own = forecast.probabilities.subarray(3 * row, 3 * row + 3);
    expect(own[0] + own[1] + own[2]).toBeCloseTo(1, 12);
  }
  // The weighted counts are those of the sample: half of it counts for each six periods of age.
  const weight = sample.age.reduce((sum, age) => sum + 0.5 ** (age / 6), 0);
  expect(model.all.counts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(weight, 6);
  const parts = [model.idle, model.buying].map(({ counts }) => counts.reduce((a, b) => a + b, 0));
  expect(parts[0] + parts[1]).toBeCloseTo(weight, 6);
});

test("foresees new customers nearly as well as the truth would, and far better than a matrix", () => {
  const past = simulate(20_000, 3);
  const later = simulate(10_000, 4);
  const model = fitTransitions(past, fitMicroSegments(past, { segments: 12 }));
  const forecast = forecastTransitions(model, later);
  const loss = (probabilities: Float64Array) => mean(logLosses(probabilities, later.next));
  const ideal = loss(withFloor(later.exact, 3));
  const matrix = spreadMatrix(staticMatrix(past.macro, past.next, 3), later.macro, 3);
  expect(loss(forecast.probabilities)).toBeLessThan(ideal * 1.03);
  expect(loss(forecast.probabilities)).toBeLessThan(0.8 * loss(withFloor(matrix, 3)));
  // The bar of the product.
  expect(calibrationError(forecast.probabilities, later.next)).toBeLessThan(0.02);
  const came = [0, 1, 2].map((k) => later.next.reduce((n, one) => n + (one === k ? 1 : 0), 0));
  const stock = expectedStock(forecast, 3);
  // Three standard deviations of a count of 10,000 are 150 at most; the floor moves 67 more.
  stock.forEach((one, k) => {
    expect(Math.abs(one - came[k])).toBeLessThan(220);
  });
});

test("keeps older segments and learns only their transitions anew", () => {
  const first = simulate(5000, 5);
  const micro = fitMicroSegments(first, { segments: 9 });
  const again = fitTransitions(
    simulate(5000, 6),
    JSON.parse(JSON.stringify(micro)) as MicroSegments,
  );
  expect(again.micro).toEqual(micro);
});

test("a model is plain JSON", () => {
  const sample = simulate(2000, 7);
  const model = fitTransitions(sample, fitMicroSegments(sample, { segments: 6 }));
  const revived = { ...model, forest: JSON.parse(JSON.stringify(model.forest)) };
  expect(forecastTransitions(revived, sample)).toEqual(forecastTransitions(model, sample));
});

test("one macro segment, nobody who buys, and a feature that is constant are no obstacle", () => {
  const sample = simulate(1000, 8);
  const idle: TransitionSample = {
    ...sample,
    features: { ...sample.features, constant: new Float64Array(1000) },
    macro: new Int32Array(1000).fill(2),
    next: new Int32Array(1000).fill(2),
    bought: new Float64Array(1000),
  };
  const model = fitTransitions(idle, fitMicroSegments(idle));
  const { probabilities, idle: silent } = forecastTransitions(model, idle);
  expect(silent[0]).toBe(1);
  // All but a share of a hundredth of 2/3 stays; what the floor of the shrinkage leaves is less.
  expect(probabilities[2]).toBeGreaterThan(0.99);
});

test("segments are shared out by how many customers differ how much", () => {
  const sample = simulate(6000, 9);
  // The last macro segment is all alike: nothing to tell apart.
  const next = sample.next.map((to, row) => (sample.macro[row] === 2 ? 2 : to));
  const value = sample.value.map((one, row) => (sample.macro[row] === 2 ? 0 : one));
  const bought = Float64Array.from(next, (to) => (to === 0 ? 1 : 0));
  const micro = fitMicroSegments({ ...sample, next, value, bought }, { segments: 20 });
  const leaves = micro.trees.map(({ tree }) => tree.leaves);
  expect(leaves[2]).toBe(1);
  expect(leaves[0] + leaves[1]).toBe(19);
});
