/** Step 3 applied to customers at a period's end: base and last window blended, and corrected. */
import { blendAt, type LastView, type Target } from "./base-view.ts";
import { type Panel, windowAt } from "./panel.ts";
import { correctionOf, type RatioCorrection } from "./ratio-segments.ts";
import { blendOf, type StatusQuoWeights } from "./status-quo.ts";

/** How one target is corrected by ratio segments learned on windows of one length. */
export type RatioModel = {
  readonly weights: StatusQuoWeights;
  readonly ratio: RatioCorrection;
};

export type RatioForecast = {
  /** Of the base model and the last window, for the horizon. */
  readonly blended: Float64Array;
  /** By how much the windows that passed would correct it. */
  readonly factor: Float64Array;
  /** The ratio segment of each customer. */
  readonly leaf: Int32Array;
};

type RatioPlan = LastView & {
  readonly target: Target;
  readonly days: number;
  /** What the base model expects of the target in these days. */
  readonly base: Float64Array;
};

export function ratioForecast(
  panel: Panel,
  { weights, ratio }: RatioModel,
  { view, features, target, days, base }: RatioPlan,
): RatioForecast {
  const asked = { ...features, expected: blendOf(weights, blendAt(view, target)) };
  const { factor, segment: leaf } = correctionOf(ratio, asked, base.length);
  const ahead = days / panel.periodDays;
  const width = Math.max(1, Math.min(Math.round(ahead), panel.periods));
  const column = target === "revenue" ? panel.amount : panel.purchases;
  const before = windowAt(panel, column, view.members, view.period, width);
  const lastWindow = before.map((sum) => (Math.max(sum, 0) * ahead) / width);
  const blended = blendOf(weights, { base, lastWindow, recentPurchases: view.recent });
  return { blended, factor, leaf };
}

/** Beyond a quarter more or less, another mix of customers is none that was learned on. */
const MOST_SHIFT = 1.25;

/**
 * What corrections are multiplied by. Half of their overall level, in logarithms, is taken for a
 * passing one. And where today's customers are corrected by much more or less than those the
 * corrections were learned on, they lie beyond what was seen, such as everybody older than anybody
 * was then in a company that grows: what exceeds `MOST_SHIFT` is not believed.
 */
export function scaleOf({ level }: RatioCorrection, { blended, factor }: RatioForecast): number {
  const total = blended.reduce((sum, forecast) => sum + forecast, 0);
  const corrected = blended.reduce((sum, forecast, i) => sum + forecast * factor[i], 0);
  const shift = corrected / total / level;
  // Where nothing is foreseen, or nothing came, there is nothing to believe.
  if (!(shift > 0)) return level > 0 ? 1 / Math.sqrt(level) : 0;
  const believed = Math.min(Math.max(shift, 1 / MOST_SHIFT), MOST_SHIFT);
  return believed / shift / Math.sqrt(level);
}
