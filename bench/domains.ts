/**
 * Ten domains of 1 million customers over 36 months, about 41 million rows: CPU seconds of each step
 * and peak memory of the run that makes all key figures and snapshots, then of the run after one more
 * month of every domain, with returns of purchases of the months before; then the time of what the
 * dashboard reads.
 *
 *   npm run bench -- domains [customers] [--keep DIRECTORY]        default: 1000000
 *
 * The workspace is left in DIRECTORY if one is named, else thrown away.
 *
 * The bars hold for key figures and snapshots (from `account_value` on): 240 CPU seconds for the
 * history, 12 for the new month, 4 GB; 50 ms for a read. What comes before them, from the ledger to
 * the value of each customer, is told beside. So are segments, the moves between them and warnings:
 * they are models on top of the snapshots, and have bars of their own.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../packages/platform/src/config.ts";
import { run } from "../packages/platform/src/pipeline/run.ts";
import { SEGMENT_STEPS } from "../packages/platform/src/pipeline/segments/segment-steps.ts";
import { WARNING_STEPS } from "../packages/platform/src/pipeline/warnings/warning-steps.ts";
import { openWorkspace } from "../packages/platform/src/workspace/workspace.ts";
import { fillMonth, HISTORY_MONTHS, monthEnd } from "./domains-ledger.ts";
import { readAll } from "./uncached-reads.ts";

const BAR = { history: 240, month: 12, megabytes: 4096, milliseconds: 50 };
const FIRST_INSIGHT = "account_value";
const MODELS: readonly string[] = [...SEGMENT_STEPS, ...WARNING_STEPS];
/** CPU seconds. */
type Measured = { readonly values: number; readonly insights: number; readonly models: number };
const PARTS: Readonly<Record<keyof Measured, string>> = {
  values: "all values",
  insights: "all figures, snapshots",
  models: "segments, moves, warnings",
};

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" } },
});
const customers = Number(positionals[0] ?? 1_000_000);
const directory = options.keep ?? mkdtempSync(join(tmpdir(), "kundenwert-bench-"));
mkdirSync(join(directory, "company"), { recursive: true });
const workspace = await openWorkspace(join(directory, "company"), {
  memoryLimit: readConfig().memoryLimit,
  command: "bench",
});
let rows = 0;
for (let month = 0; month < HISTORY_MONTHS; month++) {
  rows += await fillMonth(workspace.engine, month, customers);
}
console.log(`${customers.toLocaleString("en")} customers, ${rows.toLocaleString("en")} rows`);
const history = await measured(HISTORY_MONTHS - 1);
rows = await fillMonth(workspace.engine, HISTORY_MONTHS, customers);
console.log(`\none more month, ${rows.toLocaleString("en")} rows`);
const month = await measured(HISTORY_MONTHS);
const slowest = await readAll(workspace);
await workspace.close();
if (!options.keep) rmSync(directory, { recursive: true });
const megabytes = peakMegabytes();
console.log(`\npeak ${megabytes} MB`);
console.log(`one month costs ${((100 * month.insights) / history.insights).toFixed(0)} % of 36`);
const isMissed =
  history.insights > BAR.history ||
  month.insights > BAR.month ||
  megabytes > BAR.megabytes ||
  slowest > BAR.milliseconds;
process.exit(isMissed ? 1 : 0);

/** Makes what is stale as of the end of a month; prints what each step cost, and where memory rose. */
async function measured(month: number): Promise<Measured> {
  const sums = { values: 0, insights: 0, models: 0 };
  let isInsight = false;
  let peak = peakMegabytes();
  let before = process.cpuUsage();
  const mark = (name: string) => {
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    before = process.cpuUsage();
    isInsight ||= name === FIRST_INSIGHT;
    sums[MODELS.includes(name) ? "models" : isInsight ? "insights" : "values"] += seconds;
    const grown = peakMegabytes();
    if (seconds >= 0.05) print(name, seconds, grown > peak ? `  peak ${grown} MB` : "");
    peak = grown;
  };
  await run(workspace, {
    asOf: monthEnd(month),
    method: "mbg-nbd",
    backtest: false,
    onProgress: ({ step, state }) => {
      if (state === "done" || state === "unchanged") mark(step);
    },
  });
  mark("reports");
  for (const part of ["values", "insights", "models"] as const) print(PARTS[part], sums[part]);
  return sums;
}

function print(name: string, seconds: number, beside = ""): void {
  console.log(`  ${name.padEnd(26)} ${seconds.toFixed(2).padStart(7)} CPU s${beside}`);
}

/** The most memory the process has held so far. */
function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
