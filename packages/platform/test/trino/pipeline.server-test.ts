import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { DEMO_SOURCES, writeDemo } from "../../src/demo/index.ts";
import { openTrino } from "../../src/engines/trino/trino.ts";
import { type RunReport, run } from "../../src/pipeline/run.ts";
import type { RunEvent } from "../../src/pipeline/runner.ts";
import { importFile } from "../../src/sources/import-file.ts";
import { handOverAsParquet } from "../../src/workspace/hand-over-parquet.ts";
import { LEDGER_TABLES } from "../../src/workspace/ledger.ts";
import { migrateLedger } from "../../src/workspace/migrate-ledger.ts";
import { chooseEngine } from "../../src/workspace/settings.ts";
import { openWorkspace, type Workspace } from "../../src/workspace/workspace.ts";
import { USER } from "./credentials.ts";
import { killNode, startNode, type TrinoNode } from "./nodes.ts";
import { differentRows } from "./same-rows.ts";
import { emptySchema } from "./schema.ts";

const cluster = inject("cluster");
const { catalog, schema } = emptySchema(cluster);
const address = `trino+http://127.0.0.1:${cluster.coordinator.port}/${catalog}/${schema}`;

let directory: string;
/** The same company twice: in its own database, and in the cluster. */
let embedded: Workspace;
let clustered: Workspace;
let expected: RunReport;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-trino-"));
  const { files } = await writeDemo(join(directory, "demo"), { customers: 80, months: 14 });
  embedded = await openWorkspace(join(directory, "embedded"));
  for (const { name } of DEMO_SOURCES) await importFile(embedded, files[name]);
  expected = await run(embedded);
  const path = join(directory, "clustered");
  await (await openWorkspace(path)).close();
  chooseEngine(path, address);
  clustered = await openWorkspace(path, { trino: { user: USER } });
});
afterAll(async () => {
  await clustered?.close();
  await embedded?.close();
  rmSync(directory, { recursive: true, force: true });
});

test("moves the ledger as Parquet files that the cluster takes as they are", async () => {
  const target = await openTrino(emptySchema(cluster));
  const staging = { directory: join(cluster.lake, "staging"), uri: "local:///staging" };
  const handOver = handOverAsParquet(
    { source: embedded.engine, exchangeDirectory: embedded.exchangeDirectory },
    target,
    staging,
  );
  const moved = await migrateLedger(embedded.engine, target, { handOver });
  expect(moved.orders).toBeGreaterThan(0);
  for (const table of LEDGER_TABLES) {
    expect(await differentRows(embedded.engine, target, table), table).toEqual([]);
  }
  await target.close();
});

test("moves the ledger row by row, twice if asked, and leaves the source alone", async () => {
  const moved = await migrateLedger(embedded.engine, clustered.engine);
  expect(await migrateLedger(embedded.engine, clustered.engine)).toEqual(moved);
  for (const table of LEDGER_TABLES) {
    expect(await differentRows(embedded.engine, clustered.engine, table), table).toEqual([]);
  }
});

test("makes the same tables from the same SQL, row by row", async () => {
  let running = "";
  const onProgress = ({ step }: RunEvent) => {
    running = step;
  };
  const report = await run(clustered, { onProgress }).catch((cause) => {
    throw new Error(`${running} cannot be made on the cluster`, { cause });
  });
  expect(report.steps.map(({ name, rows }) => [name, rows])).toEqual(
    expected.steps.map(({ name, rows }) => [name, rows]),
  );
  const found: string[] = [];
  for (const { name } of report.steps) {
    found.push(...(await differentRows(embedded.engine, clustered.engine, name)));
  }
  expect(found).toEqual([]);
});

test("makes again what somebody dropped, and nothing else", async () => {
  await clustered.engine.run("DROP TABLE value_decile");
  const { steps } = await run(clustered);
  const made = steps.filter(({ state }) => state === "done").map(({ name }) => name);
  expect(made).toEqual(["value_decile"]);
});

test("a worker that is killed in the middle ends the run in a clear error; the next run completes it", async () => {
  const [worker] = cluster.workers as readonly [TrinoNode];
  const settings = { ...clustered.settings, discountRate: 0.2 };
  const killWorker = ({ step, state }: RunEvent) => {
    if (step === "purchase_score" && state === "started") void killNode(worker);
  };
  const broken = run({ ...clustered, settings }, { insights: false, onProgress: killWorker });
  await expect(broken).rejects.toMatchObject({ code: "ENGINE_NODE_LOST" });
  await startNode(cluster.home, worker);
  await run({ ...clustered, settings }, { insights: false });
  await run({ ...embedded, settings }, { insights: false });
  for (const table of ["purchase_score", "customer_value", "equity", "value_decile"]) {
    expect(await differentRows(embedded.engine, clustered.engine, table), table).toEqual([]);
  }
});

test("imports no files: those go to the workspace's own database first", async () => {
  await expect(importFile(clustered, "orders.csv")).rejects.toMatchObject({
    code: "IMPORT_BESIDE_CLUSTER",
  });
});
