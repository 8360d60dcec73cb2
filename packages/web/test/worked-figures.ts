import type { Told } from "./told-numbers.ts";
import { each, finite, finiteOver, has, num, sum, type Work } from "./worked-rows.ts";

/** A figure against the period before, and against the same one a year ago. */
export const figureChanges: Work = (rows) => {
  const key = (row: Told, start: string) => `${row.figure}|${row.member}|${start}`;
  const figures = rows.filter((row) => has(row, "figure", "period_start", "value"));
  const at = new Map(figures.map((row) => [key(row, String(row.period_start)), row]));
  return figures.flatMap((to) => {
    const [year, month, day] = String(to.period_start).split("-").map(Number) as [
      number,
      number,
      number,
    ];
    const shifted = (months: number) =>
      new Date(Date.UTC(year, month - 1 - months, day)).toISOString().slice(0, 10);
    return [1, 3, 12].flatMap((months) => {
      const from = at.get(key(to, shifted(months)));
      if (!from) return [];
      const difference = num(to, "value") - num(from, "value");
      const relative = difference / num(from, "value");
      return [
        finiteOver(to, {
          from: num(from, "value"),
          difference,
          points: 100 * difference,
          relative,
        }),
      ];
    });
  });
};

/** Per customer, per purchase and in all, as the card of the equity shows it. */
export const equityCard: Work = each(
  ["horizonMonths", "customers", "revenueDiscounted"],
  (row) => ({
    perCustomer: num(row, "revenueDiscounted") / num(row, "customers"),
    contributionEach: num(row, "contributionDiscounted") / num(row, "customers"),
    purchasesEach: num(row, "expectedPurchases") / num(row, "customers"),
    total: num(row, "revenueHistoric") + num(row, "revenueDiscounted"),
    contributionTotal: num(row, "contributionHistoric") + num(row, "contributionDiscounted"),
  }),
);

/** The last three months of the bridge as one. */
export const bridgeOfThree: Work = (rows) => {
  const span = rows.filter((row) => has(row, "opening", "closing", "new_customers")).slice(-3);
  const names = Object.keys(span[0] ?? {}).filter((name) => typeof span[0]?.[name] === "number");
  const moved = names.map((name) => ({ amount: sum(span, name), n: sum(span, `${name}_n`) }));
  const opening = num(span[0], "opening");
  return [...moved, { opening, difference: num(span.at(-1), "closing") - opening }];
};

/** Customers in all and per customer of the years of coming, and the older half against the newer. */
export const cohortYears: Work = (rows) => {
  const months = rows.filter((row) => has(row, "cohort_month", "month_since"));
  const cohorts = [...Map.groupBy(months, (row) => String(row.cohort_month)).values()];
  const old = cohorts.filter((own) => own.length > 3);
  const half = Math.floor(old.length / 2);
  const mean = (own: readonly Told[][]) => {
    const third = own.map((cohort) => cohort[3] as Told);
    return third.reduce((all, row) => all + num(row, "active"), 0) / sum(third, "customers");
  };
  const years = Map.groupBy(cohorts, (own) => String(own[0]?.cohort_month).slice(0, 4));
  const worked = [...years.values()].flatMap((own) => {
    const first = own.map((cohort) => cohort[0] as Told);
    const customers = sum(first, "customers");
    const cac =
      first.reduce((all, row) => all + num(row, "cac") * num(row, "customers"), 0) / customers;
    const length = Math.min(...own.map((cohort) => cohort.length));
    return Array.from({ length }, (_, month) => {
      const brought = sum(
        own.map((cohort) => cohort[month] as Told),
        "cumulative_contribution",
      );
      return finite({ month, customers, cac, brought: brought / customers });
    });
  });
  const counted = {
    half,
    customers: cohorts.reduce((all, own) => all + num(own[0], "customers"), 0),
  };
  return [...worked, counted, { older: mean(old.slice(0, half)), newer: mean(old.slice(-half)) }];
};

/** How many cases stand in each column of the board. */
export const casesByState: Work = (rows) => {
  const states = rows.map(({ case_state }) => case_state).filter((state) => state !== undefined);
  return [...new Set(states)].map((state) => ({
    cases: states.filter((each) => each === state).length,
    none: 0,
  }));
};

/** Passives are who neither promotes nor detracts; groups that are compared add up. */
export const answers: Work = (rows) => {
  const of = (figure: string) => rows.filter((row) => row.figure === figure);
  const passives = of("promoter_share").map((row, at) => ({
    ...row,
    detractors: num(of("detractor_share")[at], "value"),
    passives: 1 - num(row, "value") - num(of("detractor_share")[at], "value"),
    nps: num(of("nps")[at], "value"),
    low: num(of("nps")[at], "low"),
    high: num(of("nps")[at], "high"),
  }));
  const compared = rows.filter((row) => has(row, "comparison", "n"));
  const groups = Map.groupBy(compared, (row) => `${row.comparison}|${row.basis}`);
  return [...passives, ...[...groups.values()].map((own) => ({ n: sum(own, "n"), level: 0.95 }))];
};

/** The MRR of each period with all that moved it; of the last twelve, what came and what went. */
export const mrrPeriods: Work = (rows) => {
  const own = rows.filter((row) => String(row.figure).startsWith("mrr") && row.member === "all");
  const periods = [...Map.groupBy(own, (row) => String(row.period_start)).values()];
  const worked = periods
    .map((figures) => Object.fromEntries(figures.map((row) => [row.figure, num(row, "value")])))
    .filter((period) => period.mrr !== undefined);
  const shown = worked.slice(-12);
  const of = (...names: string[]) =>
    names.reduce(
      (all, name) =>
        all +
        sum(
          shown.map((period) => ({ [name]: 0, ...period })),
          name,
        ),
      0,
    );
  return [
    ...worked,
    {
      periods: shown.length,
      came: of("mrr_new", "mrr_expansion", "mrr_reactivation"),
      went: -of("mrr_churn", "mrr_contraction"),
    },
  ];
};
