/** One measured run for pipeline.ts: prints JSON of the CPU seconds of each step and the peak. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../packages/platform/src/pipeline/run.ts";
import { importFile } from "../packages/platform/src/sources/import-file.ts";
import { openWorkspace } from "../packages/platform/src/workspace/workspace.ts";

const [csv, directory] = process.argv.slice(2) as [string, string];
const steps: { name: string; cpuSeconds: number }[] = [];
let before = process.cpuUsage();

/** Everything since the last mark was this step. */
function mark(name: string): void {
  const { user, system } = process.cpuUsage(before);
  steps.push({ name, cpuSeconds: (user + system) / 1e6 });
  before = process.cpuUsage();
}

mkdirSync(directory, { recursive: true });
writeFileSync(join(directory, "kundenwert.yaml"), "horizons: [12]\n");
const workspace = await openWorkspace(directory, { memoryLimit: "1GB", command: "bench" });
mark("open");
await importFile(workspace, csv);
mark("import");
await run(workspace, {
  method: "bg-nbd",
  backtest: false,
  insights: false,
  onProgress: ({ step, state }) => {
    if (state === "done") mark(step);
  },
});
mark("reports");
await workspace.close();
// Kilobytes on Linux, as getrusage has it.
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ steps, megabytes }));
