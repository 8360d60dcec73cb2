import { addMonths, dayNumber, isoDate } from "./days.ts";
import { DemoError } from "./demo-error.ts";

/** What to simulate. The same options always give the same shop, byte for byte. */
export type DemoOptions = {
  /** Customers won in all, 1 to 9,999,999. */
  readonly customers: number;
  /** Length of the history in months, 1 to 240; 36 if left out. */
  readonly months?: number | undefined;
  /** Last day of the history, YYYY-MM-DD; 2026-10-31 if left out. */
  readonly endDate?: string | undefined;
  /** 0 to 4,294,967,295; 1 if left out. */
  readonly seed?: number | undefined;
};

/** Options with nothing left out, and the first and last day of the history as day numbers. */
export type Scope = {
  readonly customers: number;
  readonly months: number;
  readonly seed: number;
  readonly startDay: number;
  readonly endDay: number;
};

/**
 * @returns the options with their defaults, checked.
 * @throws DemoError DEMO_OPTION_INVALID; `details` names the option, its value and what it may be
 */
export function scopeOf(options: DemoOptions): Scope {
  const { customers, months = 36, endDate = "2026-10-31", seed = 1 } = options;
  requireWhole("customers", customers, 1, 9_999_999);
  requireWhole("months", months, 1, 240);
  requireWhole("seed", seed, 0, 0xffff_ffff);
  const endDay = dayNumber(endDate);
  if (!Number.isInteger(endDay) || isoDate(endDay) !== endDate) {
    refuse("endDate", endDate, "a date written YYYY-MM-DD");
  }
  const startDay = addMonths(endDay + 1, -months);
  return { customers, months, seed, startDay, endDay };
}

function requireWhole(option: string, value: number, low: number, high: number): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  refuse(option, value, `a whole number from ${low} to ${high}`);
}

function refuse(option: string, value: unknown, expected: string): never {
  throw new DemoError("DEMO_OPTION_INVALID", `${option} is ${value}; it must be ${expected}`, {
    option,
    value,
    expected,
  });
}
