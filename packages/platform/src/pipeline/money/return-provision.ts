import type { Engine } from "../../engines/engine.ts";
import { addDays, toDay } from "../calendar.ts";
import type { RunContext, Step } from "../step.ts";
import {
  type Cohort,
  intervalOf,
  learnReturns,
  type Outstanding,
  outstandingReturns,
  type ReturnPattern,
} from "./return-development.ts";

/** A category with fewer lines sent back is foreseen by the returns of all categories. */
const FEWEST_RETURNS = 30;
/** Bumped when the same triangle would give other figures. */
const VERSION = "1";

const SHAPE = `SELECT CAST('' AS VARCHAR) AS dimension, CAST('' AS VARCHAR) AS member,
    CAST('' AS VARCHAR) AS period_kind, CAST($as_of AS DATE) AS period_start,
    CAST(0 AS DOUBLE) AS purchased, CAST(0 AS DOUBLE) AS returned, CAST(0 AS DOUBLE) AS provision,
    CAST(0 AS DOUBLE) AS low, CAST(0 AS DOUBLE) AS high, CAST(0 AS DOUBLE) AS lines
  WHERE 1 = 0`;

type Category = { readonly member: string; readonly cohorts: Cohort[]; returns: number };
type Period = {
  readonly kind: string;
  readonly start: string;
  readonly firstMonth: number;
  readonly lastMonth: number;
};
/** Categories foreseen by the same shares. */
type Group = { readonly categories: readonly Category[]; readonly pattern: ReturnPattern };
type Provision = Outstanding & {
  readonly dimension: string;
  readonly member: string;
  readonly period: Period;
  readonly purchased: number;
  readonly returned: number;
  readonly lines: number;
};

/**
 * The table `return_provision`: what is still to come back of each period's purchases, for all and
 * by category, with an 80 % interval. Empty where nothing ever came back.
 */
export const returnProvision: Step = {
  name: "return_provision",
  reads: ["return_triangle", "figure_period"],
  text: VERSION + SHAPE,
  checks: {
    "the interval holds the provision":
      "low > provision + 0.0001 OR high < provision - 0.0001 OR provision < 0",
  },
  inputs: ({ asOf }) => ({ as_of: toDay(asOf) }),
  async write(context, table) {
    const { engine, asOf } = context;
    await engine.replaceTable(table, SHAPE, { as_of: asOf });
    const categories = await readTriangle(engine);
    if (categories.every(({ returns }) => returns === 0)) return;
    const made = provisions(categories, await readPeriods(engine), lastMonthOver(context));
    await append(engine, table, made);
  },
};

/** The last month whose returns are all in, in months since January 1970. */
function lastMonthOver({ asOf }: RunContext): number {
  const next = addDays(asOf, 1);
  return (next.getUTCFullYear() - 1970) * 12 + next.getUTCMonth() - 1;
}

function provisions(
  categories: readonly Category[],
  periods: readonly Period[],
  lastMonth: number,
): Provision[] {
  const groups = groupsOf(categories, lastMonth);
  const all = periods.map((period) => {
    const parts = groups.map(({ categories: members, pattern }) => {
      const cohorts = members.flatMap((one) => within(one, period));
      return { cohorts, ...outstandingReturns(cohorts, pattern, lastMonth) };
    });
    // The doubts of groups about their shares have nothing to do with each other.
    const outstanding = { expected: sum(parts, "expected"), variance: sum(parts, "variance") };
    const cohorts = parts.flatMap((part) => part.cohorts);
    return { dimension: "all", member: "all", period, ...totals(cohorts), ...outstanding };
  });
  if (categories.length < 2) return all.filter(({ purchased }) => purchased > 0);
  const cut = groups.flatMap(({ categories: members, pattern }) =>
    members.flatMap((category) =>
      periods.map((period) => {
        const cohorts = within(category, period);
        const outstanding = outstandingReturns(cohorts, pattern, lastMonth);
        const place = { dimension: "category", member: category.member, period };
        return { ...place, ...totals(cohorts), ...outstanding };
      }),
    ),
  );
  return [...all, ...cut].filter(({ purchased }) => purchased > 0);
}

/** Each category by its own returns if it has enough of them; the others together by those of all. */
function groupsOf(categories: readonly Category[], lastMonth: number): Group[] {
  const isOwn = ({ returns }: Category) => returns >= FEWEST_RETURNS;
  const own = categories.filter(isOwn).map((category) => ({
    categories: [category],
    pattern: learnReturns(category.cohorts, lastMonth),
  }));
  const rest = categories.filter((category) => !isOwn(category));
  if (rest.length === 0) return own;
  return [...own, { categories: rest, pattern: learnReturns(together(categories), lastMonth) }];
}

/** One cohort a month: what varies between categories is no noise of their sum. */
function together(categories: readonly Category[]): Cohort[] {
  const byMonth = Map.groupBy(
    categories.flatMap(({ cohorts }) => cohorts),
    ({ month }) => month,
  );
  return [...byMonth].map(([month, cohorts]) => {
    const ages = Math.max(...cohorts.map(({ returned }) => returned.length));
    return {
      month,
      purchased: sum(cohorts, "purchased"),
      lines: sum(cohorts, "lines"),
      returned: Array.from({ length: ages }, (_, age) =>
        cohorts.reduce((total, { returned }) => total + (returned[age] ?? 0), 0),
      ),
    };
  });
}

function within({ cohorts }: Category, { firstMonth, lastMonth }: Period): Cohort[] {
  return cohorts.filter(({ month }) => firstMonth <= month && month <= lastMonth);
}

function totals(cohorts: readonly Cohort[]) {
  const returned = cohorts.reduce(
    (total, one) => total + one.returned.reduce((sumOf, amount) => sumOf + amount, 0),
    0,
  );
  return { purchased: sum(cohorts, "purchased"), returned, lines: sum(cohorts, "lines") };
}

function sum<K extends string>(rows: readonly Readonly<Record<K, number>>[], name: K): number {
  return rows.reduce((total, row) => total + row[name], 0);
}

async function readTriangle(engine: Engine): Promise<Category[]> {
  const rows = await engine.rows(
    "SELECT category, month, age, amount, lines FROM return_triangle ORDER BY category, month, age",
  );
  const categories = new Map<string, Category>();
  for (const row of rows) {
    const member = String(row.category);
    const category = categories.get(member) ?? { member, cohorts: [], returns: 0 };
    categories.set(member, category);
    const [month, age, amount, lines] = [row.month, row.age, row.amount, row.lines].map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const last = category.cohorts.at(-1);
    if (age < 0) category.cohorts.push({ month, purchased: amount, lines, returned: [] });
    else if (last?.month === month) {
      const returned = last.returned as number[];
      while (returned.length < age) returned.push(0);
      returned[age] = amount;
      category.returns += lines;
    }
  }
  return [...categories.values()];
}

async function readPeriods(engine: Engine): Promise<Period[]> {
  const rows = await engine.rows(
    `SELECT period_kind, CAST(period_start AS VARCHAR) AS period_start, first_month, last_month
     FROM figure_period WHERE period_kind <> 'week' ORDER BY period_kind, period_start`,
  );
  return rows.map((row) => ({
    kind: String(row.period_kind),
    start: String(row.period_start),
    firstMonth: Number(row.first_month),
    lastMonth: Number(row.last_month),
  }));
}

async function append(engine: Engine, table: string, made: readonly Provision[]): Promise<void> {
  const numbers = (of: (one: Provision) => number) => Float64Array.from(made, of);
  await engine.append(table, {
    dimension: made.map(({ dimension }) => dimension),
    member: made.map(({ member }) => member),
    period_kind: made.map(({ period }) => period.kind),
    period_start: numbers(({ period }) => toDay(new Date(period.start))),
    purchased: numbers(({ purchased }) => purchased),
    returned: numbers(({ returned }) => returned),
    provision: numbers(({ expected }) => expected),
    low: numbers((one) => intervalOf(one)[0]),
    high: numbers((one) => intervalOf(one)[1]),
    lines: numbers(({ lines }) => lines),
  });
}
