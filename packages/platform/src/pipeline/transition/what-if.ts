import { transition } from "@kundenwert/models";
import type { Engine } from "../../engines/engine.ts";
import { readActivity, readPlan, type TransitionPlan } from "./panel-source.ts";
import { readTransitionFit } from "./transition-fit.ts";
import { TRANSITION_TABLES } from "./transition-steps.ts";

/** What a customer would be foreseen to buy if something had happened. */
export type WhatIf = {
  /** One more purchase on the last day that counts, or a further period without any. */
  readonly code: "BUYS_TODAY" | "STAYS_SILENT";
  /** Length of that period. */
  readonly days: number;
  readonly purchases: number;
  /** Not discounted; null where there are no amounts. */
  readonly revenue: number | null;
  /** The same less what is foreseen now. */
  readonly purchasesChange: number;
  readonly revenueChange: number | null;
};

/**
 * What would change the value of a customer over a horizon of the last run; empty where another
 * method than this one values the customer.
 */
export async function whatIfOf(
  engine: Engine,
  customerId: string,
  horizonMonths: number,
): Promise<WhatIf[]> {
  const [row] = await engine.rows(
    `SELECT horizon.horizon_days AS days
     FROM customer_value JOIN horizon ON customer_value.horizon_months = horizon.horizon_months
     WHERE customer_id = $customer AND customer_value.horizon_months = $months
       AND customer_value.method LIKE '%transition'`,
    { customer: customerId, months: horizonMonths },
  );
  return row ? whatIf(engine, customerId, Number(row.days)) : [];
}

/**
 * What would change a forecast of the transition method, by the same fit: nothing causal, but what
 * it would say of a customer with that history.
 *
 * @param days the horizon, as it was fitted
 * @returns empty where the method does not know the customer
 */
export async function whatIf(engine: Engine, customerId: string, days: number): Promise<WhatIf[]> {
  const fit = await readTransitionFit(engine, TRANSITION_TABLES.fit);
  const [row] = await engine.rows(
    "SELECT place FROM transition_customer WHERE customer_id = $customer",
    { customer: customerId },
  );
  if (fit.model === "refused" || !row) return [];
  const plan = await readPlan(engine, TRANSITION_TABLES);
  const from = Number(row.place);
  const now = await readActivity(engine, TRANSITION_TABLES, { from, to: from + 1 });
  const longer = {
    ...plan,
    periods: plan.periods + 1,
    lastDay: plan.lastDay + plan.periodDays,
  };
  const foresee = (activity: transition.Activity, shape: TransitionPlan) => {
    const panel = transition.panelOf(activity, { ...shape, customers: 1 });
    const [horizon] = transition.predict(fit, panel, [days]).horizons;
    return {
      purchases: horizon?.purchases.value[0] ?? 0,
      revenue: horizon?.revenue?.value[0] ?? null,
      spend: horizon?.spend[0] ?? 0,
    };
  };
  const usual = foresee(now, plan);
  const cases = {
    BUYS_TODAY: foresee(withPurchase(now, plan, usual.spend), plan),
    STAYS_SILENT: foresee(now, longer),
  } as const;
  return (["BUYS_TODAY", "STAYS_SILENT"] as const).map((code) => {
    const { purchases, revenue } = cases[code];
    return {
      code,
      days: plan.periodDays,
      purchases,
      revenue,
      purchasesChange: purchases - usual.purchases,
      revenueChange: revenue === null || usual.revenue === null ? null : revenue - usual.revenue,
    };
  });
}

/** The history with one more day of purchase at the end, of the spend that is expected anyway. */
function withPurchase(
  now: transition.Activity,
  { periods, lastDay }: TransitionPlan,
  spend: number,
): transition.Activity {
  const latest = now.lastDay.reduce((last, day) => (day > last ? day : last), 0);
  // Who bought on that very day already has bought then.
  if (latest === lastDay) return now;
  const at = now.period.indexOf(periods - 1);
  const old = (column: Float64Array) => (at < 0 ? 0 : (column[at] as number));
  const first = at < 0 || Number.isNaN(old(now.firstDay)) ? lastDay : old(now.firstDay);
  const row = {
    customer: 0,
    period: periods - 1,
    purchases: old(now.purchases) + 1,
    amount: old(now.amount) + spend,
    firstDay: first,
    lastDay,
    lastAmount: spend,
    squaredGaps: old(now.squaredGaps) + (lastDay - latest) ** 2,
  };
  return Object.fromEntries(
    Object.entries(now).map(([name, column]) => {
      const kept = [...column].filter((_, i) => i !== at);
      return [name, Float64Array.of(...kept, row[name as keyof typeof row])];
    }),
  ) as transition.Activity;
}
