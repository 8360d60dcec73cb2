import { discounting, transition } from "@kundenwert/models";
import { horizonsOf } from "../horizon.ts";
import { costKind } from "../money/cost-kinds.ts";
import { type Step, sqlStep } from "../step.ts";
import { readPanel, readPlan, sampleEvery, type TransitionTables } from "./panel-source.ts";
import { readTransitionFit } from "./transition-fit.ts";

/** Rows of costs that are learned from at most: they are means of few states. */
const MOST_ROWS = 40_000;
/** As sql/transition/transition_cost.sql has it: periods of a year at most. */
const MOST_DAYS = 366;
const MOST_PERIODS = 12;

/** Bumped when costs would come out otherwise from the same tables. */
const VERSION = "1";

const EMPTY = `SELECT CAST(0 AS INTEGER) AS horizon_months, CAST(0 AS INTEGER) AS state,
  CAST(0 AS DOUBLE) AS seen, CAST(0 AS DOUBLE) AS cost_per_period, CAST(0 AS DOUBLE) AS cost,
  CAST(0 AS DOUBLE) AS cost_discounted WHERE 1 = 0`;

/** From the costs of customers to what those of each state of the engine will cost. */
export function serviceCostSteps(tables: TransitionTables): Step[] {
  return [costKind, transitionCost, transitionService(tables)];
}

const transitionCost = sqlStep({
  name: "transition_cost",
  file: "transition/transition_cost",
  reads: ["orders", "cost_kind", "transition_customer", "transition_plan"],
  parameters: ({ settings }) => ({ currency: settings.currency }),
  checks: { "a period has its place in a year": "ago < 0 OR ago > 11" },
});

/** A row for each horizon and state; none where no costs are known or there is no engine. */
function transitionService(tables: TransitionTables): Step {
  return {
    name: "transition_service",
    reads: [tables.activity, tables.plan, tables.fit, "transition_cost"],
    text: VERSION,
    inputs: ({ settings }) => ({ discountRate: settings.discountRate }),
    checks: { "discounting never adds": "abs(cost_discounted) > abs(cost) * 1.0000001" },
    async write(context, table, options) {
      const { engine, settings } = context;
      await engine.replaceTable(table, EMPTY);
      const fit = await readTransitionFit(engine, tables.fit);
      if (fit.model === "refused" || fit.fallback) return;
      const plan = await readPlan(engine, tables);
      const [costs] = await engine.rows(
        "SELECT CAST(count(*) AS DOUBLE) AS n FROM transition_cost",
      );
      const every = Math.max(
        await sampleEvery(engine, tables),
        Math.ceil(Number(costs?.n) / MOST_ROWS),
      );
      const columns = (await engine.columns(
        `SELECT place, ago, amount FROM transition_cost
         WHERE mod(place, CAST($every AS INTEGER)) = 0 ORDER BY place, ago`,
        { every },
        options,
      )) as Record<"place" | "ago" | "amount", Float64Array>;
      if (columns.place.length === 0) return;
      const panel = await readPanel(engine, tables, plan, { every }, options);
      const cost = { ...columns, customer: columns.place.map((place) => place / every) };
      const horizons = transition.serviceCosts(fit, panel, cost, {
        periods: Math.min(MOST_PERIODS, Math.floor(MOST_DAYS / plan.periodDays)),
        rate: discounting.continuousRate(settings.discountRate),
      });
      const months = horizonsOf(context);
      for (const [i, horizon] of horizons.entries()) {
        const states = horizon.total.length;
        await engine.append(table, {
          horizon_months: new Float64Array(states).fill(months[i]?.months as number),
          state: Float64Array.from({ length: states }, (_, state) => state),
          seen: horizon.seen,
          cost_per_period: horizon.perPeriod,
          cost: horizon.total,
          cost_discounted: horizon.discounted,
        });
      }
    },
  };
}
