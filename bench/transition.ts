/**
 * The transition method on a simulated shop of two years: CPU seconds of each step and the peak.
 *
 *   npm run bench -- transition [customers]        default: 1000000
 *
 * The bars at 1 million customers: 60 CPU seconds to fit, 10 to foresee everyone, 4 GB. The
 * baseline is what the run needs without the method.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { begin, foundation } from "../packages/platform/src/pipeline/foundation.ts";
import { horizon } from "../packages/platform/src/pipeline/horizon.ts";
import { runSteps } from "../packages/platform/src/pipeline/runner.ts";
import { transitionSteps } from "../packages/platform/src/pipeline/transition/transition-steps.ts";
import { importFile } from "../packages/platform/src/sources/import-file.ts";
import { openWorkspace } from "../packages/platform/src/workspace/workspace.ts";
import { simulateLog } from "./simulate-log.ts";

const BAR = { customers: 1_000_000, fit: 60, score: 10, megabytes: 4096 };
const SCORING = ["transition_score", "transition_value"];

const customers = Number(process.argv[2] ?? BAR.customers);
const directory = mkdtempSync(join(tmpdir(), "kundenwert-bench-"));
const csv = join(directory, "log.csv");
simulateLog(csv, customers);
mkdirSync(join(directory, "workspace"));
writeFileSync(join(directory, "workspace", "kundenwert.yaml"), "horizons: [12]\n");
const workspace = await openWorkspace(join(directory, "workspace"), {
  memoryLimit: "1GB",
  command: "bench",
});
await importFile(workspace, csv);
const { context } = await begin(workspace);
const baseline = await measure(() => runSteps([...foundation, horizon], context));
console.log(`${customers.toLocaleString("en")} customers`);
console.log(`  ${"foundation".padEnd(24)} ${baseline.toFixed(2).padStart(7)} CPU s`);

let fit = 0;
let score = 0;
let before = process.cpuUsage();
await runSteps(transitionSteps(), context, {
  onProgress: ({ step, state }) => {
    if (state !== "done") return;
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (SCORING.includes(step)) score += seconds;
    else fit += seconds;
    console.log(`  ${step.padEnd(24)} ${seconds.toFixed(2).padStart(7)} CPU s`);
    before = process.cpuUsage();
  },
});
await workspace.close();
rmSync(directory, { recursive: true });
// Kilobytes on Linux, as getrusage has it.
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`  fit ${fit.toFixed(1)}, score ${score.toFixed(1)} CPU s, peak ${megabytes} MB`);
console.log(`  ${((fit + score) / baseline).toFixed(1)} × what the foundation takes`);
const isMissed = fit > BAR.fit || score > BAR.score || megabytes > BAR.megabytes;
process.exit(customers === BAR.customers && isMissed ? 1 : 0);

async function measure(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
