/** Step 4: how engine and ratio segments are pooled for one horizon. */
import { type BaseModel, expectedPurchases } from "./base-forecast.ts";
import { type Target, viewAt } from "./base-view.ts";
import type { Panel } from "./panel.ts";
import { purchasePath, type ScoreEngine, statesOf, tenureAt } from "./score-engine.ts";

/** How far ahead, and how the parts are pooled there. */
export type HorizonModel = {
  readonly days: number;
  /** Place in `windows`. */
  readonly window: number;
  /** Weight of the engine against the ratio segments. */
  readonly theta: number;
  /** What the engine expects of all in a state ÷ what the base expects, by state. */
  readonly factors: { readonly [target in Target]?: readonly number[] };
  /** Share of a horizon's purchases by state and period: shares[state][h]. */
  readonly shares: readonly (readonly number[])[];
};

/** The engine counts for at most as much as the ratio segments. */
const MOST_THETA = 0.5;

type HorizonPlan = {
  readonly days: number;
  readonly window: number;
  readonly engine: ScoreEngine;
};

/** Corrections and shares by state, from all customers at the end of the panel. */
export function fitHorizon(
  panel: Panel,
  base: BaseModel,
  { days, window, engine }: HorizonPlan,
): HorizonModel {
  const last = panel.periods - 1;
  const view = viewAt(panel, base, last, engine.scoreDays / panel.periodDays);
  const states = statesOf(engine, view.expected, tenureAt(panel, view.members, last));
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
  return {
    days,
    window,
    theta: Math.min(MOST_THETA, days / panel.periodDays / panel.periods),
    factors: {
      purchases: factors(new Float64Array(ahead.length).fill(1)),
      ...(base.spend ? { revenue: factors(view.spend) } : {}),
    },
    shares: engine.rewards.map((_, state) =>
      path.map((step) => (total[state] > 0 ? step[state] / total[state] : 1 / path.length)),
    ),
  };
}
