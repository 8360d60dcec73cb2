import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, expect, inject, test } from "vitest";
import type { Engine } from "../../src/engines/engine.ts";
import { openTrino } from "../../src/engines/trino/trino.ts";
import type { TrinoOptions } from "../../src/engines/trino/trino-options.ts";
import { changePassword, PASSWORD, tokenFor } from "./credentials.ts";
import { killNode, startNode, type TrinoNode } from "./nodes.ts";
import { emptySchema } from "./schema.ts";

const cluster = inject("cluster");
const directory = mkdtempSync(join(tmpdir(), "kundenwert-faults-"));
afterAll(() => rmSync(directory, { recursive: true }));

let options: TrinoOptions;
let engine: Engine;
beforeEach(async () => {
  const schema = emptySchema(cluster);
  options = { ...schema, undoFile: join(directory, `${schema.schema}.json`) };
  engine = await openTrino(options);
});
afterEach(() => engine.close());

/** Busy for longer than any of these tests, on all workers: the function hands out its own splits. */
const LONG = `SELECT CAST(count(*) AS DOUBLE) AS n
  FROM TABLE(sequence(start => 1, stop => 10000000000000)) AS a(x) WHERE mod(x, 7) = 0`;

test("what a killed process left half done is taken back by the next one", async () => {
  await engine.replaceTable("by_period", "SELECT CAST(1 AS DOUBLE) AS x");
  await engine.replaceTable("published", "SELECT CAST(10 AS DOUBLE) AS x");
  await engine.replaceTable("published__next", "SELECT CAST(20 AS DOUBLE) AS x");
  const script = new URL("half-a-transaction.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--conditions=source", script, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(existsSync(options.undoFile ?? "")).toBe(true);
  const next = await openTrino(options);
  expect(await next.rows("SELECT x FROM by_period")).toEqual([{ x: 1 }]);
  expect(await next.rows("SELECT x FROM published")).toEqual([{ x: 10 }]);
  expect(await next.rows("SELECT x FROM published__next")).toEqual([{ x: 20 }]);
  expect(await next.hasTable("fresh")).toBe(false);
  expect(existsSync(options.undoFile ?? "")).toBe(false);
  await next.close();
});

test("a transaction whose work fails leaves the tables it renamed, made and dropped as they were", async () => {
  await engine.replaceTable("published", "SELECT CAST(10 AS DOUBLE) AS x");
  await engine.replaceTable("published__next", "SELECT CAST(20 AS DOUBLE) AS x");
  const failing = engine.transaction(async (inside) => {
    await inside.run("DROP TABLE IF EXISTS published");
    await inside.run("ALTER TABLE published__next RENAME TO published");
    await inside.replaceTable("published", "SELECT CAST(30 AS DOUBLE) AS x");
    throw Object.assign(new Error("checks failed"), { code: "OWN" });
  });
  await expect(failing).rejects.toMatchObject({ code: "OWN" });
  expect(await engine.rows("SELECT x FROM published")).toEqual([{ x: 10 }]);
  expect(await engine.rows("SELECT x FROM published__next")).toEqual([{ x: 20 }]);
});

const secure = {
  server: `https://127.0.0.1:${cluster.httpsPort}`,
  certificates: readFileSync(cluster.certificate, "utf8"),
};
const refused = { code: "ENGINE_LOGIN_REFUSED", details: { status: 401 } };

test("a token that has expired since ends in a clear error", async () => {
  const expires = Date.now() + 12_000;
  const guest = await openTrino({ ...options, ...secure, token: tokenFor(12) });
  expect(await guest.rows("SELECT CAST(1 AS DOUBLE) AS x")).toEqual([{ x: 1 }]);
  await wait(expires + 1500 - Date.now());
  await expect(guest.rows("SELECT CAST(1 AS DOUBLE) AS x")).rejects.toMatchObject(refused);
  await guest.close();
});

test("who is refused within a transaction leaves notes, by which the next one takes it back", async () => {
  await engine.replaceTable("published", "SELECT CAST(10 AS DOUBLE) AS x");
  const guest = await openTrino({ ...options, ...secure, password: PASSWORD });
  const directory = dirname(cluster.certificate);
  const broken = guest.transaction(async (inside) => {
    await inside.run("DELETE FROM published");
    changePassword(directory, "another one");
    for (let asked = 0; asked < 300; asked++) {
      await inside.rows("SELECT CAST(1 AS DOUBLE) AS x");
      await wait(100);
    }
  });
  await expect(broken).rejects.toMatchObject(refused);
  expect(await engine.rows("SELECT x FROM published")).toEqual([]);
  expect(existsSync(options.undoFile ?? "")).toBe(true);
  changePassword(directory, PASSWORD);
  // The same engine may go on, too: it takes back before it begins anything else.
  const again = () => guest.transaction((inside) => inside.rows("SELECT x FROM published"));
  await expect.poll(() => again().catch(() => []), { timeout: 30_000 }).toEqual([{ x: 10 }]);
  expect(existsSync(options.undoFile ?? "")).toBe(false);
  await guest.close();
});

test("a worker that is killed ends the statement in a clear error, and the next one works", async () => {
  const [worker] = cluster.workers as readonly [TrinoNode];
  const running = engine.rows(LONG);
  setTimeout(() => killNode(worker), 3000);
  await expect(running).rejects.toMatchObject({
    code: "ENGINE_NODE_LOST",
    details: { queryId: expect.any(String) },
  });
  await startNode(cluster.home, worker);
  await expect
    .poll(() => engine.rows("SELECT CAST(1 AS DOUBLE) AS x").catch(() => []), { timeout: 60_000 })
    .toEqual([{ x: 1 }]);
});

test("a coordinator that starts anew has forgotten the query, and serves the same engine again", async () => {
  await engine.replaceTable("kept", "SELECT CAST(7 AS DOUBLE) AS x");
  const running = engine.rows(LONG);
  const failed = expect(running).rejects.toMatchObject({ code: "ENGINE_NODE_LOST" });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await killNode(cluster.coordinator);
  await startNode(cluster.home, cluster.coordinator);
  await failed;
  await expect
    .poll(() => engine.rows("SELECT x FROM kept").catch(() => []), { timeout: 120_000 })
    .toEqual([{ x: 7 }]);
});
