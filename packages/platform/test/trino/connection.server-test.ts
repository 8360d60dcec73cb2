import { readFileSync } from "node:fs";
import { afterEach, expect, inject, test } from "vitest";
import type { Engine } from "../../src/engines/engine.ts";
import { openTrino } from "../../src/engines/trino/trino.ts";
import type { TrinoOptions } from "../../src/engines/trino/trino-options.ts";
import { PASSWORD, tokenFor, USER } from "./credentials.ts";
import { overloadedGateway } from "./gateway.ts";
import { emptySchema } from "./schema.ts";

const cluster = inject("cluster");
const certificates = readFileSync(cluster.certificate, "utf8");

let opened: Engine[] = [];
afterEach(async () => {
  for (const engine of opened) await engine.close();
  opened = [];
});

async function open(options: Partial<TrinoOptions> = {}): Promise<Engine> {
  const engine = await openTrino({ ...emptySchema(cluster), ...options });
  opened.push(engine);
  return engine;
}

const secure = { server: `https://127.0.0.1:${cluster.httpsPort}`, certificates };

async function whoAsks(engine: Engine): Promise<unknown> {
  const [row] = await engine.rows("SELECT current_user AS name");
  return row?.name;
}

test("logs in over TLS with user and password", async () => {
  const engine = await open({ ...secure, password: PASSWORD });
  expect(await whoAsks(engine)).toBe(USER);
});

test("logs in with a JSON Web Token", async () => {
  const engine = await open({ ...secure, token: tokenFor(60) });
  expect(await whoAsks(engine)).toBe(USER);
});

test.each([
  ["a wrong password", { password: "wrong" }],
  ["no password", {}],
  ["a token that has expired", { token: tokenFor(-60) }],
  ["a token of somebody else", { token: `${tokenFor(60)}x` }],
])("is told when the cluster refuses %s", async (_, login) => {
  await expect(open({ ...secure, ...login })).rejects.toMatchObject({
    code: "ENGINE_LOGIN_REFUSED",
    details: { status: 401 },
  });
});

test("trusts no certificate that nobody vouches for", async () => {
  const { server } = secure;
  await expect(open({ server, password: PASSWORD })).rejects.toMatchObject({
    code: "ENGINE_UNREACHABLE",
    details: { server, reason: expect.stringContaining("self-signed") },
  });
});

test("says so when nobody answers, as soon as its patience ends", async () => {
  const server = "http://127.0.0.1:9";
  await expect(open({ server, patience: 0.2 })).rejects.toMatchObject({
    code: "ENGINE_UNREACHABLE",
    details: { server, reason: expect.stringContaining("ECONNREFUSED") },
  });
});

test("asks again what a busy gateway turned away, no sooner than it wishes", async () => {
  const gateway = await overloadedGateway(cluster.coordinator.port);
  const engine = await open({ server: gateway.url });
  const started = performance.now();
  gateway.turnAway([503, 429, 502]);
  expect(await engine.rows("SELECT CAST(1 AS DOUBLE) AS x")).toEqual([{ x: 1 }]);
  // 429 came with "Retry-After: 1".
  expect(performance.now() - started).toBeGreaterThan(1000);
  await gateway.close();
});

test("passes session properties on", async () => {
  const engine = await open({ session: { query_max_run_time: "77s" } });
  const [row] = await engine.rows("SHOW SESSION LIKE 'query_max_run_time'");
  expect(row?.Value).toBe("77s");
});

test("tells of an error which query it was and where to look at it", async () => {
  const engine = await open();
  await expect(engine.rows("SELECT 1 / 0")).rejects.toMatchObject({
    code: "ENGINE_VALUE_INVALID",
    details: {
      queryId: expect.stringMatching(/^\d{8}_\d{6}_\d{5}_\w+$/),
      infoUri: expect.stringContaining("/ui/query.html?"),
      errorName: "DIVISION_BY_ZERO",
    },
  });
});

test("reports how far a statement is before it ends", async () => {
  const engine = await open();
  const shares: number[] = [];
  const select = "SELECT count(*) AS n FROM UNNEST(sequence(1, 9000)) AS a(x)";
  const crossed = `${select} CROSS JOIN UNNEST(sequence(1, 9000)) AS b(y) WHERE mod(x * y, 7) = 0`;
  await engine.replaceTable("crossed", crossed, {}, { onProgress: (share) => shares.push(share) });
  expect(shares.length).toBeGreaterThan(0);
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(shares.at(-1)).toBe(1);
});

test("ends in the cluster what is no longer waited for", async () => {
  const engine = await open();
  const endless =
    "SELECT x FROM UNNEST(sequence(1, 9000)) AS a(x) CROSS JOIN UNNEST(sequence(1, 9000)) AS b(y)";
  for await (const batch of engine.batches(endless)) if (Object.values(batch)[0]?.length) break;
  const running = `SELECT CAST(count(*) AS DOUBLE) AS n FROM system.runtime.queries
    WHERE state IN ('RUNNING', 'FINISHING') AND query LIKE '%9000%' AND query NOT LIKE '%runtime%'`;
  await expect.poll(async () => (await engine.rows(running))[0]?.n, { timeout: 20_000 }).toBe(0);
});

test("may read a catalog that it may not write to", async () => {
  const options = emptySchema(cluster);
  const writer = await open(options);
  await writer.replaceTable("shared", "SELECT CAST(7 AS DOUBLE) AS x");
  const reader = await open({ ...options, catalog: "lake_read" });
  expect(await reader.rows("SELECT x FROM shared")).toEqual([{ x: 7 }]);
  const refused = { code: "ENGINE_ACCESS_DENIED", details: { errorName: "PERMISSION_DENIED" } };
  await expect(reader.replaceTable("own", "SELECT 1 AS x")).rejects.toMatchObject(refused);
  const deleting = reader.transaction((inside) => inside.run("DELETE FROM shared"));
  await expect(deleting).rejects.toMatchObject(refused);
  expect(await writer.rows("SELECT x FROM shared")).toEqual([{ x: 7 }]);
});
