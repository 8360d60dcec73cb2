import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openTrino } from "../../src/engines/trino/trino.ts";
import { readTrinoAddress } from "../../src/engines/trino/trino-options.ts";
import { type RunReport, run } from "../../src/pipeline/run.ts";
import type { RunEvent } from "../../src/pipeline/runner.ts";
import { readPlan } from "../../src/pipeline/transition/panel-source.ts";
import { scoreEverybody } from "../../src/pipeline/transition/score-in-engine.ts";
import { readTransitionFit } from "../../src/pipeline/transition/transition-fit.ts";
import { TRANSITION_TABLES } from "../../src/pipeline/transition/transition-steps.ts";
import { importFile } from "../../src/sources/import-file.ts";
import { handOverAsParquet } from "../../src/workspace/hand-over-parquet.ts";
import { LEDGER_TABLES } from "../../src/workspace/ledger.ts";
import { migrateLedger } from "../../src/workspace/migrate-ledger.ts";
import { chooseEngine } from "../../src/workspace/settings.ts";
import { openWorkspace, type Workspace } from "../../src/workspace/workspace.ts";
import { importCompany } from "./company.ts";
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

/** Its tables are there only where it values the customers. */
const METHOD = { method: "transition" } as const;
const path = () => join(directory, "clustered");

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-trino-"));
  embedded = await openWorkspace(join(directory, "embedded"));
  await importCompany(embedded, directory);
  expected = await run(embedded, METHOD);
  await (await openWorkspace(path())).close();
  chooseEngine(path(), address);
  clustered = await openCluster();
});
afterAll(async () => {
  await clustered?.close();
  await embedded?.close();
  rmSync(directory, { recursive: true, force: true });
});

const openCluster = () => openWorkspace(path(), { trino: { user: USER } });

/** Begins a run in a process of its own, which is killed hard in the middle of a step. */
async function killedAt(step: string): Promise<void> {
  const script = new URL("a-run.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--conditions=source", script, path(), USER], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  for await (const begun of createInterface(child.stdout)) if (begun === step) break;
  // By then it has sent a statement or two, and changed what it must take back.
  await wait(600);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
}

async function differentTables(tables: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of tables) {
    found.push(...(await differentRows(embedded.engine, clustered.engine, table)));
  }
  return found;
}

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

test("makes the same tables from the same SQL, row by row, killed at steps on its way", async () => {
  await clustered.close();
  for (const step of ["purchase_day", "customer_value", "purchase_month", "segment_micro"]) {
    await killedAt(step);
  }
  clustered = await openCluster();
  let running = "";
  const onProgress = ({ step }: RunEvent) => {
    running = step;
  };
  const report = await run(clustered, { ...METHOD, onProgress }).catch((cause) => {
    throw new Error(`${running} cannot be made on the cluster`, { cause });
  });
  expect(report.steps.map(({ name, rows }) => [name, rows])).toEqual(
    expected.steps.map(({ name, rows }) => [name, rows]),
  );
  expect(await differentTables(report.steps.map(({ name }) => name))).toEqual([]);
  // Some three minutes on a quiet machine, of which there may be no such thing.
}, 1_800_000);

test("foresees everybody alike where the engine does it, since they are many", async () => {
  const fit = await readTransitionFit(embedded.engine, TRANSITION_TABLES.fit);
  if (fit.model === "refused") throw new Error(fit.code);
  const ratios = fit.horizons[0]?.shares.map((_, state) => 1 - state / 100) ?? [];
  const rows = await embedded.engine.rows(
    "SELECT horizon_months, horizon_days FROM horizon ORDER BY horizon_months",
  );
  const horizons = rows.map((row) => ({
    months: Number(row.horizon_months),
    days: Number(row.horizon_days),
    ratios,
  }));
  for (const { engine } of [embedded, clustered]) {
    const plan = await readPlan(engine, TRANSITION_TABLES);
    await engine.replaceTable("reckoned", "SELECT * FROM transition_score WHERE 1 = 0");
    await scoreEverybody(engine, "reckoned", TRANSITION_TABLES, plan, fit, horizons, {});
  }
  const [made] = await clustered.engine.rows("SELECT CAST(count(*) AS DOUBLE) AS n FROM reckoned");
  expect(made?.n).toBeGreaterThan(0);
  expect(await differentTables(["reckoned"])).toEqual([]);
});

test("makes again what somebody dropped, and nothing else", async () => {
  await clustered.engine.run("DROP TABLE value_decile");
  const { steps } = await run(clustered, METHOD);
  const made = steps.filter(({ state }) => state === "done").map(({ name }) => name);
  expect(made).toEqual(["value_decile"]);
});

/** The values at another rate of discount: what they are made from stays. */
function runDearer(
  workspace: Workspace,
  onProgress: (event: RunEvent) => void = () => {},
): Promise<RunReport> {
  const settings = { ...workspace.settings, discountRate: 0.2 };
  return run({ ...workspace, settings }, { ...METHOD, insights: false, onProgress });
}

test("a table that is dropped between steps ends the run in a clear error, and nothing is half made", async () => {
  const equity = await clustered.engine.rows("SELECT * FROM equity ORDER BY horizon_months");
  let dropping: Promise<unknown> | undefined;
  const broken = runDearer(clustered, ({ state }) => {
    if (state === "started") dropping ??= clustered.engine.run("DROP TABLE customer_summary");
  });
  await expect(broken).rejects.toMatchObject({
    code: "ENGINE_SQL_INVALID",
    details: { errorName: "TABLE_NOT_FOUND" },
  });
  await dropping;
  expect(await clustered.engine.rows("SELECT * FROM equity ORDER BY horizon_months")).toEqual(
    equity,
  );
});

test("a catalog that may only be read refuses the run", async () => {
  const readOnly = address.replace("/lake/", "/lake_read/");
  const engine = await openTrino(readTrinoAddress(readOnly, { user: USER }));
  await expect(runDearer({ ...clustered, engine })).rejects.toMatchObject({
    code: "ENGINE_ACCESS_DENIED",
  });
  await engine.close();
});

test("a worker that is killed in the middle ends the run in a clear error; the next run completes it", async () => {
  const [worker] = cluster.workers as readonly [TrinoNode];
  const broken = runDearer(clustered, ({ step, state }) => {
    if (step === "customer_value" && state === "started") void killNode(worker);
  });
  await expect(broken).rejects.toMatchObject({ code: "ENGINE_NODE_LOST" });
  await startNode(cluster.home, worker);
  await runDearer(clustered);
  const { steps } = await runDearer(embedded);
  expect(await differentTables(steps.map(({ name }) => name))).toEqual([]);
});

test("imports no files: those go to the workspace's own database first", async () => {
  await expect(importFile(clustered, "orders.csv")).rejects.toMatchObject({
    code: "IMPORT_BESIDE_CLUSTER",
  });
});
