/** What is learned on windows of time that have passed: the engine, and ratio segments. */
import { type BaseModel, fitBase } from "./base-forecast.ts";
import { type BaseView, blendAt, ratioFeatures, type Target, viewAt } from "./base-view.ts";
import { type Panel, windowAt } from "./panel.ts";
import type { RatioModel } from "./ratio-forecast.ts";
import { fitRatios } from "./ratio-segments.ts";
import { fitEngine, type ScoreEngine } from "./score-engine.ts";
import { fitStatusQuo, positiveBlendOf } from "./status-quo.ts";

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
  const past = pastWindows(panel, base, window);
  return {
    window,
    engine,
    targets: Object.fromEntries(targets.map((target) => [target, fitRatio(past, target)])),
  };
}

/** Customers at the beginning of a window that has passed, and what came in it. */
type PastWindow = {
  readonly view: BaseView;
  readonly features: Readonly<Record<string, Float64Array>>;
  readonly purchases: Float64Array;
  readonly revenue: Float64Array;
};

function pastWindows(panel: Panel, base: BaseModel, window: number): PastWindow[] {
  const latest = panel.periods - 1 - window;
  // What came after an origin must not reach the forecast made there.
  const then = fitBase(panel, latest, base);
  const step = Math.max(1, Math.floor(window / 2));
  const origins = Array.from({ length: ORIGINS }, (_, i) => latest - i * step).filter(
    (origin) => origin >= Math.min(1, latest),
  );
  const most = Math.min(panel.customers, Math.ceil(MOST_ROWS / origins.length));
  return origins.map((origin) => {
    const view = viewAt(panel, then, origin, window, most);
    const came = (column: Float64Array) =>
      windowAt(panel, column, view.members, origin, -window).map((y) => Math.max(y, 0));
    return {
      view,
      features: ratioFeatures(panel, view),
      purchases: came(panel.purchases),
      revenue: came(panel.amount),
    };
  });
}

function fitRatio(past: readonly PastWindow[], target: Target): RatioModel {
  const join = (column: (window: PastWindow) => Float64Array) => concat(past.map(column));
  const blends = past.map(({ view }) => blendAt(view, target));
  const blend = {
    base: concat(blends.map(({ base }) => base)),
    lastWindow: concat(blends.map(({ lastWindow }) => lastWindow)),
    recentPurchases: join(({ view }) => view.recent),
  };
  const actual = join((window) => window[target]);
  const weights = fitStatusQuo(blend, actual);
  const forecast = positiveBlendOf(weights, blend);
  const names = Object.keys(past[0].features);
  const features = Object.fromEntries(
    names.map((name) => [name, join((window) => window.features[name])]),
  );
  const ratio = fitRatios({ features: { ...features, expected: forecast }, forecast, actual });
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
