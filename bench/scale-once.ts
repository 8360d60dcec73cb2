/** One measured size for scale.ts: prints JSON of the CPU seconds of each step and the peak. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../packages/platform/src/config.ts";
import { runBacktest } from "../packages/platform/src/pipeline/backtest/run-backtest.ts";
import { run } from "../packages/platform/src/pipeline/run.ts";
import { importFile } from "../packages/platform/src/sources/import-file.ts";
import { openWorkspace } from "../packages/platform/src/workspace/workspace.ts";

export type MeasuredPart = {
  readonly part: "import" | "rebuild" | "month" | "backtest";
  readonly step: string;
  readonly cpuSeconds: number;
};

const [history, month, directory] = process.argv.slice(2) as [string, string, string];
const parts: MeasuredPart[] = [];
let before = process.cpuUsage();

/** Everything since the last mark was this step. */
function mark(part: MeasuredPart["part"], step: string): void {
  const { user, system } = process.cpuUsage(before);
  parts.push({ part, step, cpuSeconds: (user + system) / 1e6 });
  before = process.cpuUsage();
}

mkdirSync(directory, { recursive: true });
writeFileSync(join(directory, "kundenwert.yaml"), "horizons: [12]\n");
const workspace = await openWorkspace(directory, {
  memoryLimit: readConfig().memoryLimit,
  command: "bench",
});
before = process.cpuUsage();
await importFile(workspace, history);
mark("import", "import");
await make("rebuild");
await importFile(workspace, month);
mark("month", "import");
await make("month");
// The peak is that of what the bars are about. Kilobytes on Linux, as getrusage has it.
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
before = process.cpuUsage();
await runBacktest(workspace, { onProgress: told("backtest") });
await workspace.close();
process.stdout.write(JSON.stringify({ parts, megabytes }));

async function make(part: MeasuredPart["part"]): Promise<void> {
  await run(workspace, { method: "mbg-nbd", backtest: false, onProgress: told(part) });
  mark(part, "reports");
}

function told(part: MeasuredPart["part"]) {
  return ({ step, state }: { readonly step: string; readonly state: string }) => {
    if (state === "done" || state === "unchanged") mark(part, step);
  };
}
