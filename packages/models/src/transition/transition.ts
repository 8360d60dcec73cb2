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
import { type BaseModel, fitBase } from "./base-forecast.ts";
import { lastViewOf } from "./base-view.ts";
import { fitHorizon, type HorizonModel } from "./horizon-model.ts";
import { customersAt, type Panel, totalAt } from "./panel.ts";
import { fitWindow, type WindowModel } from "./window-model.ts";

/** Why only the base forecast is used. */
export type Fallback = {
  readonly code: "FEW_CUSTOMERS" | "FEW_PERIODS" | "FEW_REPEATERS";
  readonly customers: number;
  readonly repeaters: number;
  readonly periods: number;
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
  const views = distinct.map((window) => lastViewOf(panel, base, window));
  return {
    ...common,
    windows,
    horizons: horizons.map((days, i) => {
      const window = distinct.indexOf(lengths[i]);
      return fitHorizon(panel, base, { days, window, model: windows[window], seen: views[window] });
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
