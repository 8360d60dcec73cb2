import { planFeatures } from "../src/pipeline/features/feature-plan.ts";
import { snapshotSteps } from "../src/pipeline/features/snapshot.ts";
import { purchaseDay } from "../src/pipeline/purchase-day.ts";
import { returnLink } from "../src/pipeline/return-link.ts";
import { runSteps, type StepReport } from "../src/pipeline/runner.ts";
import { segmentSteps } from "../src/pipeline/segments/segment-steps.ts";
import type { RunContext } from "../src/pipeline/step.ts";
import { addRows } from "./ledger-rows.ts";

/** A stream of numbers in (0, 1) that is the same every time (Park & Miller 1988). */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const FIRST = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;

/**
 * A shop whose customers differ in pace and spend and leave one by one, from January 2025 on; every
 * third one answers surveys, and those who are unhappy leave sooner.
 */
export async function addShop({ engine }: RunContext, customers = 300, days = 545): Promise<void> {
  const random = stream(7);
  const orders: { customer_id: string; ordered_at: string; amount: string }[] = [];
  const feedback: { customer_id: string; given_at: string; kind: string; score: number }[] = [];
  for (let who = 0; who < customers; who++) {
    const customer_id = `c${String(who).padStart(4, "0")}`;
    const pace = 10 + 110 * random();
    const spend = 10 * Math.exp(2 * random());
    const isHappy = random() < 0.6;
    const on = (day: number) => new Date(FIRST + Math.floor(day) * DAY).toISOString().slice(0, 10);
    for (let day = random() * 240; day < days; day += pace * -Math.log(random())) {
      const amount = (spend * (0.5 + random())).toFixed(2);
      orders.push({ customer_id, ordered_at: on(day), amount });
      if (who % 3 === 0) {
        const score = isHappy ? 9 : 3;
        feedback.push({ customer_id, given_at: on(day), kind: "nps", score });
      }
      if (random() < (isHappy ? 0.05 : 0.2)) break;
    }
  }
  // Rows that tests write one by one are slow: these are many.
  await engine.run("CREATE TABLE drawn (customer_id VARCHAR, day DATE, value DOUBLE)");
  const fill = async (rows: readonly (readonly [string, string, number])[]) => {
    await engine.run("DELETE FROM drawn");
    await engine.append("drawn", {
      customer_id: rows.map(([id]) => id),
      day: Float64Array.from(rows, ([, day]) => Date.parse(day) / DAY),
      value: Float64Array.from(rows, ([, , value]) => value),
    });
  };
  await fill(orders.map((row) => [row.customer_id, row.ordered_at, Number(row.amount)] as const));
  await engine.run(
    `INSERT INTO orders (import_id, line, customer_id, ordered_at, amount)
     SELECT 1, row_number() OVER (ORDER BY customer_id, day), customer_id, day, CAST(value AS DECIMAL(18, 4)) FROM drawn`,
  );
  await fill(feedback.map((row) => [row.customer_id, row.given_at, row.score] as const));
  await engine.run(
    `INSERT INTO feedback (import_id, line, customer_id, given_at, kind, score)
     SELECT 1, row_number() OVER (ORDER BY customer_id, day), customer_id, day, 'nps', value FROM drawn`,
  );
  await addRows(engine, {});
  await engine.run(
    `CREATE TABLE IF NOT EXISTS customer_rank (customer_id VARCHAR, period_end DATE, worth DOUBLE)`,
  );
}

/** Makes snapshots and segments as of a day. */
export async function segmentCustomers(context: RunContext, asOf: string): Promise<StepReport[]> {
  const plan = await planFeatures(context.engine);
  return runSteps([returnLink, purchaseDay, ...snapshotSteps(plan), ...segmentSteps(plan)], {
    ...context,
    asOf: new Date(asOf),
  });
}
