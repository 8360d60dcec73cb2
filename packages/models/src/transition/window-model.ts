/** What is learned on windows of time that have passed: the engine, and ratio segments. */
import { type BaseModel, fitBase } from "./base-forecast.ts";
import { blendAt, ratioFeatures, type Target, viewAt } from "./base-view.ts";
import { type Panel, windowAt } from "./panel.ts";
import { fitRatioTree, type RatioTree } from "./ratio-segments.ts";
import { fitEngine, type ScoreEngine } from "./score-engine.ts";
import { fitStatusQuo, positiveBlendOf, type StatusQuoWeights } from "./status-quo.ts";

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

/** Past period ends that ratio segments are learned on, and the rows at most. */
const ORIGINS = 4;
const MOST_ROWS = 300_000;

/** Learns engine and ratio segments on windows of `window` periods. */
export function fitWindow(panel: Panel, base: BaseModel, window: number): WindowModel {
  const engine = fitEngine(panel, base, window * panel.periodDays);
  const targets: Target[] = base.spend ? ["purchases", "revenue"] : ["purchases"];
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
