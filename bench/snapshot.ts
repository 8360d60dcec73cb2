/**
 * The snapshots of 1 million customers at 36 month ends, from orders only, their stages of life and
 * the report on features: CPU seconds and peak memory of the history, then of one more month.
 *
 *   npm run bench -- snapshot [customers] [orders]        default: 1000000 10000000
 *
 * The bars are 100 CPU seconds for the history and 5 for the snapshot of one more month.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planFeatures } from "../packages/platform/src/pipeline/features/feature-plan.ts";
import { featureReportStep } from "../packages/platform/src/pipeline/features/feature-report.ts";
import { snapshotSteps } from "../packages/platform/src/pipeline/features/snapshot.ts";
import { begin } from "../packages/platform/src/pipeline/foundation.ts";
import { lifecycleSteps } from "../packages/platform/src/pipeline/lifecycle/lifecycle-steps.ts";
import { purchaseDay } from "../packages/platform/src/pipeline/purchase-day.ts";
import { returnLink } from "../packages/platform/src/pipeline/return-link.ts";
import { runSteps } from "../packages/platform/src/pipeline/runner.ts";
import { openWorkspace } from "../packages/platform/src/workspace/workspace.ts";

const BAR = { history: 100, month: 5, megabytes: 4000 };
const [customers = 1_000_000, orders = 10_000_000] = process.argv.slice(2).map(Number);
const directory = mkdtempSync(join(tmpdir(), "kundenwert-bench-"));
mkdirSync(join(directory, "shop"));
const workspace = await openWorkspace(join(directory, "shop"), {
  memoryLimit: "2GB",
  command: "bench",
});
const { engine } = workspace;

// Customers join over 30 months; a few buy often, most seldom.
await engine.run(
  `INSERT INTO orders (import_id, line, customer_id, ordered_at, amount)
   SELECT 1, line, 'C' || lpad(CAST(customer AS VARCHAR), 7, '0'),
     TIMESTAMP '2023-11-01' + to_days(CAST(floor(joined + random() * (1096 - joined)) AS INTEGER)),
     CAST(exp(3 + random() * 2) AS DECIMAL(18, 2))
   FROM (
     SELECT line, customer, 900.0 * ((customer * 7919) % 1000000) / 1000000 AS joined
     FROM (
       SELECT range AS line, CAST(floor($customers * pow(random(), 1.6)) AS BIGINT) AS customer
       FROM range(CAST($orders AS BIGINT))
     ) AS drawn
   ) AS timed`,
  { customers, orders },
);
await engine.run("INSERT INTO imports (import_id, rows_added) VALUES (1, 1)");

const history = await measured("2026-09-30");
const month = await measured("2026-10-31");
await workspace.close();
rmSync(directory, { recursive: true });
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`peak ${megabytes} MB`);
const isMissed =
  history.total > BAR.history ||
  (month.steps.get("snapshot") ?? 0) > BAR.month ||
  megabytes > BAR.megabytes;
process.exit(isMissed ? 1 : 0);

/** Makes what is stale as of a day; purchases by day are the foundation's cost, not the snapshots'. */
async function measured(asOf: string) {
  const { context } = await begin(workspace, new Date(asOf));
  await runSteps([returnLink, purchaseDay], context);
  const steps = new Map<string, number>();
  let before = process.cpuUsage();
  const plan = await planFeatures(engine);
  const stages = lifecycleSteps(plan.features, context.settings);
  await runSteps([...snapshotSteps(plan), ...stages, featureReportStep(plan)], context, {
    onProgress: ({ step, state }) => {
      if (state !== "done" && state !== "unchanged") return;
      const { user, system } = process.cpuUsage(before);
      steps.set(step, (user + system) / 1e6);
      before = process.cpuUsage();
    },
  });
  const total = [...steps.values()].reduce((sum, seconds) => sum + seconds, 0);
  const [size] = await engine.rows(
    "SELECT CAST(count(*) AS DOUBLE) AS n, CAST(count(DISTINCT period_end) AS DOUBLE) AS periods FROM snapshot",
  );
  console.log(
    `\nas of ${asOf}: ${size?.periods} month ends, ${Number(size?.n).toLocaleString("en")} rows`,
  );
  for (const [step, seconds] of steps)
    console.log(`  ${step.padEnd(20)} ${seconds.toFixed(2).padStart(7)} CPU s`);
  console.log(`  ${"all".padEnd(20)} ${total.toFixed(2).padStart(7)} CPU s`);
  return { steps, total };
}
