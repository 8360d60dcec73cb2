import { createServer } from "node:net";
import { beforeAll, describe, expect, test } from "vitest";
import { importPostgres } from "../../src/sources/postgres/import-postgres.ts";
import { scratchWorkspace } from "../scratch-workspace.ts";
import { postgresServer } from "./server.ts";

const server = postgresServer();
const scratch = scratchWorkspace();
const COLUMNS = "id AS order_id, customer, ordered_at, amount";
const ROWS = 200_000;
type Options = Partial<Parameters<typeof importPostgres>[1]>;
const read = ({ from = "shop_orders", ...options }: Options = {}) =>
  importPostgres(scratch.workspace, {
    url: server.url(),
    ...(options.query ? {} : { from }),
    ...options,
  });
const untouched = async () => {
  const rows = await scratch.workspace.engine.rows(
    "SELECT import_id FROM imports UNION ALL SELECT import_id FROM orders UNION ALL SELECT import_id FROM extracts",
  );
  expect(rows).toEqual([]);
};

beforeAll(async () => {
  await server.run(`
    CREATE TABLE shop_orders AS SELECT id, 'K' || id % 1000 AS customer,
      timestamptz '2025-01-01 00:00+00' + id * interval '1 minute' AS ordered_at,
      (id % 977)::numeric / 100 AS amount, repeat('x', 200) AS remark
      FROM generate_series(1, ${ROWS}) AS id;
    CREATE TABLE secret AS SELECT * FROM shop_orders LIMIT 1;
    CREATE ROLE reader LOGIN PASSWORD 'reader-71a';
    GRANT SELECT ON shop_orders TO reader;
    CREATE ROLE locked NOLOGIN PASSWORD 'x'`);
});

describe("refuses with a code of its own", () => {
  const reader = () => server.url({ user: "reader", password: "reader-71a" });
  test.each<[string, () => Options, RegExp]>([
    ["POSTGRES_LOGIN_FAILED", () => ({ url: server.url({ password: "wrong" }) }), /password/],
    ["POSTGRES_LOGIN_FAILED", () => ({ url: server.url({ password: "" }) }), /password/],
    ["POSTGRES_LOGIN_FAILED", () => ({ url: server.url({ user: "nobody" }) }), /password/],
    [
      "POSTGRES_LOGIN_FAILED",
      () => ({ url: server.url({ user: "locked", password: "x" }) }),
      /log in/,
    ],
    ["POSTGRES_DATABASE_UNKNOWN", () => ({ url: server.url({ database: "shoop" }) }), /shoop/],
    ["POSTGRES_TABLE_UNKNOWN", () => ({ from: "other.SHOP_ORDERS" }), /public\.shop_orders/],
    ["POSTGRES_TABLE_UNKNOWN", () => ({ query: "SELECT * FROM shop_order" }), /shop_order/],
    ["POSTGRES_COLUMN_UNKNOWN", () => ({ watermark: "updated" }), /id, customer, ordered_at/],
    ["POSTGRES_COLUMN_UNKNOWN", () => ({ query: "SELECT kunde FROM shop_orders" }), /kunde/],
    ["POSTGRES_PERMISSION_DENIED", () => ({ url: reader(), from: "secret" }), /secret/],
    ["POSTGRES_QUERY_INVALID", () => ({ query: "SELECT FROM WHERE" }), /syntax/],
    ["POSTGRES_QUERY_FAILED", () => ({ query: "SELECT 1 / 0 AS a, 2 AS b" }), /zero/],
    ["POSTGRES_TIMEOUT", () => ({ query: "SELECT pg_sleep(5)", timeout: 0.2 }), /timeout/],
  ])("%s, case %#", async (code, options, reason) => {
    const error = await read(options()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect((error as { details: { reason: string } }).details.reason).toMatch(reason);
    expect(String((error as Error).message)).not.toMatch(/owner-3f9c|reader-71a/);
    await untouched();
  });

  test("a column without an order as watermark", async () => {
    const query = `SELECT ${COLUMNS}, '{}'::json AS extra FROM shop_orders`;
    await expect(read({ query, watermark: "extra" })).rejects.toMatchObject({
      code: "POSTGRES_WATERMARK_INVALID",
      details: { column: "extra", type: "json" },
    });
  });

  test("a server that is not there, or does not speak", async () => {
    const silent = createServer((socket) => socket.resume().end("HTTP/1.1 400\r\n\r\n")).listen(
      0,
      "127.0.0.1",
    );
    await new Promise((resolve) => silent.once("listening", resolve));
    const { port } = silent.address() as { port: number };
    const url = `postgresql://a:b@127.0.0.1:${port}/c`;
    await expect(read({ url })).rejects.toMatchObject({ code: "POSTGRES_UNREACHABLE" });
    await new Promise((resolve) => silent.close(resolve));
    await expect(read({ url })).rejects.toMatchObject({
      code: "POSTGRES_UNREACHABLE",
      details: { reason: expect.stringMatching(/ECONNREFUSED/) },
    });
    const nowhere = "postgresql://a:b@no-such-host.invalid/c";
    await expect(read({ url: nowhere })).rejects.toMatchObject({ code: "POSTGRES_UNREACHABLE" });
  });

  test.each(["shop", "mysql://a:geheim@b/c", "postgresql://a:geheim@b:port/c"])(
    "a URL that is none, without repeating it: %s",
    async (url) => {
      const error = await read({ url }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "POSTGRES_URL_INVALID" });
      expect(JSON.stringify([error, String(error)])).not.toContain("geheim");
    },
  );
});

describe("reads and nothing else", () => {
  const keep = () => server.run("SELECT count(*)::int AS n FROM shop_orders");
  test.each([
    ["DELETE FROM shop_orders", "POSTGRES_NOT_A_SELECT"],
    ["/* SELECT */ TRUNCATE shop_orders", "POSTGRES_NOT_A_SELECT"],
    ["", "POSTGRES_NOT_A_SELECT"],
    [
      "WITH gone AS (DELETE FROM shop_orders RETURNING *) SELECT * FROM gone",
      "POSTGRES_QUERY_INVALID",
    ],
    ["SELECT 1 AS a; DELETE FROM shop_orders", "POSTGRES_QUERY_INVALID"],
    [
      "SELECT 1) AS rows; DELETE FROM shop_orders; SELECT * FROM (SELECT 2 AS a",
      "POSTGRES_QUERY_INVALID",
    ],
    ["SELECT 1) AS rows; COMMIT; DELETE FROM shop_orders; --", "POSTGRES_QUERY_INVALID"],
    ["SELECT * INTO copied FROM shop_orders", "POSTGRES_QUERY_INVALID"],
    ["SELECT * FROM shop_orders FOR UPDATE", "POSTGRES_NOT_A_SELECT"],
    ["SELECT setval('counter', 5) AS a, 1 AS b", "POSTGRES_NOT_A_SELECT"],
    [
      "SELECT set_config('transaction_read_only', 'off', true) AS a, 1 AS b",
      "POSTGRES_QUERY_FAILED",
    ],
  ])("%s", async (query, code) => {
    await server.run("CREATE SEQUENCE IF NOT EXISTS counter");
    const error = await importPostgres(scratch.workspace, { url: server.url(), query }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code });
    expect((await keep()).rows).toEqual([{ n: ROWS }]);
    await untouched();
  });

  test("a function that may write even so has written nothing", async () => {
    const query = `SELECT ${COLUMNS}, lo_create(0) AS made FROM shop_orders LIMIT 10`;
    expect((await read({ query })).rows.added).toBe(10);
    const { rows } = await server.run("SELECT count(*)::int AS n FROM pg_largeobject_metadata");
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("one of a table and a query, and options that mean something", async () => {
    const both = { url: server.url(), from: "a", query: "SELECT 1" };
    for (const options of [
      both,
      { url: server.url() },
      { url: server.url(), from: " " },
      { url: server.url(), from: "shop_orders", overlap: "-1 hour" },
      { url: server.url(), from: "shop_orders", timeout: 0 },
    ]) {
      await expect(importPostgres(scratch.workspace, options)).rejects.toMatchObject({
        code: "OPTION_INVALID",
      });
    }
  });

  test("an overlap only of the watermark's own kind, once it is needed", async () => {
    await read({ watermark: "id" });
    await expect(read({ watermark: "id", overlap: "2 hours" })).rejects.toMatchObject({
      code: "OPTION_INVALID",
      details: { option: "overlap", allowed: "5000" },
    });
  });
});

describe("stopped half-way", () => {
  test("by the user: nothing is written, and the server stops working", async () => {
    const controller = new AbortController();
    const slow = `SELECT ${COLUMNS}, pg_sleep(0.001) AS nap FROM shop_orders`;
    const reading = read({
      query: slow,
      signal: controller.signal,
      onProgress: ({ share }) => share > 0 && controller.abort(),
    });
    await expect(reading).rejects.toMatchObject({ code: "IMPORT_CANCELLED" });
    await untouched();
    // The session itself counts as the one that asks.
    await expect
      .poll(async () => {
        const { rows } = await server.run(
          "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'kundenwert'",
        );
        return rows[0]?.n;
      })
      .toBe(0);
  });

  test("before it began", async () => {
    const signal = AbortSignal.abort();
    await expect(read({ signal })).rejects.toMatchObject({ code: "IMPORT_CANCELLED" });
  });

  test("by a server that is shut down: nothing is written, and the next time all of it", async () => {
    let isStopped = false;
    const reading = read({
      onProgress: ({ phase, share }) => {
        if (phase !== "extract" || share < 0.2 || isStopped) return;
        isStopped = true;
        void server.run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kundenwert'",
        );
      },
    });
    await expect(reading).rejects.toMatchObject({ code: "POSTGRES_CONNECTION_LOST" });
    await untouched();
  });

  test("by a server that dies: the same", async () => {
    let died: Promise<void> | undefined;
    const reading = read({
      onProgress: ({ phase, share }) => {
        if (phase === "extract" && share > 0.2) died ??= server.kill();
      },
    });
    await expect(reading).rejects.toMatchObject({ code: "POSTGRES_CONNECTION_LOST" });
    await died;
    await untouched();
    await server.start();
    expect((await read({ watermark: "ordered_at" })).rows).toMatchObject({
      read: ROWS,
      added: ROWS,
    });
  });
});
