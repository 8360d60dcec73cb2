/**
 * The way from orders to the value of each customer on a Trino cluster of this machine, with one
 * and with two workers: processor time and memory of each server and of this process. The orders
 * are made in the cluster, ten a customer.
 *
 *   npm run bench -- trino [customers]        default: 200000
 *
 * The bars: a worker of two does at most 60 % of what a worker does alone, and neither the
 * coordinator's nor this process's memory hangs on the number of workers.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../packages/platform/src/engines/engine.ts";
import { openTrino } from "../packages/platform/src/engines/trino/trino.ts";
import { run } from "../packages/platform/src/pipeline/run.ts";
import { createLedger } from "../packages/platform/src/workspace/ledger.ts";
import { openWorkspace, type Workspace } from "../packages/platform/src/workspace/workspace.ts";
import { type Cluster, startCluster } from "../packages/platform/test/trino/cluster.ts";
import { cpuSeconds, residentBytes } from "../packages/platform/test/trino/nodes.ts";
import { emptySchema } from "../packages/platform/test/trino/schema.ts";

const HIGHEST_SHARE = 0.6;

const customers = Number(process.argv[2] ?? 1_000_000);
const WARM_UP_SHARE = 0.1;
const alone = await measure(1);
const halves = await measure(2);
const share = Math.max(...halves) / (alone[0] as number);
console.log(`\na worker of two does ${(100 * share).toFixed(0)} % of what one does alone`);
process.exit(share > HIGHEST_SHARE ? 1 : 0);

/** @returns the CPU seconds of each worker */
async function measure(workers: number): Promise<number[]> {
  const { cluster, stop } = await startCluster({ workers, heapMegabytes: 4096 });
  const directory = mkdtempSync(join(tmpdir(), "kundenwert-bench-"));
  const workspace = await openWorkspace(directory, { command: "bench" });
  try {
    await value(workspace, cluster, customers * WARM_UP_SHARE);
    const { used, rows, seconds } = await value(workspace, cluster, customers);
    report(cluster, used, rows, seconds);
    return used.slice(1);
  } finally {
    await workspace.close();
    await stop();
    rmSync(directory, { recursive: true });
  }
}

/** Values a shop of its own: the CPU seconds of each server for it, the coordinator first. */
async function value(workspace: Workspace, cluster: Cluster, count: number) {
  const engine = await openTrino(emptySchema(cluster));
  const rows = await fill(engine, count);
  const before = nodesOf(cluster).map(cpuSeconds);
  const started = performance.now();
  await run({ ...workspace, engine }, { method: "mbg-nbd", backtest: false, insights: false });
  const seconds = (performance.now() - started) / 1000;
  await engine.close();
  const used = nodesOf(cluster).map((node, i) => cpuSeconds(node) - (before[i] as number));
  return { used, rows, seconds };
}

function nodesOf({ coordinator, workers }: Cluster) {
  return [coordinator, ...workers];
}

function report(cluster: Cluster, used: readonly number[], rows: number, seconds: number): void {
  const count = (value: number) => value.toLocaleString("en");
  const workers = cluster.workers.length;
  console.log(`\n${count(customers)} customers, ${count(rows)} orders, ${workers} worker(s)`);
  for (const [i, node] of nodesOf(cluster).entries()) {
    const megabytes = Math.round(residentBytes(node) / 1024 ** 2);
    console.log(
      `  ${node.name.padEnd(12)} ${(used[i] as number).toFixed(1)} CPU s, ${megabytes} MB`,
    );
  }
  const own = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `  ${"this process".padEnd(12)} ${own} MB at the most; ${seconds.toFixed(0)} s in all`,
  );
}

/** Orders over three years whose days, amounts and gaps differ from customer to customer. */
async function fill(engine: Engine, count: number): Promise<number> {
  await createLedger(engine);
  await engine.run(
    `INSERT INTO imports (import_id, target, source, currency, basis, rows_added, rows_superseded)
     VALUES (1, 'orders', 'bench', 'EUR', 'net', 1, 0)`,
  );
  return engine.run(
    `INSERT INTO orders (import_id, line, order_id, customer_id, ordered_at, amount, currency)
     SELECT 1, n * 100 + k, concat('O', CAST(n * 100 + k AS VARCHAR)), concat('C', CAST(n AS VARCHAR)),
       TIMESTAMP '2023-01-01 12:00:00'
         + INTERVAL '1' DAY * (mod(n * 7919, 700) + k * mod(n * 31, 40) + mod(n * k * 17, 11)),
       CAST(5 + mod(n * 104729, 200) + mod(k * n * 13, 50) / 4.0 AS DECIMAL(18, 4)), 'EUR'
     FROM (SELECT a.x * 1000 + b.y AS n FROM UNNEST(sequence(0, $thousands - 1)) AS a(x)
       CROSS JOIN UNNEST(sequence(1, 1000)) AS b(y)) AS numbered
     CROSS JOIN UNNEST(sequence(1, 19)) AS c(k)
     WHERE k <= 1 + mod(n * 7, 19)`,
    { thousands: Math.ceil(count / 1000) },
  );
}
