import {
  type Columns,
  type Engine,
  identifier,
  type StatementOptions,
} from "../../engines/engine.ts";
import { toDay } from "../calendar.ts";
import type { Feature } from "./feature.ts";
import type { GainSample } from "./feature-gain.ts";

/** Months that a gain is measured over. */
export const OUTCOME_MONTHS = 3;
/** An even sample of so many customers is judged. */
const MOST_CUSTOMERS = 20_000;

type Sample = { readonly columns: Columns; readonly outcome: Float64Array };

/** An even sample of the customers known at `origin`, with what they bought in the months to `end`. */
export async function readSample(
  engine: Engine,
  features: readonly Feature[],
  origin: Date,
  end: Date,
  options: StatementOptions,
): Promise<Sample> {
  const columns = features.map(({ name }) => `earlier.${identifier(name)} AS ${name}`);
  const { outcome, ...found } = await engine.columns(
    `SELECT ${columns.join(", ")}, later.purchases_${OUTCOME_MONTHS}m AS outcome
     FROM (
       SELECT customer_id, row_number() OVER (ORDER BY customer_id) AS place, count(*) OVER () AS customers
       FROM snapshot WHERE period_end = $origin
     ) AS numbered
     JOIN snapshot AS earlier
       ON numbered.customer_id = earlier.customer_id AND earlier.period_end = $origin
     JOIN snapshot AS later
       ON numbered.customer_id = later.customer_id AND later.period_end = $end
     WHERE mod(place, CAST(ceil(CAST(customers AS DOUBLE) / $most) AS BIGINT)) = 0
     ORDER BY place`,
    { origin, end, most: MOST_CUSTOMERS },
    options,
  );
  return { columns: found, outcome: outcome as Float64Array };
}

const DAYS_A_MONTH = 365.25 / 12;
/** The mean pace of all stands for so many months beside a customer's own. */
const PRIOR_MONTHS = 3;

/**
 * The customers known at `origin`, the recent pace of each, and what they bought in the months to
 * `end`.
 */
export async function readGainSample(
  engine: Engine,
  features: readonly Feature[],
  origin: Date,
  end: Date,
  options: StatementOptions,
): Promise<GainSample> {
  const { columns, outcome } = await readSample(engine, features, origin, end, options);
  const bought = columns.purchases_12m as Float64Array;
  const age = columns.days_since_first_purchase as Float64Array;
  const months = age.map((days) =>
    days > 0 ? Math.min(Math.max(days / DAYS_A_MONTH, 1), 12) : 12,
  );
  const all = months.reduce((sum, one) => sum + one, 0);
  const mean = bought.reduce((sum, one) => sum + one, 1) / all;
  return {
    pace: bought.map((n, i) => (n + PRIOR_MONTHS * mean) / ((months[i] as number) + PRIOR_MONTHS)),
    outcome,
    features: relativeToEnd(columns, features, origin),
  };
}

/** A date counts by how long ago it is: calendar days never come again. */
function relativeToEnd(columns: Columns, features: readonly Feature[], origin: Date): Columns {
  return Object.fromEntries(
    features.map(({ name, type }) => {
      const column = columns[name] as Columns[string];
      return [
        name,
        type === "date" && column instanceof Float64Array
          ? column.map((day) => toDay(origin) - day)
          : column,
      ];
    }),
  );
}
