import { setImmediate } from "node:timers/promises";
import { discounting, transition } from "@kundenwert/models";
import type { Engine } from "../../engines/engine.ts";
import { stopIfCancelled } from "../../engines/engine-error.ts";
import type { RunContext, Step } from "../step.ts";
import {
  type Choice,
  readPanel,
  readPlan,
  sampleEvery,
  type TransitionPlan,
  type TransitionTables,
} from "./panel-source.ts";
import { scoreEverybody } from "./score-in-engine.ts";
import { readTransitionFit, type TransitionHorizon } from "./transition-fit.ts";

/** Customers that are scored at once: their histories fit into memory whatever their length. */
const CHUNK_SLOTS = 2_000_000;

const EMPTY = `SELECT CAST(0 AS INTEGER) AS place, CAST(0 AS INTEGER) AS horizon_months,
  CAST(0 AS DOUBLE) AS base_purchases, CAST(0 AS DOUBLE) AS base_spend,
  CAST(0 AS DOUBLE) AS segment_factor, CAST(0 AS DOUBLE) AS engine_factor,
  CAST(0 AS DOUBLE) AS purchases, CAST(0 AS DOUBLE) AS revenue,
  CAST(0 AS DOUBLE) AS discount_ratio, CAST(0 AS INTEGER) AS state, CAST(0 AS INTEGER) AS segment,
  CAST(0 AS INTEGER) AS extrapolated WHERE 1 = 0`;

/** Bumped when a score would come out otherwise from the same fit. */
const VERSION = "2";

/** Who is foreseen: everybody, or those a fit was made on. */
type Members = "all" | "sample";

/**
 * Foresees customers by the fit, in one pass over their histories; the engine does where they are
 * more than a fit is made on. Segment and engine factor
 * are those of revenue, or of purchases where there are no amounts. Empty where the fit was refused.
 *
 * @param discountRateOf a year
 */
export function transitionScore(
  tables: TransitionTables,
  horizonsOf: (context: RunContext) => readonly TransitionHorizon[],
  discountRateOf: (context: RunContext) => number,
  members: Members = "all",
): Step {
  return {
    name: tables.score,
    reads: [tables.activity, tables.plan, tables.fit],
    text: VERSION,
    inputs: (context) => ({ discountRate: discountRateOf(context), members }),
    checks: {
      "nobody buys less than never": "purchases < 0 OR revenue < 0",
      "a forecast is the product of its parts":
        "abs(base_purchases * coalesce(base_spend, 1) * segment_factor * engine_factor - coalesce(revenue, purchases)) > 0.000001 * (1 + coalesce(revenue, purchases))",
      "discounting never adds": "discount_ratio < 0 OR discount_ratio > 1.0000001",
    },
    async write(context, table, options) {
      const { engine } = context;
      await engine.replaceTable(table, EMPTY);
      const fit = await readTransitionFit(engine, tables.fit);
      if (fit.model === "refused") return;
      const plan = await readPlan(engine, tables);
      const horizons = horizonsOf(context);
      const rate = discounting.continuousRate(discountRateOf(context));
      if (members === "all" && (await sampleEvery(engine, tables)) > 1) {
        const discounted = horizons.map((horizon) => ({
          ...horizon,
          ratios: discountRatios(fit, horizon.days, rate),
        }));
        await scoreEverybody(engine, table, tables, plan, fit, discounted, options);
        return;
      }
      for (const choice of await choicesOf(engine, tables, plan, members)) {
        await setImmediate();
        stopIfCancelled(options.signal);
        const panel = await readPanel(engine, tables, plan, choice, options);
        const forecast = transition.predict(
          fit,
          panel,
          horizons.map(({ days }) => days),
        );
        for (const [i, horizon] of forecast.horizons.entries()) {
          const months = horizons[i]?.months as number;
          const ratios = discountRatios(fit, horizon.days, rate);
          await engine.append(table, toColumns({ fit, forecast, horizon, months, ratios, choice }));
        }
        if ("to" in choice) options.onProgress?.(Math.min(1, choice.to / plan.customers));
      }
    },
  };
}

async function choicesOf(
  engine: Engine,
  tables: TransitionTables,
  plan: TransitionPlan,
  members: Members,
): Promise<readonly Choice[]> {
  if (members === "sample") return [{ every: await sampleEvery(engine, tables) }];
  const chunk = Math.ceil(CHUNK_SLOTS / (plan.periods + 1));
  return Array.from({ length: Math.ceil(plan.customers / chunk) }, (_, i) => ({
    from: i * chunk,
    to: (i + 1) * chunk,
  }));
}

/**
 * Present value ÷ value by state of the engine, along the path on which the purchases of a state
 * are expected; empty without engine. A period's purchases come in its middle.
 */
function discountRatios(fit: transition.TransitionFit, days: number, rate: number): number[] {
  const shares = fit.horizons.find((horizon) => horizon.days === days)?.shares ?? [];
  return shares.map((row) =>
    row.reduce((sum, share, h) => {
      const from = h * fit.periodDays;
      const to = Math.min(from + fit.periodDays, days);
      return sum + share * Math.exp((-rate * (from + to)) / 2);
    }, 0),
  );
}

type Scored = {
  readonly fit: transition.TransitionFit;
  readonly forecast: transition.TransitionForecast;
  readonly horizon: transition.HorizonForecast;
  readonly months: number;
  readonly ratios: readonly number[];
  readonly choice: Choice;
};

function toColumns({ fit, forecast, horizon, months, ratios, choice }: Scored) {
  const { purchases, revenue, state, spend } = horizon;
  const main = revenue ?? purchases;
  const rows = purchases.value.length;
  const nothing = () => new Float64Array(rows).fill(Number.NaN);
  const isExtrapolated = horizon.days > fit.periods * fit.periodDays;
  return {
    place: Float64Array.from(forecast.members, (who) =>
      "every" in choice ? who * choice.every : choice.from + who,
    ),
    horizon_months: new Float64Array(rows).fill(months),
    base_purchases: purchases.base,
    base_spend: revenue ? spend : nothing(),
    segment_factor: main.segment,
    engine_factor: main.engine,
    purchases: purchases.value,
    revenue: revenue?.value ?? nothing(),
    // Without engine the even stream of the base is discounted elsewhere.
    discount_ratio: Float64Array.from(state, (s) => ratios[s] ?? Number.NaN),
    state: Float64Array.from(state),
    segment: Float64Array.from(main.leaf),
    extrapolated: new Float64Array(rows).fill(isExtrapolated ? 1 : 0),
  };
}
