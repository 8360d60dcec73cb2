/**
 * Discounting on the real calendar. A rate is annual and effective: 0.1 means that 110 a year
 * from now are worth 100 today. A year has 365.2425 days, the mean of the Gregorian calendar, so
 * the factor depends on the days between two dates and on nothing else. Days count from
 * 1970-01-01 (`dayNumber`) and may have a fraction.
 */
import { monthlySchedule } from "./calendar.ts";
import { ModelError } from "./errors.ts";

/** The mean length of a Gregorian year, in days. */
export const daysPerYear = 365.2425;

/** An amount of money on a day. */
export type CashFlow = { readonly day: number; readonly amount: number };

/**
 * The continuous rate per day that equals an annual rate: ln(1 + annual) / 365.2425. It is the
 * δ of a model whose time unit is the day; × 7 for weeks.
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE for a rate of −1 or less, or not finite
 */
export function continuousRate(annualRate: number): number {
  if (!(annualRate > -1 && annualRate < Number.POSITIVE_INFINITY)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "annualRate must be finite and above -1", {
      name: "annualRate",
      value: annualRate,
    });
  }
  return Math.log1p(annualRate) / daysPerYear;
}

/**
 * The effective annual rate that equals a continuous rate per day; undoes `continuousRate`.
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE for a rate that is not finite
 */
export function annualRate(ratePerDay: number): number {
  requireFinite("ratePerDay", ratePerDay);
  return Math.expm1(ratePerDay * daysPerYear);
}

/**
 * What one unit of money on day `to` is worth on day `from`: (1 + rate)^(−days / 365.2425);
 * above 1 where `to` comes first.
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE
 */
export function discountFactor(annualRate: number, from: number, to: number): number {
  requireFinite("from", from);
  requireFinite("to", to);
  return Math.exp(-continuousRate(annualRate) * (to - from));
}

/**
 * The value on day `asOf` of dated cash flows. Flows before that day gain interest.
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE, with the position of the flow in `details`
 */
export function presentValue(
  cashFlows: readonly CashFlow[],
  annualRate: number,
  asOf: number,
): number {
  const rate = continuousRate(annualRate);
  requireFinite("asOf", asOf);
  return cashFlows.reduce((sum, { day, amount }, row) => {
    requireFinite("day", day, row);
    requireFinite("amount", amount, row);
    return sum + amount * Math.exp(-rate * (day - asOf));
  }, 0);
}

/**
 * Discount factors for what comes in evenly over each calendar month of a horizon: the
 * half-month convention, which places a month's money in the middle of the month. For a flow
 * that is even within the month it is exact to (rate / 12)² / 24, 3e-6 at 10 % a year.
 *
 * @param start a whole day, usually the end of calibration; the value is as of this day.
 * @param months length of the horizon.
 * @returns `months` factors; the sum of factor × expected money is the present value.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE
 */
export function monthlyDiscountFactors(
  annualRate: number,
  start: number,
  months: number,
): Float64Array {
  const rate = continuousRate(annualRate);
  return Float64Array.from(monthlySchedule(start, months), ({ from, to }) =>
    Math.exp(-rate * ((from + to) / 2 - start)),
  );
}

function requireFinite(name: string, value: number, row?: number): void {
  if (!Number.isFinite(value)) {
    const details = row === undefined ? { name, value } : { name, value, row };
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", `${name} must be a finite number`, details);
  }
}
