/** Customers at the end of a period as steps 2 to 4 see them: forecast, spend, last window. */
import type { CustomerSummary } from "../customer-summary.ts";
import {
  type BaseModel,
  expectedPurchases,
  expectedSpend,
  probabilityAlive,
  summaryAt,
} from "./base-forecast.ts";
import { customersAt, type Panel, totalAt, windowAt } from "./panel.ts";
import type { Blend } from "./status-quo.ts";

/** What is foreseen: purchases alone, or what is spent on them. */
export type Target = "purchases" | "revenue";

export type BaseView = {
  readonly members: Int32Array;
  readonly period: number;
  readonly summary: CustomerSummary;
  readonly alive: Float64Array;
  /** Purchases expected in a window, and bought in the last one. */
  readonly expected: Float64Array;
  readonly recent: Float64Array;
  /** Expected spend per purchase; 1 where there are no amounts. */
  readonly spend: Float64Array;
  readonly recentAmount: Float64Array;
};

/** @param window in periods; what is before the panel began counts as not bought */
export function viewAt(
  panel: Panel,
  base: BaseModel,
  period: number,
  window: number,
  most?: number,
): BaseView {
  const members = customersAt(panel, period, most);
  const summary = summaryAt(panel, members, period);
  const recentAmount = windowAt(panel, panel.amount, members, period, window);
  return {
    members,
    period,
    summary,
    alive: probabilityAlive(base, summary),
    expected: expectedPurchases(base, summary, window * panel.periodDays),
    recent: windowAt(panel, panel.purchases, members, period, window),
    spend: expectedSpend(base, panel, members, period),
    recentAmount: recentAmount.map((amount) => Math.max(amount, 0)),
  };
}

/** Customers at the end of the panel, with what ratio segments may ask about them. */
export type LastView = {
  readonly view: BaseView;
  readonly features: Readonly<Record<string, Float64Array>>;
};

/** @param window in periods, that ratio segments were learned on */
export function lastViewOf(panel: Panel, base: BaseModel, window: number): LastView {
  const view = viewAt(panel, base, panel.periods - 1, window);
  return { view, features: ratioFeatures(panel, view) };
}

/** The base forecast of the target and what the last window says, for `blendOf`. */
export function blendAt(view: BaseView, target: Target): Blend {
  const { expected, spend, recent, recentAmount } = view;
  return {
    base: target === "revenue" ? expected.map((n, i) => n * spend[i]) : expected,
    lastWindow: target === "revenue" ? recentAmount : recent,
    recentPurchases: recent,
  };
}

/**
 * What ratio segments may ask about, by name: times in days, amounts in currency. NaN is unknown,
 * such as the interval of who bought once.
 */
export function ratioFeatures(panel: Panel, view: BaseView): Record<string, Float64Array> {
  const { members, period, summary } = view;
  const days = (weeks: Float64Array) => weeks.map((week) => Math.round(week * 7));
  const gaps = totalAt(panel, panel.squaredGaps, members, period);
  const interval = summary.recency.map((weeks, i) => (weeks * 7) / summary.frequency[i]);
  const windows = (column: Float64Array, width: number) =>
    windowAt(panel, column, members, period, width);
  const features: Record<string, Float64Array> = {
    recency: summary.T.map((T, i) => Math.round((T - summary.recency[i]) * 7)),
    tenure: days(summary.T),
    purchases: summary.frequency.map((x) => x + 1),
    purchases_1: windows(panel.purchases, 1),
    purchases_3: windows(panel.purchases, 3),
    purchases_6: windows(panel.purchases, 6),
    purchases_12: windows(panel.purchases, 12),
    interval,
    interval_variation: interval.map((mean, i) => {
      const n = summary.frequency[i];
      return n < 2 ? Number.NaN : Math.sqrt(Math.max(gaps[i] / n - mean * mean, 0)) / mean;
    }),
    alive: view.alive,
    trend: view.recent.map((n, i) => (n + 0.2) / (view.expected[i] + 0.2)),
  };
  if (!panel.hasAmounts) return features;
  const amount = totalAt(panel, panel.amount, members, period);
  const average = amount.map((sum, i) => Math.max(sum, 0) / (summary.frequency[i] + 1));
  return {
    ...features,
    revenue_1: windows(panel.amount, 1),
    revenue_3: windows(panel.amount, 3),
    revenue_6: windows(panel.amount, 6),
    revenue_12: windows(panel.amount, 12),
    average_spend: average,
    last_amount: totalAt(panel, panel.latestAmount, members, period),
    spend_trend: view.spend.map((spend, i) => (average[i] > 0 ? spend / average[i] : Number.NaN)),
  };
}
