import { describe, expect, test } from "vitest";
import { type Panel, panelOf } from "./panel.ts";
import { serviceCosts } from "./service-cost.ts";
import type { TransitionFit } from "./transition.ts";

const PERIOD = 30;
const LAST_DAY = 10_000;
const PERIODS = 10;

/** Three customers who bought once, 9, 5 and 2 periods before the end: one in each class of tenure. */
function threeCustomers(): Panel {
  const since = [9, 5, 2];
  const firstDay = Float64Array.from(since, (ago) => LAST_DAY - ago * PERIOD);
  const column = (value: number) => new Float64Array(3).fill(value);
  return panelOf(
    {
      customer: Float64Array.of(0, 1, 2),
      period: Float64Array.from(since, (ago) => PERIODS - 1 - ago),
      purchases: column(1),
      amount: column(20),
      firstDay,
      lastDay: firstDay,
      lastAmount: column(20),
      squaredGaps: column(0),
    },
    { customers: 3, periods: PERIODS, periodDays: PERIOD, lastDay: LAST_DAY, hasAmounts: true },
  );
}

/** One bin of the score, so that states are the classes of tenure: under 3, 3 to 6, 7 periods or more. */
function fitOf(probabilities: readonly number[], days: readonly number[]): TransitionFit {
  const engine = {
    scoreDays: PERIOD,
    periodDays: PERIOD,
    edges: [],
    tenures: 3,
    probabilities,
    rewards: [0, 0, 0],
    counts: [0, 0, 0],
    concentrations: [],
  };
  const params = { r: 1, alpha: 10, s: 1, beta: 10 };
  return {
    model: "transition",
    customers: 3,
    repeaters: 0,
    periods: PERIODS,
    periodDays: PERIOD,
    base: { purchases: { model: "pareto-nbd", params } },
    windows: [{ window: 1, engine, targets: {} }],
    horizons: days.map((each) => ({
      days: each,
      window: 0,
      theta: 0.5,
      factors: {},
      scales: {},
      shares: [],
    })),
  };
}

/** In the last period the oldest cost 10, the one in the middle 5, the newest 2. */
const LAST_PERIOD = {
  customer: Float64Array.of(0, 1, 2),
  ago: new Float64Array(3),
  amount: Float64Array.of(10, 5, 2),
};
/** From the first class half go on to the second, from there a quarter to the third. */
const MOVES = [0.5, 0.5, 0, 0, 0.75, 0.25, 0, 0, 1];

describe("service costs along the path", () => {
  const panel = threeCustomers();
  const options = { periods: 1, rate: 0 };

  test("are, worked by hand, the cost of each state times the share that gets there", () => {
    const [cost] = serviceCosts(fitOf(MOVES, [90]), panel, LAST_PERIOD, options);
    // One customer each, all of one worth: nothing says that the states differ by chance, and the
    // mean of a state is its own.
    expect([...(cost?.seen ?? [])]).toEqual([1, 1, 1]);
    for (const [state, mean] of [2, 5, 10].entries()) {
      expect(cost?.perPeriod[state]).toBeCloseTo(mean, 9);
    }
    // c = (2, 5, 10); P c = (3.5, 6.25, 10); P² c = (4.875, 7.1875, 10).
    expect(cost?.total[0]).toBeCloseTo(2 + 3.5 + 4.875, 9);
    expect(cost?.total[1]).toBeCloseTo(5 + 6.25 + 7.1875, 9);
    expect(cost?.total[2]).toBeCloseTo(30, 9);
  });

  test("count for less the later they come, each in the middle of its period", () => {
    const rate = 0.0003;
    const [cost] = serviceCosts(fitOf(MOVES, [45]), panel, LAST_PERIOD, { ...options, rate });
    // One whole period with its middle on day 15, half of one with its middle on day 37.5.
    const expected = 2 * Math.exp(-rate * 15) + (3.5 / 2) * Math.exp(-rate * 37.5);
    expect(cost?.discounted[0]).toBeCloseTo(expected, 9);
    expect(cost?.total[0]).toBeCloseTo(2 + 3.5 / 2, 9);
  });

  test("forget what is longer ago than asked for", () => {
    const old = { ...LAST_PERIOD, ago: new Float64Array(3).fill(1) };
    const [cost] = serviceCosts(fitOf(MOVES, [90]), panel, old, options);
    expect([...(cost?.total ?? [])]).toEqual([0, 0, 0]);
  });

  test("are not foreseen where there is no engine", () => {
    const fit = { ...fitOf(MOVES, [90]), windows: [], horizons: [] };
    expect(serviceCosts(fit, panel, LAST_PERIOD, options)).toEqual([]);
  });
});
