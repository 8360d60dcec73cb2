import { type Engine, identifier } from "../../engines/engine.ts";

/** Everything that steps make where there are contracts, and only there. */
const TABLES = [
  "contract",
  "contract_fits",
  "calibration_contract",
  "calibration_contract_fits",
  "calibration_contract_score",
  "contract_prediction",
  "contract_backtest",
  "contract_score",
  "contract_value",
  "order_value",
  "customer_value_part",
] as const;

/** Takes away what an earlier run made of contracts that the ledger no longer holds. */
export async function forgetContracts(engine: Engine): Promise<void> {
  if (!(await engine.hasTable("contract"))) return;
  await engine.transaction(async (inside) => {
    for (const table of TABLES) {
      await inside.run(`DROP TABLE IF EXISTS ${identifier(table)}`);
      await inside.run("DELETE FROM journal WHERE step = $table", { table });
    }
    await inside.run("DELETE FROM report WHERE name = 'contract_backtest'");
  });
}
