/**
 * The transition method: what each customer will buy and spend, as a base forecast of a
 * probability model corrected by where customers like this one went (a Markov chain over states of
 * the forecast) and by where the forecast was off before (ratio segments), pooled.
 *
 * The chain with states of recency and frequency goes back to Pfeifer & Carraway (2000), J. of
 * Interactive Marketing 14(2); that its states are built on the posterior of Pareto/NBD is what
 * makes it better calibrated than either (docs/models/transition.md).
 */
import { ModelError } from "../errors.ts";
import { type BaseModel, expectedPurchases, fitBase } from "./base-forecast.ts";
import { blendAt, ratioFeatures, type Target, viewAt } from "./base-view.ts";
import { customersAt, type Panel, totalAt, windowAt } from "./panel.ts";
import { fitRatioTree, type RatioTree } from "./ratio-segments.ts";
import { fitEngine, purchasePath, type ScoreEngine, statesOf, tenureAt } from "./score-engine.ts";
import { fitStatusQuo, positiveBlendOf, type StatusQuoWeights } from "./status-quo.ts";

/** Why only the base forecast is used. */
export type Fallback = {
  readonly code: "FEW_CUSTOMERS" | "FEW_PERIODS" | "FEW_REPEATERS";
  readonly customers: number;
  readonly repeaters: number;
  readonly periods: number;
};

/** How one target is corrected by ratio segments learned on windows of one length. */
export type RatioModel = {
  readonly weights: StatusQuoWeights;
  readonly ratio: RatioTree;
};

/** What was learned on windows of `window` periods. */
export type WindowModel = {
  readonly window: number;
  readonly engine: ScoreEngine;
  readonly targets: { readonly [target in Target]?: RatioModel };
};

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

export type TransitionFit = {
  readonly model: "transition";
  readonly customers: number;
  readonly repeaters: number;
  readonly periods: number;
  readonly periodDays: number;
  readonly base: BaseModel;
  readonly fallback?: Fallback;
  readonly windows: readonly WindowModel[];
  readonly horizons: readonly HorizonModel[];
};

const LEAST_CUSTOMERS = 1000;
const LEAST_PERIODS = 6;
const LEAST_REPEATERS = 300;
/** Past period ends that ratio segments are learned on, and the rows at most. */
const ORIGINS = 4;
const MOST_ROWS = 300_000;
const MOST_THETA = 0.5;

/**
 * Fits base, engine and ratio segments.
 *
 * @param horizons days ahead, each above 0
 * @returns with `fallback` where there is too little to learn corrections from
 * @throws ModelError ARGUMENT_OUT_OF_RANGE; TOO_LITTLE_DATA, NOT_CONVERGED or MODEL_REFUSED where
 *   no base can be fitted
 */
export function fit(panel: Panel, horizons: readonly number[]): TransitionFit {
  for (const days of horizons) {
    if (days > 0) continue;
    const details = { name: "horizons", value: days };
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "a horizon lies ahead", details);
  }
  const last = panel.periods - 1;
  const base = fitBase(panel, last);
  const counts = countsOf(panel);
  const common = { model: "transition", base, ...counts, periodDays: panel.periodDays } as const;
  const fallback = fallbackOf(counts);
  if (fallback) return { ...common, fallback, windows: [], horizons: [] };
  const lengths = horizons.map((days) => windowOf(panel, days));
  const distinct = [...new Set(lengths)];
  const windows = distinct.map((window) => fitWindow(panel, base, window));
  return {
    ...common,
    windows,
    horizons: horizons.map((days, i) => {
      const window = distinct.indexOf(lengths[i]);
      return fitHorizon(panel, base, { days, window, engine: windows[window].engine });
    }),
  };
}

function countsOf(panel: Panel) {
  const last = panel.periods - 1;
  const members = customersAt(panel, last);
  const purchases = totalAt(panel, panel.purchases, members, last);
  const repeaters = purchases.reduce((sum, n) => sum + (n > 1 ? 1 : 0), 0);
  return { customers: members.length, repeaters, periods: panel.periods };
}

function fallbackOf(counts: Omit<Fallback, "code">): Fallback | undefined {
  const { customers, periods, repeaters } = counts;
  if (customers < LEAST_CUSTOMERS) return { code: "FEW_CUSTOMERS", ...counts };
  if (periods < LEAST_PERIODS) return { code: "FEW_PERIODS", ...counts };
  if (repeaters < LEAST_REPEATERS) return { code: "FEW_REPEATERS", ...counts };
  return undefined;
}

/** L, the periods that a window to learn on has: the horizon, or half the history. */
function windowOf({ periods, periodDays }: Panel, days: number): number {
  return Math.max(1, Math.min(Math.round(days / periodDays), Math.floor(periods / 2)));
}

function fitWindow(panel: Panel, base: BaseModel, window: number): WindowModel {
  const engine = fitEngine(panel, base, window * panel.periodDays);
  const targets: Target[] = panel.hasAmounts ? ["purchases", "revenue"] : ["purchases"];
  const latest = panel.periods - 1 - window;
  // What came after an origin must not reach the forecast made there.
  const then = fitBase(panel, latest, base);
  const step = Math.max(1, Math.floor(window / 2));
  const origins = Array.from({ length: ORIGINS }, (_, i) => latest - i * step);
  const past = origins.filter((origin) => origin >= Math.min(1, latest));
  return {
    window,
    engine,
    targets: Object.fromEntries(
      targets.map((target) => [target, fitRatio(panel, then, { window, origins: past, target })]),
    ),
  };
}

type RatioPlan = {
  readonly window: number;
  readonly origins: readonly number[];
  readonly target: Target;
};

function fitRatio(panel: Panel, base: BaseModel, { window, origins, target }: RatioPlan) {
  const most = Math.min(panel.customers, Math.ceil(MOST_ROWS / origins.length));
  const parts = origins.map((origin) => {
    const view = viewAt(panel, base, origin, window, most);
    const column = target === "revenue" ? panel.amount : panel.purchases;
    const came = windowAt(panel, column, view.members, origin, -window);
    return { view, blend: blendAt(view, target), actual: came.map((y) => Math.max(y, 0)) };
  });
  const actual = concat(parts.map((part) => part.actual));
  const weights = fitStatusQuo(
    {
      base: concat(parts.map(({ blend }) => blend.base)),
      lastWindow: concat(parts.map(({ blend }) => blend.lastWindow)),
      recentPurchases: concat(parts.map(({ blend }) => blend.recentPurchases)),
    },
    actual,
  );
  const forecasts = parts.map(({ blend }) => positiveBlendOf(weights, blend));
  const features = parts.map(({ view }, i) => ratioFeatures(panel, view, forecasts[i]));
  const names = Object.keys(features[0]);
  const ratio = fitRatioTree({
    features: Object.fromEntries(
      names.map((name) => [name, concat(features.map((columns) => columns[name]))]),
    ),
    forecast: concat(forecasts),
    actual,
    fold: Int32Array.from(
      concat(parts.map(({ view }) => Float64Array.from(view.members, (who) => who % 3))),
    ),
  });
  return { weights, ratio };
}

function concat(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

type HorizonPlan = {
  readonly days: number;
  readonly window: number;
  readonly engine: ScoreEngine;
};

function fitHorizon(
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
      ...(panel.hasAmounts ? { revenue: factors(view.spend) } : {}),
    },
    shares: engine.rewards.map((_, state) =>
      path.map((step) => (total[state] > 0 ? step[state] / total[state] : 1 / path.length)),
    ),
  };
}
