import type { Told } from "./told-numbers.ts";

/** Rows that follow from what the command line told: what a screen works out from it. */
export type Work = (rows: readonly Told[]) => Told[];

const num = (row: Told | undefined, name: string) => Number(row?.[name] ?? Number.NaN);
const has = (row: Told, ...names: string[]) => names.every((name) => row[name] !== undefined);
const sum = (rows: readonly Told[], name: string) =>
  rows.reduce((total, row) => total + (row[name] === undefined ? 0 : num(row, name)), 0);
const finite = (row: Record<string, number>): Told =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => Number.isFinite(value)));

/** Every row of one kind again, with what is worked from it alone. */
export function each(names: readonly string[], of: (row: Told) => Record<string, number>): Work {
  return (rows) =>
    rows.filter((row) => has(row, ...names)).map((row) => ({ ...row, ...finite(of(row)) }));
}

/** A quotient of two entries of a row, beside them. */
export const quotient = (over: string, under: string): Work =>
  each([over, under], (row) => ({ quotient: num(row, over) / num(row, under) }));

/** One number from all rows that have it. */
export const total =
  (name: string, where: (row: Told) => boolean = () => true): Work =>
  (rows) => [{ total: sum(rows.filter(where), name) }];

/** How many rows have an entry. */
export const countOf =
  (name: string): Work =>
  (rows) => [{ count: rows.filter((row) => has(row, name)).length }];

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

const finiteOver = (row: Told, more: Record<string, number>): Told => ({ ...row, ...finite(more) });

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

/** Segments by period: what one customer is worth, and how far they differ from all and from a year ago. */
export const segmentPeriods: Work = (rows) => {
  const periods = rows.filter((row) =>
    has(row, "period_end", "segment", "customers", "first_seen"),
  );
  const ends = Map.groupBy(periods, (row) => String(row.period_end));
  const rules = new Map(
    rows.filter((row) => has(row, "rule_de")).map((row) => [row.segment, String(row.rule_de)]),
  );
  const yearBefore = (row: Told) => {
    const month = `${Number(String(row.period_end).slice(0, 4)) - 1}${String(row.period_end).slice(4, 7)}`;
    return periods.find(
      (one) => one.segment === row.segment && String(one.period_end).startsWith(month),
    );
  };
  return periods.flatMap((row) => {
    const all = ends.get(String(row.period_end)) ?? [];
    const before = yearBefore(row);
    const own = heads(row);
    const together = heads(
      Object.fromEntries(
        SEGMENT_SUMS.map((name) => [
          name,
          sum(
            all.filter((one) => has(one, name)),
            name,
          ),
        ]),
      ),
    );
    const shown: Record<string, number> = {
      cameAll: num(row, "came") + num(row, "first_seen"),
      bought: num(row, "went_by_time") - num(row, "went"),
      byTime: -num(row, "went_by_time"),
      share: num(row, "customers") / sum(all, "customers"),
      growth: num(row, "customers") / num(before, "customers") - 1,
    };
    for (const [name, value] of Object.entries(own)) shown[`each.${name}`] = value;
    for (const [name, value] of Object.entries(heads(before ?? {}))) shown[`year.${name}`] = value;
    for (const [name, value] of Object.entries(together)) {
      shown[`all.${name}`] = value;
      shown[`than.${name}`] = (own[name] ?? Number.NaN) / value - 1;
    }
    const whole = finiteOver(row, { ...shown, everybody: sum(all, "customers") });
    return [{ ...whole, rule: rules.get(row.segment) ?? "" }];
  });
};

const SEGMENT_SUMS = [
  "customers",
  "customers_before",
  "came",
  "first_seen",
  "stayed",
  "purchases",
  "revenue",
  "revenue_12m",
  "worth",
];

function heads(row: Told): Record<string, number> {
  const customers = num(row, "customers");
  return {
    worth: num(row, "worth") / customers,
    year: num(row, "revenue_12m") / customers,
    revenue: num(row, "revenue") / customers,
    purchases: num(row, "purchases") / customers,
    arrived: (num(row, "came") + num(row, "first_seen")) / customers,
    stayed: num(row, "stayed") / num(row, "customers_before"),
    customers,
  };
}

/** Moves between segments: the change of value, and all who were where a move begins. */
export const moves: Work = (rows) => {
  const all = rows.filter((row) => has(row, "from_segment", "to_segment", "customers", "aged"));
  return all.map((row) =>
    finiteOver(row, {
      change: num(row, "worth_after") - num(row, "worth_before"),
      from: sum(
        all.filter((one) => one.from_segment === row.from_segment),
        "customers",
      ),
    }),
  );
};

/** Moves of the latest period by their marks, and those who changed the segment at all. */
export const movesInAll: Work = (rows) => {
  const moved = rows.filter((row) => has(row, "from_segment", "aged"));
  const last = moved
    .map((row) => String(row.period_end))
    .sort()
    .at(-1);
  const all = moved.filter((row) => row.period_end === last);
  const of = (mark: string) =>
    all.filter(
      (row) => row.mark === mark && row.from_segment !== "" && row.from_segment !== row.to_segment,
    );
  const known = all.filter((row) => row.from_segment !== "");
  const [up, down] = [sum(of("desired"), "customers"), sum(of("undesired"), "customers")];
  return [{ up, down, everybody: sum(all, "customers"), known: sum(known, "customers") }];
};

/** Stocks foreseen against today's. */
export const stocks: Work = each(["today", "expected"], (row) => ({
  difference: num(row, "expected") / num(row, "today") - 1,
}));

/** Transition probabilities of one month against those of another, as both were told. */
export const changesOfTransitions: Work = (rows) => {
  const cells = rows.filter((row) => has(row, "from_segment", "to_segment", "probability"));
  const ways = Map.groupBy(cells, (row) => `${row.from_segment}|${row.to_segment}`);
  return [...ways.values()].flatMap((own) =>
    own.flatMap((now) =>
      own.map((before) => ({
        ...now,
        before: num(before, "probability"),
        points: 100 * (num(now, "probability") - num(before, "probability")),
      })),
    ),
  );
};

/** How many cases the cells of a matrix rest on: those that each segment began with. */
export const casesOfTransitions: Work = (rows) => {
  const cells = rows.filter((row) => has(row, "from_segment", "from_customers"));
  const from = new Map(cells.map((row) => [row.from_segment, num(row, "from_customers")]));
  return [
    { cases: [...from.values()].reduce((all, one) => all + one, 0), n: sum(cells, "customers") },
  ];
};

/** Passives are who neither promotes nor detracts; groups that are compared add up. */
/** How many cases stand in each column of the board. */
export const casesByState: Work = (rows) => {
  const states = rows.map(({ case_state }) => case_state).filter((state) => state !== undefined);
  return [...new Set(states)].map((state) => ({
    cases: states.filter((each) => each === state).length,
    none: 0,
  }));
};

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
