import { shiftedBetaGeometric } from "@kundenwert/models";
import type { Engine } from "../src/engines/engine.ts";
import { addMonths } from "../src/pipeline/calendar.ts";
import { addRows } from "./ledger-rows.ts";

/** A phase of a subscription as a test writes it: basic, 10 a month, active, of ann. */
export type Phase = {
  readonly from: string | Date;
  /** The first day without. */
  readonly until?: string | Date;
  readonly fee?: number;
  readonly state?: string;
  readonly plan?: string;
  readonly id?: string | null;
  readonly customer?: string;
  readonly currency?: string;
};

/** Puts phases into the ledger; what is left out of `id` is s1. */
export async function addPhases(
  engine: Engine,
  phases: readonly Phase[],
  importId = 1,
): Promise<void> {
  const subscriptions = phases.map((phase) => ({
    subscription_id: phase.id === undefined ? "s1" : phase.id,
    customer_id: phase.customer ?? "ann",
    plan: phase.plan ?? "basic",
    started_on: new Date(phase.from),
    ended_on: phase.until ? new Date(phase.until) : null,
    monthly_fee: phase.fee ?? 10,
    currency: phase.currency ?? null,
    state: phase.state ?? "active",
  }));
  await addRows(engine, { subscriptions }, importId);
}

/** Many phases at once, by one statement. */
export async function addManyPhases(engine: Engine, phases: readonly Phase[]): Promise<void> {
  const day = (value: string | Date) => `DATE '${new Date(value).toISOString().slice(0, 10)}'`;
  const rows = phases.map(
    ({ id, customer, plan = "basic", from, until, fee = 10 }, line) =>
      `(1, ${line + 1}, '${id}', '${customer}', '${plan}', ${day(from)},
        ${until ? day(until) : "NULL"}, ${fee}, NULL, 'active')`,
  );
  await engine.run(`INSERT INTO subscriptions VALUES ${rows.join(", ")}`);
  await addRows(engine, {}, 1);
}

/**
 * Contracts of customers who leave as the shifted-beta-geometric has it, begun on the first day of
 * a month, `perMonth` of them in each of the `months` before `asOf`.
 *
 * @param period months from one renewal to the next
 */
export function simulatedPhases(
  params: { readonly alpha: number; readonly beta: number },
  shop: {
    readonly asOf: string;
    readonly months: number;
    readonly perMonth: number;
    readonly seed: number;
    readonly plan?: string;
    readonly period?: number;
  },
): Phase[] {
  const { asOf, months, perMonth, seed, plan = "basic", period = 1 } = shop;
  const contracts = months * perMonth;
  const age = Float64Array.from({ length: contracts }, (_, i) => 1 + Math.floor(i / perMonth));
  const renewals = age.map((begun) => Math.floor(begun / period));
  const { duration, lost } = shiftedBetaGeometric.simulate(params, renewals, seed);
  return Array.from(age, (begun, i) => {
    const from = addMonths(new Date(asOf), -begun);
    const until = addMonths(from, (duration[i] as number) * period);
    return {
      id: `${plan}-${i}`,
      customer: `c-${plan}-${i}`,
      plan,
      from,
      ...(lost[i] === 1 ? { until } : {}),
    };
  });
}
