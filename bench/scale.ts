/**
 * One machine to its limit: 1, 3 and 10 million customers with ten order lines each in 24 months,
 * from Parquet by the product's own import to everything a run makes, and then one more month.
 *
 *   npm run bench -- scale [customers…]        default: 1000000 3000000 10000000
 *
 * Each size is a process of its own, so that its memory is its own; the memory the engine may take
 * is KUNDENWERT_MEMORY. The bars at 10 million customers: 120 CPU seconds for the import, 700 for
 * the full rebuild, 30 for the new month, 8 GB; the cost of a customer at most half more than at the
 * first size. Values are by MBG/NBD; a backtest is told beside and in no bar.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeScaleLog } from "../packages/platform/test/scale-log.ts";
import type { MeasuredPart } from "./scale-once.ts";

const BAR = {
  customers: 10_000_000,
  import: 120,
  rebuild: 700,
  month: 30,
  megabytes: 8192,
  flat: 1.5,
};

type Measured = { readonly parts: readonly MeasuredPart[]; readonly megabytes: number };

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000_000, 3_000_000, 10_000_000];
const directory = mkdtempSync(join(tmpdir(), "kundenwert-bench-"));
let isMissed = false;
let first = 0;
for (const customers of sizes) {
  const log = await writeScaleLog(directory, customers);
  const bytes = statSync(log.history).size / 2 ** 20;
  console.log(
    `\n${customers.toLocaleString("en")} customers, ${log.rows.toLocaleString("en")} rows, ${bytes.toFixed(0)} MB of Parquet`,
  );
  report(customers, measure(log.history, log.month, join(directory, `workspace-${customers}`)));
  for (const path of [log.history, log.month]) rmSync(path);
  rmSync(join(directory, `workspace-${customers}`), { recursive: true });
}
rmSync(directory, { recursive: true });
process.exit(isMissed ? 1 : 0);

function measure(history: string, month: string, workspace: string): Measured {
  const script = join(import.meta.dirname, "scale-once.ts");
  const { stdout, status } = spawnSync(
    process.execPath,
    ["--conditions=source", script, history, month, workspace],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`the run on ${history} ended with ${status}`);
  return JSON.parse(stdout) as Measured;
}

function report(customers: number, { parts, megabytes }: Measured): void {
  const total = (name: string) =>
    parts.filter(({ part }) => part === name).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  for (const { part, step, cpuSeconds } of parts) {
    if (cpuSeconds < 0.05) continue;
    console.log(
      `  ${part.padEnd(9)} ${step.padEnd(28)} ${cpuSeconds.toFixed(2).padStart(8)} CPU s`,
    );
  }
  const seconds = {
    import: total("import"),
    rebuild: total("rebuild"),
    month: total("month"),
    backtest: total("backtest"),
  };
  for (const [name, sum] of Object.entries(seconds)) {
    console.log(`  all of ${name.padEnd(31)} ${sum.toFixed(2).padStart(8)} CPU s`);
  }
  const perCustomer = ((seconds.import + seconds.rebuild) / customers) * 1e6;
  first ||= perCustomer;
  const growth = perCustomer / first;
  console.log(
    `  ${perCustomer.toFixed(1)} µs a customer, ${growth.toFixed(2)} × that of the first size; peak ${megabytes} MB`,
  );
  isMissed ||= growth > BAR.flat;
  if (customers !== BAR.customers) return;
  isMissed ||=
    seconds.import > BAR.import ||
    seconds.rebuild > BAR.rebuild ||
    seconds.month > BAR.month ||
    megabytes > BAR.megabytes;
}
