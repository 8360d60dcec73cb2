/** Step 4: how engine and ratio segments are pooled for one horizon. */
import { type BaseModel, expectedPurchases } from "./base-forecast.ts";
import type { LastView, Target } from "./base-view.ts";
import type { Panel } from "./panel.ts";
import { ratioForecast, scaleOf } from "./ratio-forecast.ts";
import { purchasePath, statesOf, tenureAt } from "./score-engine.ts";
import type { WindowModel } from "./window-model.ts";

/** Revenue only where there are amounts. */
type ByTarget<T> = { readonly [target in Target]?: T };

/** How far ahead, and how the parts are pooled there. */
export type HorizonModel = {
  readonly days: number;
  /** Place in `windows`. */
  readonly window: number;
  /** Weight of the engine against the ratio segments. */
  readonly theta: number;
  /** What the engine expects of all in a state ÷ what the base expects, by state. */
  readonly factors: ByTarget<readonly number[]>;
  /** What the corrections of the ratio segments are multiplied by. */
  readonly scales: ByTarget<number>;
  /** Share of a horizon's purchases by state and period: shares[state][h]. */
  readonly shares: readonly (readonly number[])[];
};

/** The engine counts for at most as much as the ratio segments. */
const MOST_THETA = 0.5;

type HorizonPlan = {
  readonly days: number;
  /** Place of the model of the window in the fit. */
  readonly window: number;
  readonly model: WindowModel;
  /** Everybody now, seen over that window. */
  readonly seen: LastView;
};

/** Corrections and shares by state, from all customers at the end of the panel. */
export function fitHorizon(panel: Panel, base: BaseModel, plan: HorizonPlan): HorizonModel {
  const { days, window, model, seen } = plan;
  const { engine } = model;
  const { view } = seen;
  const states = statesOf(engine, view.expected, tenureAt(panel, view.members, view.period));
  const ahead = expectedPurchases(base, view.summary, days);
  const path = purchasePath(engine, days / panel.periodDays);
  const total = engine.rewards.map((_, state) => path.reduce((sum, step) => sum + step[state], 0));
  const factors = (spend: Float64Array) => {
    const engines = new Float64Array(total.length);
    const bases = new Float64Array(total.length);
    states.forEach((state, i) => {
      engines[state] += total[state] * spend[i];
      bases[state] += ahead[i] * spend[i];
    });
    // Where nobody is now, nobody's forecast needs a correction.
    return Array.from(engines, (sum, state) => (bases[state] > 0 ? sum / bases[state] : 1));
  };
  const spends = {
    purchases: new Float64Array(ahead.length).fill(1),
    ...(base.spend ? { revenue: view.spend } : {}),
  };
  const expected = mapValues(spends, (spend) => ahead.map((n, i) => n * spend[i]));
  return {
    days,
    window,
    theta: Math.min(MOST_THETA, days / panel.periodDays / panel.periods),
    factors: mapValues(spends, factors),
    scales: fitScales(panel, expected, plan),
    shares: engine.rewards.map((_, state) =>
      path.map((step) => (total[state] > 0 ? step[state] / total[state] : 1 / path.length)),
    ),
  };
}

/** @param expected what the base expects of each customer in the horizon, by target */
function fitScales(
  panel: Panel,
  expected: ByTarget<Float64Array>,
  { days, model, seen }: HorizonPlan,
): ByTarget<number> {
  return mapValues(expected, (base, target) => {
    const ratios = model.targets[target];
    if (!ratios) throw new Error(`the window knows nothing of ${target}`);
    const plan = { ...seen, target, days, base };
    return scaleOf(ratios.ratio, ratioForecast(panel, ratios, plan));
  });
}

function mapValues<T, U>(
  values: ByTarget<T>,
  change: (value: T, target: Target) => U,
): ByTarget<U> {
  const entries = Object.entries(values) as [Target, T][];
  return Object.fromEntries(entries.map(([target, value]) => [target, change(value, target)]));
}
