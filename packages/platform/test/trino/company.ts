/** A small company with something of everything: orders, contracts, two currencies, all domains. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEMO_SOURCES, writeDemo } from "../../src/demo/index.ts";
import { addDays, addMonths, isoDay } from "../../src/pipeline/calendar.ts";
import { importFile } from "../../src/sources/import-file.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { simulatedPhases } from "../phase-rows.ts";

const CUSTOMERS = 300;
const MONTHS = 14;

/** Fills a workspace: the demo shop, contracts of its customers and of others, orders in dollars. */
export async function importCompany(workspace: Workspace, directory: string): Promise<void> {
  const { files } = await writeDemo(join(directory, "demo"), {
    customers: CUSTOMERS,
    months: MONTHS,
  });
  for (const { name } of DEMO_SOURCES) await importFile(workspace, files[name]);
  for (const { name, rows, table } of companyFiles()) {
    const file = join(directory, name);
    writeFileSync(file, `${rows.join("\n")}\n`);
    const { importId } = await importFile(workspace, file, { table, source: table });
    if (name !== "contracts_before.csv") continue;
    // Told of three months before: what changed since holds from the later import on.
    await workspace.engine.run(
      "UPDATE imports SET imported_at = TIMESTAMP '2026-07-15 08:00:00' WHERE import_id = $import_id",
      { import_id: importId },
    );
  }
}

function companyFiles() {
  const contracts = simulatedPhases(
    { alpha: 0.6, beta: 3 },
    { asOf: "2026-11-01", months: MONTHS, perMonth: 12, seed: 3 },
  );
  const lines = (fee: (row: number) => number) =>
    contracts.map(({ id, from, until }, row) =>
      [
        id,
        row % 2 ? `K${String(1 + row).padStart(7, "0")}` : `V${row}`,
        row % 3 ? "basic" : "pro",
        isoDay(new Date(from)),
        until ? isoDay(new Date(until)) : "",
        fee(row),
        row % 10 ? "EUR" : "USD",
      ].join(),
    );
  const contractHeader =
    "subscription_id,customer_id,plan,start_date,end_date,monthly_fee,currency";
  const quotes = Array.from({ length: MONTHS + 1 }, (_, month) =>
    [isoDay(addMonths(new Date("2025-09-01"), month)), "USD", "EUR", 1.05 + month / 100].join(),
  );
  const abroad = Array.from({ length: 90 }, (_, row) =>
    [
      `US-${row}`,
      `U${row % 25}`,
      isoDay(addDays(new Date("2025-09-05"), row * 4)),
      20 + row,
      "USD",
    ].join(),
  );
  return [
    {
      name: "contracts_before.csv",
      table: "subscriptions",
      rows: [contractHeader, ...lines((row) => 10 + (row % 7))],
    },
    {
      name: "contracts.csv",
      table: "subscriptions",
      rows: [contractHeader, ...lines((row) => 10 + (row % 7) + (row % 5 === 0 ? 4 : 0))],
    },
    {
      name: "rates.csv",
      table: "exchange_rates",
      rows: ["day,currency,base,rate", ...quotes],
    },
    {
      name: "abroad.csv",
      table: "orders",
      rows: ["order_id,customer_id,ordered_at,net_amount,currency", ...abroad],
    },
  ];
}
