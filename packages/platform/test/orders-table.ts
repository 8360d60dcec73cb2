import { openDuckDb } from "../src/engines/duckdb.ts";
import type { Engine } from "../src/engines/engine.ts";
import type { RunContext } from "../src/pipeline/step.ts";
import { createLedger } from "../src/workspace/ledger.ts";
import { readSettings } from "../src/workspace/settings.ts";

/** A line of an order as a test writes it; what is left out is NULL. */
export type Line = {
  readonly customer: string | null;
  readonly at: string;
  readonly amount: number | null;
  readonly order?: string;
  readonly product?: string;
  readonly cost?: number;
  readonly currency?: string;
  readonly returnOf?: string;
};

/** An engine in memory whose ledger holds these lines, and a context to run steps on it. */
export async function ledgerOf(
  lines: readonly Line[],
  context: Partial<RunContext> = {},
): Promise<{ engine: Engine; context: RunContext }> {
  const engine = await openDuckDb();
  await createLedger(engine);
  for (const [at, line] of lines.entries()) {
    await engine.run(
      `INSERT INTO orders SELECT 1, $line, $order, NULL, $customer, CAST($at AS TIMESTAMP), $product,
         NULL, NULL, CAST($amount AS DECIMAL(18, 4)), NULL, CAST($cost AS DECIMAL(18, 4)), $currency,
         NULL, $return_of, NULL, NULL`,
      {
        line: at + 1,
        order: line.order ?? null,
        customer: line.customer,
        at: line.at,
        product: line.product ?? null,
        amount: line.amount === null ? null : String(line.amount),
        cost: line.cost === undefined ? null : String(line.cost),
        currency: line.currency ?? null,
        return_of: line.returnOf ?? null,
      },
    );
  }
  const settings = readSettings("/nonexistent");
  const hasOrderIds = lines.some(({ order }) => order !== undefined);
  const hasReturns = lines.some(({ amount }) => Number(amount) < 0);
  const asOf = new Date("2026-12-31");
  return { engine, context: { engine, settings, asOf, hasOrderIds, hasReturns, ...context } };
}
