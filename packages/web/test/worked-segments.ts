import type { Told } from "./told-numbers.ts";
import { each, finiteOver, has, num, sum, type Work } from "./worked-rows.ts";

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
