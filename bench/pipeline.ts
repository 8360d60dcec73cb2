/**
 * From a CSV of a simulated shop to every customer's 12-month value: CPU seconds and peak memory
 * of each step, for several sizes, so that it shows whether a row costs more in a large log.
 *
 *   npm run bench -- pipeline [customers…]        default: 300000 1000000 3500000
 *
 * The baseline is the Python peer on 1 million customers and 2.9 million rows, with one model for
 * purchases instead of two: 64 CPU seconds, 876 MB. The bar at that size is 12 seconds, 1.5 GB.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulateLog } from "./simulate-log.ts";

const PEER = { customers: 1_000_000, cpuSeconds: 64, megabytes: 876 };
const BAR = { cpuSeconds: 12, megabytes: 1500 };

type Measured = {
  readonly steps: readonly { readonly name: string; readonly cpuSeconds: number }[];
  readonly megabytes: number;
};

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [300_000, 1_000_000, 3_500_000];
const directory = mkdtempSync(join(tmpdir(), "kundenwert-bench-"));
let isMissed = false;
let perRow = 0;
for (const customers of sizes) {
  const csv = join(directory, `log-${customers}.csv`);
  const rows = simulateLog(csv, customers);
  report(customers, rows, measure(csv, join(directory, `workspace-${customers}`)));
  rmSync(csv);
}
rmSync(directory, { recursive: true });
process.exit(isMissed ? 1 : 0);

/** Each size in a process of its own, so that its memory is its own. */
function measure(csv: string, workspace: string): Measured {
  const script = join(import.meta.dirname, "pipeline-once.ts");
  const { stdout, status } = spawnSync(
    process.execPath,
    ["--conditions=source", script, csv, workspace],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`the run on ${csv} ended with ${status}`);
  return JSON.parse(stdout) as Measured;
}

function report(customers: number, rows: number, { steps, megabytes }: Measured): void {
  const total = steps.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  console.log(`\n${customers.toLocaleString("en")} customers, ${rows.toLocaleString("en")} rows`);
  for (const { name, cpuSeconds } of steps) {
    console.log(`  ${name.padEnd(24)} ${cpuSeconds.toFixed(2).padStart(7)} CPU s`);
  }
  const microseconds = (total / rows) * 1e6;
  perRow ||= microseconds;
  console.log(`  ${"all".padEnd(24)} ${total.toFixed(2).padStart(7)} CPU s, peak ${megabytes} MB`);
  console.log(
    `  ${microseconds.toFixed(2)} µs a row, ${(microseconds / perRow).toFixed(2)} × that of the first size`,
  );
  if (customers !== PEER.customers) return;
  console.log(
    `  ${(PEER.cpuSeconds / total).toFixed(1)} × as fast as the Python peer (${PEER.cpuSeconds} CPU s, ${PEER.megabytes} MB, one model)`,
  );
  isMissed ||= total > BAR.cpuSeconds || megabytes > BAR.megabytes;
}
