import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { kundenwert } from "../../platform/test/command-line.ts";

/**
 * A workspace with all files of a simulated shop of so many customers, and a contract for each
 * twelfth of them, valued; `orders` are further files by name. Made as a user would: by processes that have ended when it is there.
 */
export async function makeDemo(
  directory: string,
  customers: number,
  orders: Readonly<Record<string, string>> = {},
): Promise<void> {
  await run("demo", directory, "--customers", String(customers), "--seed", "2");
  for (const [name, content] of Object.entries(orders)) {
    writeFileSync(join(directory, name), content);
    await run("-w", directory, "import", join(directory, name), "--table", "orders");
  }
  const contracts = join(directory, "vertraege.csv");
  writeFileSync(contracts, contractsOf(customers));
  await run("-w", directory, "import", contracts, "--table", "subscriptions");
  await run("-w", directory, "refresh");
}

async function run(...args: readonly string[]): Promise<void> {
  const { code, stderr } = await kundenwert("-q", ...args);
  if (code !== 0) throw new Error(`kundenwert ${args.join(" ")}: ${stderr}`);
}

/** Monthly fees that begin over two years; each third ends after seven to eighteen months. */
function contractsOf(customers: number): string {
  const rows = Array.from({ length: Math.floor(customers / 12) }, (_, at) => {
    const begin = new Date(Date.UTC(2024, at % 22, 1));
    const end = new Date(Date.UTC(2024, (at % 22) + 7 + (at % 12), 1));
    const isOver = at % 3 === 0 && end < new Date(Date.UTC(2026, 9, 1));
    const customer = `K${String(12 * at + 2).padStart(7, "0")}`;
    const fee = `${9 + (at % 4) * 5}.00`;
    return [`A${at}`, customer, day(begin), isOver ? day(end) : "", fee, `Plan ${at % 2}`].join(
      ",",
    );
  });
  return ["subscription_id,customer_id,start,end,monthly_fee,plan", ...rows].join("\n");
}

const day = (date: Date) => date.toISOString().slice(0, 10);
