import { type CustomerSummary, requireValid } from "./customer-summary.ts";
import { type DistinctCustomers, distinctCustomers, thinOut } from "./distinct-customers.ts";
import { ModelError } from "./errors.ts";
import { logRising } from "./numeric/gamma-differences.ts";
import { logAddExp } from "./numeric/logarithms.ts";

/** All positive. */
export type BetaBetaParams = {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly delta: number;
};

/** Customers with equal x and n: their log-likelihoods share the sum over times of leaving. */
type Group = {
  readonly x: number;
  readonly n: number;
  /** Distinct t_x, falling, and the row of each. */
  readonly recencies: readonly number[];
  readonly rows: readonly number[];
};

/** Distinct customers, arranged for the likelihood. */
export type BetaBetaData = {
  readonly customers: DistinctCustomers;
  readonly groups: readonly Group[];
  readonly mostOpportunities: number;
};

/** By row: ln L, and the part of it in which the customer is active through opportunity n. */
export type RowLogLikelihoods = {
  readonly total: Float64Array;
  readonly active: Float64Array;
};

/** More opportunities than this are a wrong unit. */
const MOST_OPPORTUNITIES = 100_000;

/**
 * Checks a summary of opportunities and merges equal rows.
 *
 * @throws ModelError those of `requireValid`; VALUE_OUT_OF_RANGE for recency or T that is not
 *   whole, more purchases than opportunities up to the last one, or more than 100,000
 *   opportunities, each with the row
 */
export function betaBetaData(summary: CustomerSummary): BetaBetaData {
  requireValid(summary);
  const { frequency, recency, T } = summary;
  refuse("recency must be whole", recency, (tx) => tx % 1 !== 0);
  refuse("T must be whole, at most 100,000", T, (n) => n % 1 !== 0 || n > MOST_OPPORTUNITIES);
  refuse("frequency exceeds recency", frequency, (x, row) => x > recency[row]);
  return arrange(distinctCustomers(summary));
}

/** Some of the rows, at most about `rows`, for a cheap first search. */
export function thinOutBetaBeta({ customers }: BetaBetaData, rows: number): BetaBetaData {
  return arrange(thinOut(customers, rows));
}

function arrange(customers: DistinctCustomers): BetaBetaData {
  return {
    customers,
    groups: groupsOf(customers),
    mostOpportunities: customers.ages.reduce((most, n) => Math.max(most, n), 0),
  };
}

function groupsOf(customers: DistinctCustomers): readonly Group[] {
  const { frequencies, recencies, ages, frequencyIndex, recencyIndex, ageIndex } = customers;
  const rows = Array.from(customers.weight.keys());
  const byGroup = Map.groupBy(rows, (i) => frequencyIndex[i] * ages.length + ageIndex[i]);
  return Array.from(byGroup.values(), (members) => {
    const recencyOf = (i: number) => recencies[recencyIndex[i]];
    const sorted = members.sort((i, j) => recencyOf(j) - recencyOf(i));
    return {
      x: frequencies[frequencyIndex[members[0]]],
      n: ages[ageIndex[members[0]]],
      recencies: sorted.map(recencyOf),
      rows: sorted,
    };
  });
}

/**
 * ln L of each distinct row; Fader, Hardie & Shang (2010), as rising factorials:
 * B(α + x, β + m − x) / B(α, β) = (α)ₓ (β)ₘ₋ₓ / (α + β)ₘ, and so on.
 */
export function betaBetaRows(params: BetaBetaParams, data: BetaBetaData): RowLogLikelihoods {
  const { alpha, beta, gamma, delta } = params;
  const most = data.mostOpportunities;
  const table = (base: number, length: number) =>
    Float64Array.from({ length }, (_, m) => logRising(base, m));
  const bought = table(alpha, most + 1);
  const passed = table(beta, most + 1);
  const faced = table(alpha + beta, most + 1);
  const stayed = table(delta, most + 1);
  const risked = table(gamma + delta, most + 2);
  const total = new Float64Array(data.customers.rows);
  const active = new Float64Array(data.customers.rows);
  for (const { x, n, recencies, rows } of data.groups) {
    const throughout = passed[n - x] - faced[n] + stayed[n] - risked[n];
    let left = Number.NEGATIVE_INFINITY;
    let m = n;
    recencies.forEach((tx, k) => {
      // Left right after opportunity m, which is at or after the last purchase.
      while (m > tx) {
        m--;
        const leaving = Math.log(gamma) + stayed[m] - risked[m + 1];
        left = logAddExp(left, passed[m - x] - faced[m] + leaving);
      }
      active[rows[k]] = bought[x] + throughout;
      total[rows[k]] = bought[x] + logAddExp(throughout, left);
    });
  }
  return { total, active };
}

function refuse(
  problem: string,
  column: Float64Array,
  isWrong: (value: number, row: number) => boolean,
): void {
  const row = column.findIndex(isWrong);
  if (row >= 0) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `${problem}, in row ${row}`, {
      row,
      value: column[row],
    });
  }
}
