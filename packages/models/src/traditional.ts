/**
 * The traditional formulas of customer value. They come from no probability model: they carry
 * an average forward. Kept callable because people know them, and as baselines of the backtest.
 *
 * Two kinds: formulas on averages, numbers in and a number out, and methods on a customer
 * summary, which give each customer's purchases in a horizon. Money is in the currency that was
 * put in, on its basis (revenue or contribution); nothing here is discounted unless it says so.
 */
import { type CustomerSummary, requireValid } from "./customer-summary.ts";
import { ModelError, requireAtLeastZero } from "./errors.ts";

/**
 * Formula 1, the *Umsatz-CLV*: average order value × purchase frequency × lifespan.
 *
 * @param averageOrderValue revenue per purchase, in currency.
 * @param purchaseFrequency purchases per customer and period, such as a year.
 * @param lifespan duration of the relationship, in the same periods.
 * @returns currency over the whole lifespan: revenue, not profit, if order values are revenue.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE for a number below 0 or not finite
 */
export function orderValueOverLifespan(input: {
  readonly averageOrderValue: number;
  readonly purchaseFrequency: number;
  readonly lifespan: number;
}): number {
  requireAllAtLeastZero(input);
  return input.averageOrderValue * input.purchaseFrequency * input.lifespan;
}

/**
 * Formula 2, for subscriptions: monthly fee × months, for one customer or for several alike.
 *
 * @param months how long the fee is paid: the lifespan for a lifetime value, 12 for a year.
 * @param customers how many such customers; 1 if absent.
 * @returns revenue in currency.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE for a number below 0 or not finite
 */
export function subscriptionValue(input: {
  readonly monthlyFee: number;
  readonly months: number;
  readonly customers?: number;
}): number {
  requireAllAtLeastZero(input);
  return input.monthlyFee * input.months * (input.customers ?? 1);
}

/**
 * Formula 3: annual revenue × years of the relationship − what it cost to win the customer.
 *
 * @returns currency after acquisition cost; below 0 where the customer did not earn it back.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE for a number below 0 or not finite
 */
export function valueAfterAcquisition(input: {
  readonly annualRevenue: number;
  readonly years: number;
  readonly acquisitionCost: number;
}): number {
  requireAllAtLeastZero(input);
  return input.annualRevenue * input.years - input.acquisitionCost;
}

/**
 * The retention formula: margin × r / (1 + d − r), the sum of margin × (r / (1 + d))^k over
 * k = 1, 2, … without end. The margin of the running period (k = 0) is not in it.
 *
 * @param margin contribution per period, in currency; may be negative.
 * @param retention r: share of customers who stay from one period to the next, in [0, 1].
 * @param discountRate d: per period, 0 or more.
 * @returns present value in currency of all periods to come.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE; also for r = 1 with d = 0, where the sum has no limit
 * @see Gupta & Lehmann (2003), "Customers as assets", J. Interactive Marketing 17(1)
 */
export function retentionValue(input: {
  readonly margin: number;
  readonly retention: number;
  readonly discountRate: number;
}): number {
  const { margin, ...rates } = input;
  requireAllAtLeastZero(rates);
  if (!Number.isFinite(margin)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "margin must be a finite number", {
      name: "margin",
      value: margin,
    });
  }
  return margin * geometricSum(rates.retention, rates.discountRate, Number.POSITIVE_INFINITY);
}

/**
 * Each customer's historic rate goes on unchanged: (x + 1) / T × horizon purchases. The first
 * purchase counts, so the rate of young customers is far too high; that is the formula's fault
 * and is left in. A customer with T = 0 was not observed for any time and has no rate of their
 * own: they get the rate of all customers together, Σ(x + 1) / ΣT.
 *
 * @param horizon in the time unit of `summary`.
 * @returns n numbers of purchases; × average order value gives revenue.
 * @throws ModelError those of `requireValid`; ARGUMENT_OUT_OF_RANGE for the horizon;
 *   TOO_LITTLE_DATA if no customer was observed for any time
 */
export function formula(summary: CustomerSummary, horizon: number): Float64Array {
  return carriedForward(summary, horizon, 1);
}

/**
 * As `formula`, but customers leave: each period of the horizon keeps the share `retention` of
 * the one before, and period k is discounted k times. With rate m = (x + 1) / T per period:
 * m × Σ q^k for k = 1 … n, q = r / (1 + d), n = horizon / period. A broken n is put into the
 * closed form q (1 − qⁿ) / (1 − q) as it is.
 *
 * @param options.retention r: share who stay from one period to the next, in [0, 1], usually
 *   counted: those who bought in the last two periods ÷ those who bought in the last but one.
 * @param options.period length of a period, in the time unit of `summary`.
 * @param options.discountRate d per period, 0 or more; 0 if absent, which gives purchases.
 * @returns n (discounted) numbers of purchases.
 * @throws ModelError as `formula`; ARGUMENT_OUT_OF_RANGE for options
 * @see Gupta & Lehmann (2003), whose infinite sum `retentionValue` is
 */
export function formulaRetention(
  summary: CustomerSummary,
  horizon: number,
  options: {
    readonly retention: number;
    readonly period: number;
    readonly discountRate?: number;
  },
): Float64Array {
  const { retention, period, discountRate = 0 } = options;
  requirePositivePeriod(period);
  requireAllAtLeastZero({ retention, discountRate, horizon });
  return carriedForward(summary, period, 1).map(
    (perPeriod) => perPeriod * geometricSum(retention, discountRate, horizon / period),
  );
}

/**
 * Each customer's repeat rate goes on unchanged: x / T × horizon purchases; 0 for customers who
 * never came back. T = 0 as in `formula`, with Σx / ΣT.
 *
 * @param horizon in the time unit of `summary`.
 * @returns n numbers of purchases.
 * @throws ModelError as `formula`
 */
export function repeatRate(summary: CustomerSummary, horizon: number): Float64Array {
  return carriedForward(summary, horizon, 0);
}

/**
 * The status quo: what happened in the last part of calibration happens again.
 *
 * @param recent each customer's purchases, or revenue, in the last `period` of calibration.
 * @param period how long that part was. Best as long as the horizon; a shorter one (because the
 *   history is) is scaled up by horizon / period.
 * @param horizon in the time unit of `period`.
 * @returns n numbers in the unit of `recent`.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE for period or horizon; VALUE_OUT_OF_RANGE for a value
 *   that is not finite, with the row
 */
export function lastWindow(recent: Float64Array, period: number, horizon: number): Float64Array {
  requirePositivePeriod(period);
  requireAtLeastZero("horizon", horizon);
  const row = recent.findIndex((value) => !Number.isFinite(value));
  if (row >= 0) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `recent is not a finite number in row ${row}`, {
      column: "recent",
      row,
      value: recent[row],
    });
  }
  return recent.map((value) => (value * horizon) / period);
}

/** (x + first) / T × horizon; customers with T = 0 get the rate of all customers together. */
function carriedForward(summary: CustomerSummary, horizon: number, first: number): Float64Array {
  requireValid(summary);
  requireAtLeastZero("horizon", horizon);
  const { frequency, T, weight } = summary;
  let purchases = 0;
  let time = 0;
  for (let i = 0; i < T.length; i++) {
    const customers = weight ? weight[i] : 1;
    purchases += customers * (frequency[i] + first);
    time += customers * T[i];
  }
  if (!(time > 0)) {
    throw new ModelError("TOO_LITTLE_DATA", "no customer was observed for any time", {
      customers: T.length,
    });
  }
  return frequency.map((x, i) =>
    T[i] > 0 ? ((x + first) / T[i]) * horizon : (purchases / time) * horizon,
  );
}

/** Σ (r / (1 + d))^k for k = 1 … periods. */
function geometricSum(retention: number, discountRate: number, periods: number): number {
  const q = retention / (1 + discountRate);
  if (retention > 1 || (q === 1 && periods === Number.POSITIVE_INFINITY)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "retention must be at most 1, and below 1 + d", {
      name: "retention",
      value: retention,
    });
  }
  return q === 1 ? periods : (q * (1 - q ** periods)) / (1 - q);
}

function requireAllAtLeastZero(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) requireAtLeastZero(name, value);
}

function requirePositivePeriod(period: number): void {
  if (!(period > 0 && period < Number.POSITIVE_INFINITY)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "period must be positive and finite", {
      name: "period",
      value: period,
    });
  }
}
