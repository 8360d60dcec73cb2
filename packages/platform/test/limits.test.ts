import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../src/pipeline/run.ts";
import { openWorkspace } from "../src/workspace/workspace.ts";
import { differences } from "./differences.ts";
import { addRows } from "./ledger-rows.ts";

const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
/** Where other work shares the machine, a run takes longer. */
const TIMEOUT = { timeout: 300_000 };

let directory: string;
/** What comes of it where nothing is short. */
let undisturbed: Awaited<ReturnType<typeof finished>>;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-limits-"));
  undisturbed = await finished(await imported("undisturbed"));
}, TIMEOUT.timeout);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** A workspace with 20,000 customers and 100,000 orders, and nothing made of them. */
async function imported(name: string): Promise<string> {
  const path = join(directory, name);
  const workspace = await openWorkspace(path);
  await workspace.engine.run(
    `INSERT INTO orders BY NAME SELECT CAST(1 AS INTEGER) AS import_id, i AS line,
       concat('C', CAST(hash(i // 3) % 20000 AS VARCHAR)) AS customer_id,
       TIMESTAMP '2024-01-01' + INTERVAL 1 DAY * CAST(hash(i) % 730 AS INTEGER) AS ordered_at,
       CAST(10 + hash(i, 3) % 90 AS DECIMAL(18, 4)) AS amount
     FROM range(100000) AS numbers (i)`,
  );
  await addRows(workspace.engine, {});
  await workspace.close();
  return path;
}

/** The command line with other limits: memory of the engine, and kilobytes that a file may have. */
function limited(path: string, memory: string, kilobytes: string) {
  const { status, stderr } = spawnSync(
    "sh",
    [
      "-c",
      `ulimit -f ${kilobytes}; exec "$0" "$@"`,
      process.execPath,
      "--conditions=source",
      main,
      "run",
      "--workspace",
      path,
    ],
    {
      encoding: "utf8",
      env: { PATH: process.env.PATH, LANG: "en_GB.UTF-8", KUNDENWERT_MEMORY: memory },
    },
  );
  return { status, stderr };
}

/** What is worth what, and the steps that were there already. */
async function finished(path: string) {
  const workspace = await openWorkspace(path, { memoryLimit: "1GB" });
  const { steps } = await run(workspace, { backtest: false, insights: false });
  const equity = await workspace.engine.rows("SELECT * FROM equity ORDER BY horizon_months");
  await workspace.close();
  const kept = steps.filter(({ state }) => state === "unchanged").map(({ name }) => name);
  return { equity, kept };
}

test("ends where memory is too small, says so, and goes on with more", TIMEOUT, async () => {
  const path = await imported("memory");
  const { status, stderr } = limited(path, "24MB", "unlimited");
  expect(status).toBe(1);
  expect(stderr).toContain("The memory limit is too small for this step.");
  expect(stderr).toContain("Set KUNDENWERT_MEMORY");
  const { equity, kept } = await finished(path);
  expect(kept).toContain("return_link");
  expect(differences(equity, undisturbed.equity)).toEqual([]);
});

test("ends where the disk is full, says so, and goes on with more", TIMEOUT, async () => {
  const path = await imported("disk");
  const before = statSync(join(path, "kundenwert.duckdb")).size;
  // Twice the ledger: what a file may not have the disk may not have either.
  const { status, stderr } = limited(path, "1GB", String(Math.round((2 * before) / 1024)));
  expect(status).toBe(1);
  expect(stderr).toContain("The disk is full.");
  expect(stderr).toContain("set KUNDENWERT_SPILL");
  const { equity, kept } = await finished(path);
  expect(kept).toContain("return_link");
  expect(differences(equity, undisturbed.equity)).toEqual([]);
});
