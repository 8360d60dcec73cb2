/**
 * Observed lifetimes: how long customers have been seen, and whether they left or are still here.
 * Whoever is still here is right-censored: their lifetime is at least what was seen so far.
 */
import { requireColumns } from "./customer-summary.ts";
import { ModelError } from "./errors.ts";

/** One row per customer, or per `weight` customers alike. */
export type Lifetimes = {
  /** Time seen, from the start to leaving or to the end of observation. */
  readonly duration: Float64Array;
  /** 1 for customers who left at `duration`, 0 for those still here then. */
  readonly lost: Float64Array;
  /** How many customers the row stands for; 1 if absent. */
  readonly weight?: Float64Array;
};

/** Customers of one start still active after 0, 1, 2, … renewals; the first is all of them. */
export type Cohort = readonly number[] | Float64Array;

/** Discrete lifetimes: one cohort, several at once (also of different age), or customers. */
export type RetentionData = Cohort | readonly Cohort[] | Lifetimes;

/** Renewals t = 1, 2, …, counted over all cohorts; position 0 is empty. */
export type Renewals = {
  /** Customers who left at renewal t. */
  readonly lost: Float64Array;
  /** Customers who renewed for the t-th time. */
  readonly stayed: Float64Array;
  readonly customers: number;
};

/** A longer history in periods is a wrong unit. */
const MOST_PERIODS = 1_000_000;

/**
 * Renewals of cohorts or customers. A customer's `duration` counts renewal dates reached: lost at
 * 1 means never renewed; still here at 0 means no date has come yet.
 *
 * @throws ModelError VALUE_OUT_OF_RANGE for a cohort that grows or is negative (with cohort and
 *   period), durations that are not whole or above a million, lost before the first date (with
 *   the row); COLUMN_LENGTHS_DIFFER
 */
export function countRenewals(data: RetentionData): Renewals {
  if ("duration" in data) return renewalsOfCustomers(data);
  if (isCohort(data)) return renewalsOfCohorts([data]);
  return renewalsOfCohorts(data);
}

/** @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE with the row */
export function requireLifetimes(data: Lifetimes): void {
  requireColumns({ ...data }, data.duration.length);
  const row = data.lost.findIndex((flag) => flag !== 0 && flag !== 1);
  if (row >= 0) refuseRow("lost must be 0 or 1", data.lost, row);
}

function isCohort(data: Cohort | readonly Cohort[]): data is Cohort {
  return data instanceof Float64Array || typeof data[0] === "number";
}

function renewalsOfCohorts(cohorts: readonly Cohort[]): Renewals {
  const length = cohorts.reduce((longest, cohort) => Math.max(longest, cohort.length), 0);
  const lost = new Float64Array(length);
  const stayed = new Float64Array(length);
  let customers = 0;
  cohorts.forEach((active, cohort) => {
    customers += active[0] ?? 0;
    active.forEach((count, period) => {
      const before = period === 0 ? Number.MAX_VALUE : active[period - 1];
      if (!(count >= 0 && count <= before)) {
        throw new ModelError("VALUE_OUT_OF_RANGE", "active customers must be 0 or more, not grow", {
          cohort,
          period,
          value: count,
        });
      }
      if (period === 0) return;
      lost[period] += before - count;
      stayed[period] += count;
    });
  });
  return { lost, stayed, customers };
}

function renewalsOfCustomers(data: Lifetimes): Renewals {
  requireLifetimes(data);
  const { duration, lost: hasLeft, weight } = data;
  const row = duration.findIndex(
    (t, i) => !Number.isInteger(t) || t > MOST_PERIODS || t < hasLeft[i],
  );
  if (row >= 0) refuseRow("duration must be whole, at least 1 if lost", duration, row);
  const length = 1 + duration.reduce((longest, t) => Math.max(longest, t), 0);
  const lost = new Float64Array(length);
  const stayed = new Float64Array(length);
  let customers = 0;
  duration.forEach((t, i) => {
    const count = weight ? weight[i] : 1;
    customers += count;
    if (hasLeft[i] === 1) lost[t] += count;
    // Whoever reached date t has renewed at all dates before it, and at t unless lost then.
    stayed[t - hasLeft[i]] += count;
  });
  for (let t = length - 2; t >= 0; t--) stayed[t] += stayed[t + 1];
  stayed[0] = 0;
  return { lost, stayed, customers };
}

function refuseRow(problem: string, column: Float64Array, row: number): never {
  throw new ModelError("VALUE_OUT_OF_RANGE", `${problem}, in row ${row}`, {
    row,
    value: column[row],
  });
}
