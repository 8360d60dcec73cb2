/**
 * Whole shops, on one machine and on a cluster of servers that run as they would anywhere: the demo,
 * UCI Online Retail (read from KUNDENWERT_DATASETS) and a million simulated customers, or as many as
 * KUNDENWERT_CUSTOMERS says.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_SOURCES, writeDemo } from "../../src/demo/index.ts";
import { openTrino } from "../../src/engines/trino/trino.ts";
import { type RunOptions, type RunReport, run } from "../../src/pipeline/run.ts";
import { importFile } from "../../src/sources/import-file.ts";
import { handOverAsParquet } from "../../src/workspace/hand-over-parquet.ts";
import { migrateLedger } from "../../src/workspace/migrate-ledger.ts";
import { openWorkspace, type Workspace } from "../../src/workspace/workspace.ts";
import { writeScaleLog } from "../scale-log.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { differentFigures, differentRows } from "./same-rows.ts";
import { emptySchema } from "./schema.ts";

/** Longer tables are compared by their columns' figures, and row by row for some customers only. */
const MOST_ROWS = 100_000;

const customers = Number(process.env.KUNDENWERT_CUSTOMERS ?? 1_000_000);
const datasets = resolve(process.env.KUNDENWERT_DATASETS ?? "../shared/datasets");

let directory: string;
let cluster: Cluster;
let stop: () => Promise<void>;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-trino-"));
  ({ cluster, stop } = await startCluster({ workers: 2, heapMegabytes: 4096 }));
});
afterAll(async () => {
  await stop?.();
  rmSync(directory, { recursive: true, force: true });
});

test("the demo has the same values and figures on a cluster", async () => {
  await expectAlike("demo", {}, async (workspace) => {
    const { files } = await writeDemo(join(directory, "files"), { customers: 10_000 });
    for (const { name } of DEMO_SOURCES) await importFile(workspace, files[name]);
  });
});

test("UCI Online Retail has the same values and figures on a cluster", async () => {
  await expectAlike("uci", {}, async (workspace) => {
    await importFile(workspace, join(datasets, "uci_online_retail/online_retail.csv.gz"));
  });
});

test(`${customers} simulated customers have the same values and figures on a cluster`, async () => {
  // By one method, and without the past it is proven on, which would be as much work again.
  const options = { method: "mbg-nbd", backtest: false } as const;
  await expectAlike("many", options, async (workspace) => {
    const { history } = await writeScaleLog(directory, customers);
    await importFile(workspace, history);
  });
});

/** Values a shop on this machine, hands its ledger to the cluster, and values it there. */
async function expectAlike(
  name: string,
  options: RunOptions,
  fill: (workspace: Workspace) => Promise<void>,
): Promise<void> {
  const workspace = await openWorkspace(join(directory, name));
  const engine = await openTrino(emptySchema(cluster));
  try {
    await fill(workspace);
    const expected = await run(workspace, options);
    const staging = { directory: join(cluster.lake, name), uri: `local:///${name}` };
    const { exchangeDirectory } = workspace;
    const handOver = handOverAsParquet(
      { source: workspace.engine, exchangeDirectory },
      engine,
      staging,
    );
    await migrateLedger(workspace.engine, engine, { handOver });
    const made = await run({ ...workspace, engine }, options);
    expect(stepsOf(made)).toEqual(stepsOf(expected));
    const found: string[] = [];
    for (const { name: table, rows } of expected.steps) {
      const compare = rows > MOST_ROWS ? differentFigures : differentRows;
      found.push(...(await compare(workspace.engine, engine, table)));
    }
    expect(found).toEqual([]);
  } finally {
    await engine.close();
    await workspace.close();
  }
}

function stepsOf({ steps }: RunReport): [name: string, rows: number][] {
  return steps.map(({ name, rows }) => [name, rows]);
}
