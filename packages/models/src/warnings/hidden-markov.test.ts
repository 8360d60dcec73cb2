import { expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { fit, type HiddenMarkov, noPurchaseProbability } from "./hidden-markov.ts";

// Major earthquakes in the world a year, 1900 to 2006 (Zucchini & MacDonald 2009, table 1.1).
const earthquakes = Float64Array.of(
  ...[13, 14, 8, 10, 16, 26, 32, 27, 18, 32, 36, 24, 22, 23, 22, 18, 25, 21, 21, 14, 8, 11, 14, 23],
  ...[18, 17, 19, 20, 22, 19, 13, 26, 13, 14, 22, 24, 21, 22, 26, 21, 23, 24, 27, 41, 31, 27, 35],
  ...[26, 28, 36, 39, 21, 17, 22, 17, 19, 15, 34, 10, 15, 22, 18, 15, 20, 15, 22, 19, 16, 30, 27],
  ...[29, 23, 20, 16, 21, 21, 25, 16, 18, 15, 18, 14, 10, 15, 8, 15, 6, 11, 8, 7, 18, 16, 13, 12],
  ...[13, 20, 15, 16, 12, 18, 15, 16, 13, 15, 16, 11, 11],
);

test("finds the published two states of the earthquakes", () => {
  const sequences = { counts: earthquakes, starts: Uint32Array.of(0) };
  const { params, logLikelihood } = fit(sequences, { states: [2], maxIterations: 500 });
  // Printed in table 4.1: rates 15.421 and 26.018, −log L 341.879; ours adds 0.01 to every move.
  expect(params.rates[0]).toBeCloseTo(15.421, 1);
  expect(params.rates[1]).toBeCloseTo(26.018, 1);
  expect(-logLikelihood).toBeCloseTo(341.879, 1);
});

test("one state is a Poisson count: its rate is the mean", () => {
  const sequences = { counts: earthquakes, starts: Uint32Array.of(0) };
  const { params } = fit(sequences, { states: [1] });
  const mean = earthquakes.reduce((sum, one) => sum + one, 0) / earthquakes.length;
  expect(params.rates[0]).toBeCloseTo(mean, 10);
  const [quiet] = noPurchaseProbability({ ...params, rates: [0.5] }, sequences, 3);
  expect(quiet).toBeCloseTo(Math.exp(-1.5), 12);
});

const truth: HiddenMarkov = {
  rates: [0.02, 0.5, 3],
  initial: [0.2, 0.5, 0.3],
  transition: [
    [0.95, 0.04, 0.01],
    [0.1, 0.85, 0.05],
    [0.02, 0.08, 0.9],
  ],
};

function simulate(customers: number, periods: number, seed: number) {
  const random = createRandom(seed);
  const draw = (shares: readonly number[]) => {
    let rest = random.uniform();
    return shares.findIndex((share, i) => {
      rest -= share;
      return rest < 0 || i === shares.length - 1;
    });
  };
  const counts = new Float64Array(customers * periods);
  for (let i = 0; i < customers; i++) {
    let state = draw(truth.initial);
    for (let t = 0; t < periods; t++) {
      counts[i * periods + t] = random.poisson(truth.rates[state]);
      state = draw(truth.transition[state]);
    }
  }
  return { counts, starts: Uint32Array.from({ length: customers }, (_, i) => i * periods) };
}

test("finds again the states that customers were simulated in, and their number", () => {
  const { params, tried } = fit(simulate(3000, 24, 11), { states: [2, 3, 4], maxIterations: 200 });
  expect(params.rates).toHaveLength(3);
  expect(tried).toHaveLength(3);
  // 72,000 periods: a rate is known to about 2 %, a share of moves to about 1 point.
  expect(params.rates[1] / 0.5).toBeCloseTo(1, 1);
  expect(params.rates[2] / 3).toBeCloseTo(1, 1);
  params.transition.forEach((row, from) => {
    row.forEach((share, to) => {
      expect(Math.abs(share - truth.transition[from][to])).toBeLessThan(0.03);
    });
  });
});

test("foresees how many stay quiet", () => {
  const seen = simulate(20_000, 15, 3);
  const past = {
    counts: seen.counts.filter((_, at) => at % 15 < 12),
    starts: seen.starts.map((start) => (start / 15) * 12),
  };
  const foreseen = noPurchaseProbability(truth, past, 3);
  const quiet = Array.from(seen.starts, (start) =>
    seen.counts.subarray(start + 12, start + 15).every((count) => count === 0) ? 1 : 0,
  );
  for (const [low, high] of [
    [0, 0.3],
    [0.3, 0.7],
    [0.7, 1],
  ]) {
    const rows = quiet.map((_, i) => i).filter((i) => foreseen[i] > low && foreseen[i] <= high);
    const share = (values: ArrayLike<number>) =>
      rows.reduce((sum, i) => sum + values[i], 0) / rows.length;
    // Four standard errors of a share.
    const error = 4 * Math.sqrt(0.25 / rows.length);
    expect(Math.abs(share(foreseen) - share(quiet))).toBeLessThan(error);
  }
});

test("who has no past yet is judged by how customers begin", () => {
  const [nobody] = noPurchaseProbability(
    truth,
    { counts: new Float64Array(0), starts: Uint32Array.of(0) },
    1,
  );
  const mean = truth.initial.reduce((sum, share, s) => sum + share * Math.exp(-truth.rates[s]), 0);
  expect(nobody).toBeCloseTo(mean, 14);
});

test("refuses sequences that hold nothing to learn", () => {
  const starts = Uint32Array.of(0);
  const none = { counts: new Float64Array(12), starts };
  expect(() => fit(none)).toThrow(expect.objectContaining({ code: "TOO_LITTLE_DATA" }));
  expect(() => fit({ counts: Float64Array.of(0.5), starts })).toThrow(
    expect.objectContaining({ code: "VALUE_OUT_OF_RANGE" }),
  );
  expect(() => fit({ counts: earthquakes, starts: Uint32Array.of(3) })).toThrow(
    expect.objectContaining({ code: "VALUE_OUT_OF_RANGE" }),
  );
  expect(() => fit({ counts: earthquakes, starts }, { states: [] })).toThrow(
    expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" }),
  );
});
