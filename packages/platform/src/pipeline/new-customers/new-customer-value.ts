import { discounting } from "@kundenwert/models";
import type { Column, Engine } from "../../engines/engine.ts";
import { type Fits, readFits } from "../fits.ts";
import { type Horizon, horizonsOf } from "../horizon.ts";
import { PROBABILITY_METHODS, probabilityModels } from "../method.ts";
import type { Step } from "../step.ts";
import type { Valuation } from "../value-steps.ts";
import { type GroupMeans, groupMeans } from "./group-means.ts";

const COLUMNS = `horizon_months INTEGER, source VARCHAR, dimension VARCHAR, member VARCHAR,
  customers DOUBLE, revenue DOUBLE, revenue_low DOUBLE, revenue_high DOUBLE,
  contribution DOUBLE, contribution_low DOUBLE, contribution_high DOUBLE`;

/** Bumped when other values would come of the same cells. */
const VERSION = "1";
/** The 90 % point of the normal: intervals are of 80 %. */
const Z_90 = 1.2816;
/** Fewer customers than this tell nothing of their own: what all are worth holds for them. */
const FEWEST = 30;
const DAYS_A_WEEK = 7;

/** A mean with its 80 % interval; NaN where there are no amounts or costs. */
type Worth = { readonly mean: number; readonly low: number; readonly high: number };
const UNKNOWN: Worth = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };

type NewCustomer = {
  readonly months: number;
  /** observed: what customers brought after they were won; prior: what a model expects of one. */
  readonly source: "observed" | "prior";
  readonly dimension: string;
  readonly member: string;
  readonly customers: number;
  readonly revenue: Worth;
  readonly contribution: Worth;
};

/**
 * What a customer who is won now is worth over each horizon, the first purchase included: as
 * earlier ones brought, by groups that are drawn towards all, and as the model expects of somebody
 * of whom nothing is known yet. Intervals: noise between customers, and the drift of whole years.
 */
export function newCustomerValue({ marginRate, drift }: Valuation): Step {
  return {
    name: "new_customer_value",
    reads: ["new_customer_cell", "fits", "horizon"],
    text: VERSION + COLUMNS,
    inputs: ({ settings }) => ({
      margin_rate: marginRate,
      drift,
      discount_rate: settings.discountRate,
    }),
    checks: { "an interval holds its mean": "revenue_low > revenue OR revenue_high < revenue" },
    async write(context, table) {
      const { engine, settings } = context;
      const rate = discounting.continuousRate(settings.discountRate);
      const fits = await readFits(engine, "fits");
      const rows: NewCustomer[] = [];
      for (const horizon of horizonsOf(context)) {
        rows.push(...(await observed(engine, horizon.months, drift)));
        rows.push(...prior(fits, horizon, { rate, marginRate, drift }));
      }
      await engine.run(`DROP TABLE IF EXISTS ${table}`);
      await engine.run(`CREATE TABLE ${table} (${COLUMNS})`);
      await engine.append(table, toColumns(rows));
    },
  };
}

/** All customers who were won long enough ago, and the groups of them. */
async function observed(engine: Engine, months: number, drift: number): Promise<NewCustomer[]> {
  const cells = await engine.columns(
    `SELECT dimension, member, customers, revenue, revenue_squares, contribution,
       contribution_squares
     FROM new_customer_cell WHERE horizon_months = $months ORDER BY dimension, member`,
    { months },
  );
  const [dimensions, members] = [cells.dimension as string[], cells.member as string[]];
  const column = (name: string) => cells[name] as Float64Array;
  const all = dimensions.indexOf("all");
  if (!((column("customers")[all] ?? 0) >= FEWEST)) return [];
  return [...new Set(dimensions)].flatMap((dimension) => {
    const from = dimensions.indexOf(dimension);
    const until = dimensions.lastIndexOf(dimension) + 1;
    const own = (name: string) => column(name).slice(from, until);
    const count = own("customers");
    const worthOf = (sum: string, squares: string) => {
      const sums = { count, sum: own(sum), sumOfSquares: own(squares) };
      const isKnown = !sums.sum.some(Number.isNaN);
      const means = isKnown ? groupMeans(sums) : undefined;
      return (group: number) => (means ? worth(means, group, drift) : UNKNOWN);
    };
    const revenue = worthOf("revenue", "revenue_squares");
    const contribution = worthOf("contribution", "contribution_squares");
    const groups = Array.from(count, (customers, group) => ({
      months,
      source: "observed" as const,
      dimension,
      member: members[from + group] as string,
      customers,
      revenue: revenue(group),
      contribution: contribution(group),
    }));
    return groups.filter(({ customers }) => customers >= FEWEST);
  });
}

function worth({ mean, variance }: GroupMeans, group: number, drift: number): Worth {
  const value = mean[group] as number;
  // As sql/equity.sql; added up rather than in logarithms, for a contribution may be negative.
  const reach = Z_90 * Math.sqrt((variance[group] as number) + (drift * value) ** 2);
  return { mean: value, low: value - reach, high: value + reach };
}

type PriorFacts = {
  readonly rate: number;
  readonly marginRate: number | null;
  readonly drift: number;
};

/** A first purchase and those that the model expects after it, each at the mean of all. */
function prior(fits: Fits, horizon: Horizon, { rate, marginRate, drift }: PriorFacts) {
  const method = PROBABILITY_METHODS.findLast((one) => fits.models[one]);
  const fit = method && fits.models[method];
  if (!method || !fit || !fits.spend) return [];
  const nobody = Float64Array.of(0);
  const summary = { frequency: nobody, recency: nobody, T: nobody };
  // Weeks of the horizon one after the other, each discounted from its middle.
  const weeks = Math.ceil(horizon.days / DAYS_A_WEEK);
  let purchases = 1;
  let before = 0;
  for (let week = 1; week <= weeks; week++) {
    const end = Math.min(week * DAYS_A_WEEK, horizon.days);
    const [by = 0] = probabilityModels[method].expectedPurchases(
      fit.params as never,
      summary,
      end / DAYS_A_WEEK,
    );
    purchases += (by - before) * Math.exp((-rate * (end + (week - 1) * DAYS_A_WEEK)) / 2);
    before = by;
  }
  const mean = purchases * fits.spend.mean;
  const none = { mean: Float64Array.of(mean), variance: Float64Array.of(0) };
  const revenue = worth(none, 0, drift);
  const share = (value: number) => (marginRate === null ? Number.NaN : value * marginRate);
  const [low, high] = [share(revenue.low), share(revenue.high)].sort((one, other) => one - other);
  return [
    {
      months: horizon.months,
      source: "prior" as const,
      dimension: "all",
      member: "all",
      customers: fit.customers,
      revenue,
      contribution: { mean: share(mean), low: low ?? Number.NaN, high: high ?? Number.NaN },
    },
  ];
}

function toColumns(rows: readonly NewCustomer[]): Record<string, Column> {
  const number = (pick: (row: NewCustomer) => number) => Float64Array.from(rows, pick);
  return {
    horizon_months: number(({ months }) => months),
    source: rows.map(({ source }) => source),
    dimension: rows.map(({ dimension }) => dimension),
    member: rows.map(({ member }) => member),
    customers: number(({ customers }) => customers),
    revenue: number(({ revenue }) => revenue.mean),
    revenue_low: number(({ revenue }) => revenue.low),
    revenue_high: number(({ revenue }) => revenue.high),
    contribution: number(({ contribution }) => contribution.mean),
    contribution_low: number(({ contribution }) => contribution.low),
    contribution_high: number(({ contribution }) => contribution.high),
  };
}
