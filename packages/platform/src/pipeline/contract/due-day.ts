import { discounting } from "@kundenwert/models";
import { daysBetween } from "../calendar.ts";

/**
 * What money due monthly after `asOf` is worth on that day: the factor of each of the next `months`
 * days due, on their true days.
 *
 * @param dueDay the day of the month that a month is due on; the last one of a shorter month
 * @param rate continuous, a day
 */
export function dueFactors(asOf: Date, dueDay: number, months: number, rate: number): Float64Array {
  const year = asOf.getUTCFullYear();
  const month = asOf.getUTCMonth();
  const first = dayIn(year, month, dueDay) > asOf ? month : month + 1;
  return Float64Array.from({ length: months }, (_, i) =>
    Math.exp(-rate * daysBetween(asOf, dayIn(year, first + i, dueDay))),
  );
}

/** The same without days: factors for every day of the month, as they are asked for. */
export function factorsByDueDay(
  asOf: Date,
  months: number,
  annualRate: number,
): (dueDay: number) => Float64Array {
  const rate = discounting.continuousRate(annualRate);
  const known = new Map<number, Float64Array>();
  return (dueDay) => {
    const factors = known.get(dueDay) ?? dueFactors(asOf, dueDay, months, rate);
    known.set(dueDay, factors);
    return factors;
  };
}

function dayIn(year: number, month: number, day: number): Date {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last)));
}
