/**
 * What every customer had done by the end of each period: the base of snapshots that know nothing
 * of what came later.
 */
import { requireColumns } from "../customer-summary.ts";
import { ModelError } from "../errors.ts";

/**
 * Purchases of n customers, a row for each customer and period with any. Periods are counted from
 * 0, the first complete one, to P − 1, which ends on the last day that counts; −1 is all before.
 */
export type Activity = {
  /** 0 to n − 1. */
  readonly customer: Float64Array;
  readonly period: Float64Array;
  /** Days with a purchase. */
  readonly purchases: Float64Array;
  /** What was bought less what came back; zero everywhere where there are no amounts. */
  readonly amount: Float64Array;
  /** The first and last day with a purchase, as day numbers; NaN where there was none. */
  readonly firstDay: Float64Array;
  readonly lastDay: Float64Array;
  /** The amount of the last of these days. */
  readonly lastAmount: Float64Array;
  /** Sum of squared gaps, in days, from each of these days to the purchase before. */
  readonly squaredGaps: Float64Array;
};

export type PanelShape = {
  readonly customers: number;
  /** P, complete periods. */
  readonly periods: number;
  readonly periodDays: number;
  /** The day number of the last day that counts, on which period P − 1 ends. */
  readonly lastDay: number;
  /** False where purchases have no amounts. */
  readonly hasAmounts: boolean;
};

/** Cumulated histories, period by period: column[(period + 1) · customers + customer]. */
export type Panel = PanelShape & {
  readonly firstDay: Float64Array;
  readonly purchases: Float64Array;
  readonly amount: Float64Array;
  readonly latestDay: Float64Array;
  readonly latestAmount: Float64Array;
  readonly squaredGaps: Float64Array;
};

/**
 * @param activity rows in any order, one a customer and period
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE for a customer or period outside
 *   the shape
 */
export function panelOf(activity: Activity, shape: PanelShape): Panel {
  const { customer, period, purchases } = activity;
  requireColumns({ customer, purchases, squaredGaps: activity.squaredGaps }, customer.length);
  const slots = shape.periods + 1;
  const column = () => new Float64Array(shape.customers * slots);
  const panel = {
    ...shape,
    firstDay: new Float64Array(shape.customers).fill(Number.POSITIVE_INFINITY),
    purchases: column(),
    amount: column(),
    latestDay: column(),
    latestAmount: column(),
    squaredGaps: column(),
  };
  customer.forEach((who, row) => {
    const slot = period[row] + 1;
    if (!(who < shape.customers && slot >= 0 && slot < slots)) {
      throw new ModelError("VALUE_OUT_OF_RANGE", `row ${row} lies outside the panel`, { row });
    }
    const at = slot * shape.customers + who;
    panel.purchases[at] = purchases[row];
    panel.amount[at] = activity.amount[row];
    panel.squaredGaps[at] = activity.squaredGaps[row];
    if (purchases[row] === 0) return;
    panel.latestDay[at] = activity.lastDay[row];
    panel.latestAmount[at] = activity.lastAmount[row];
    panel.firstDay[who] = Math.min(panel.firstDay[who], activity.firstDay[row]);
  });
  cumulate(panel);
  return panel;
}

function cumulate(panel: Panel): void {
  const { customers } = panel;
  const { purchases, amount, latestDay, latestAmount, squaredGaps } = panel;
  for (let at = customers; at < purchases.length; at++) {
    const before = at - customers;
    if (purchases[at] === 0) {
      latestDay[at] = latestDay[before];
      latestAmount[at] = latestAmount[before];
    }
    purchases[at] += purchases[before];
    amount[at] += amount[before];
    squaredGaps[at] += squaredGaps[before];
  }
}

/** The day on which a period ends. */
export function endOf({ lastDay, periods, periodDays }: PanelShape, period: number): number {
  return lastDay - (periods - 1 - period) * periodDays;
}

/** The customers who had bought by the end of a period, as numbers of the panel. */
export function customersAt(
  panel: Panel,
  period: number,
  most: number = panel.customers,
): Int32Array {
  const end = endOf(panel, period);
  const members: number[] = [];
  for (let who = 0; who < most; who++) if (panel.firstDay[who] <= end) members.push(who);
  return Int32Array.from(members);
}

/** A cumulated column of some customers at the end of a period. */
export function totalAt(
  panel: Panel,
  column: Float64Array,
  members: Int32Array,
  period: number,
): Float64Array {
  const from = (period + 1) * panel.customers;
  // Plain loops here and below: millions of snapshots pass, and `from` with a mapping is ten times slower.
  const totals = new Float64Array(members.length);
  for (let i = 0; i < members.length; i++) totals[i] = column[from + members[i]];
  return totals;
}

/**
 * What a cumulated column gained in the `width` periods up to the end of `period`; fewer where
 * the panel begins later. `width` may be negative: then it is the gain in the periods after.
 */
export function windowAt(
  panel: Panel,
  column: Float64Array,
  members: Int32Array,
  period: number,
  width: number,
): Float64Array {
  const to = Math.max(period, period - width) + 1;
  const from = Math.min(period, period - width) + 1;
  const gained = totalAt(panel, column, members, to - 1);
  if (from < 0) return gained;
  const start = from * panel.customers;
  for (let i = 0; i < members.length; i++) gained[i] -= column[start + members[i]];
  return gained;
}
