/** What a fitted transition method foresees of customers. */

import { expectedPurchases } from "./base-forecast.ts";
import { type BaseView, type LastView, lastViewOf, type Target, viewAt } from "./base-view.ts";
import type { HorizonModel } from "./horizon-model.ts";
import type { Panel } from "./panel.ts";
import { ratioForecast } from "./ratio-forecast.ts";
import { statesOf, tenureAt } from "./score-engine.ts";
import type { TransitionFit } from "./transition.ts";

/** Forecast of one target and the parts it is made of: value = base · segment · engine. */
export type TargetForecast = {
  /** Purchases, or revenue in currency, within the horizon. */
  readonly value: Float64Array;
  /** Of the base model alone. */
  readonly base: Float64Array;
  /** Correction by ratio segments and the last window, (RT ÷ base) to the power 1 − θ. */
  readonly segment: Float64Array;
  /** Correction by the transition engine, (S ÷ base) to the power θ. */
  readonly engine: Float64Array;
  /** The ratio segment of each customer; −1 without any. */
  readonly leaf: Int32Array;
};

export type HorizonForecast = {
  readonly days: number;
  /** State of the engine of each customer; −1 without engine. */
  readonly state: Int32Array;
  /** Expected spend per purchase of the base; 1 where there are no amounts. */
  readonly spend: Float64Array;
  readonly purchases: TargetForecast;
  /** Undefined where there are no amounts. */
  readonly revenue?: TargetForecast;
};

export type TransitionForecast = {
  /** The customers of the panel that are foreseen, by their number in it. */
  readonly members: Int32Array;
  readonly alive: Float64Array;
  readonly horizons: readonly HorizonForecast[];
};

/**
 * Forecasts at the end of a panel for every horizon of the fit; after a fallback only the base.
 *
 * @param panel of the periods the fit was made on; it may hold other customers
 * @param days the horizons, as given to `fit`
 */
export function predict(
  fit: TransitionFit,
  panel: Panel,
  days: readonly number[],
): TransitionForecast {
  const views = fit.windows.map(({ window }) => lastViewOf(panel, fit.base, window));
  const plain = views[0]?.view ?? viewAt(panel, fit.base, panel.periods - 1, 1);
  const horizons = days.map((ahead) => {
    const horizon = fit.horizons.find((one) => one.days === ahead);
    if (!horizon) return baseOnly(fit, plain, ahead);
    return forecastHorizon(fit, panel, { ...views[horizon.window], horizon });
  });
  return { members: plain.members, alive: plain.alive, horizons };
}

function targetsOf(fit: TransitionFit): Target[] {
  return fit.base.spend ? ["purchases", "revenue"] : ["purchases"];
}

function baseOf(view: BaseView, expected: Float64Array, target: Target): Float64Array {
  return target === "revenue" ? expected.map((n, i) => n * view.spend[i]) : expected;
}

function baseOnly(fit: TransitionFit, view: BaseView, days: number): HorizonForecast {
  const expected = expectedPurchases(fit.base, view.summary, days);
  const one = new Float64Array(expected.length).fill(1);
  const none = new Int32Array(expected.length).fill(-1);
  const [purchases, revenue] = targetsOf(fit).map((target) => {
    const base = baseOf(view, expected, target);
    return { value: base, base, segment: one, engine: one, leaf: none };
  });
  return { days, state: none, spend: view.spend, purchases, ...(revenue ? { revenue } : {}) };
}

type HorizonPlan = LastView & {
  readonly horizon: HorizonModel;
};

function forecastHorizon(fit: TransitionFit, panel: Panel, plan: HorizonPlan): HorizonForecast {
  const { view, horizon } = plan;
  const { days } = horizon;
  const expected = expectedPurchases(fit.base, view.summary, days);
  const { engine } = fit.windows[horizon.window];
  const state = statesOf(engine, view.expected, tenureAt(panel, view.members, view.period));
  const [purchases, revenue] = targetsOf(fit).map((target) => {
    const base = baseOf(view, expected, target);
    return forecastTarget(fit, panel, { ...plan, target, base, state });
  });
  return { days, state, spend: view.spend, purchases, ...(revenue ? { revenue } : {}) };
}

type TargetPlan = HorizonPlan & {
  readonly target: Target;
  readonly base: Float64Array;
  readonly state: Int32Array;
};

function forecastTarget(
  fit: TransitionFit,
  panel: Panel,
  { view, features, horizon, target, base, state }: TargetPlan,
): TargetForecast {
  const model = fit.windows[horizon.window].targets[target];
  const factors = horizon.factors[target];
  const scale = horizon.scales[target];
  if (!model || !factors || scale === undefined) {
    throw new Error(`the fit knows nothing of ${target}`);
  }
  const { days, theta } = horizon;
  const plan = { view, features, target, days, base };
  const { blended, factor, leaf } = ratioForecast(panel, model, plan);
  const segment = base.map((b, i) => {
    return b > 0 ? ((blended[i] * factor[i] * scale) / b) ** (1 - theta) : 0;
  });
  const engine = Float64Array.from(state, (s) => factors[s] ** theta);
  return { value: base.map((b, i) => b * segment[i] * engine[i]), base, segment, engine, leaf };
}
