import type { CohortMonth } from "@kundenwert/contract";

/** A cohort, with a value for each month since it came, from 0. */
export type CohortRow = {
  readonly cohort: string;
  readonly customers: number;
  readonly values: readonly number[];
};

export type CohortMeasure = "retention" | "contribution";

/** The triangle: share of active customers, or cumulative contribution a customer. */
export function cohortRows(months: readonly CohortMonth[], measure: CohortMeasure): CohortRow[] {
  return groupsOf(months, ({ cohortMonth }) => cohortMonth).map(([cohort, group]) => {
    const customers = group[0]?.customers ?? 0;
    const values = group.flatMap((each) => {
      if (measure === "retention") return [each.retention];
      return each.cumulativeContribution === null ? [] : [each.cumulativeContribution / customers];
    });
    return { cohort, customers, values };
  });
}

/** All cohorts of a year together: cumulative contribution a customer, beside what they cost. */
export type CohortYear = {
  readonly year: string;
  readonly customers: number;
  /** By month since they came, as far as every cohort of the year has come. */
  readonly values: readonly number[];
  readonly cac: number | null;
  /** First month in which they have brought what they cost; null while they have not. */
  readonly paidBack: number | null;
};

export function cohortYears(months: readonly CohortMonth[]): CohortYear[] {
  return groupsOf(months, ({ cohortMonth }) => cohortMonth.slice(0, 4)).map(([year, group]) => {
    const cohorts = groupsOf(group, ({ cohortMonth }) => cohortMonth).map(([, each]) => each);
    const customers = sum(cohorts.map(([first]) => first?.customers ?? 0));
    const length = Math.min(...cohorts.map((each) => each.length));
    const values = Array.from({ length }, (_, month) => {
      const known = cohorts.map((each) => each[month]?.cumulativeContribution ?? null);
      return known.includes(null) ? Number.NaN : sum(known as number[]) / customers;
    }).filter((value) => !Number.isNaN(value));
    const cac = costOf(cohorts, customers);
    const month = cac === null ? -1 : values.findIndex((value) => value >= cac);
    return { year, customers, values, cac, paidBack: month < 0 ? null : month };
  });
}

/** What a customer of these cohorts cost on average; null where some of them cost nobody knows what. */
function costOf(cohorts: readonly (readonly CohortMonth[])[], customers: number): number | null {
  const costs = cohorts.map(([first]) =>
    first?.cac == null ? Number.NaN : first.cac * first.customers,
  );
  const total = sum(costs);
  return Number.isNaN(total) ? null : total / customers;
}

function groupsOf(
  months: readonly CohortMonth[],
  key: (month: CohortMonth) => string,
): [string, CohortMonth[]][] {
  return [...Map.groupBy(months, key)].toSorted(([a], [b]) => a.localeCompare(b));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
