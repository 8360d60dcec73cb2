import { readdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ERROR_STATUS, type Problem, type Upload } from "@kundenwert/contract";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  emptyWorkspace,
  germanOrders,
  type TemporaryWorkspace,
} from "../../test/valued-workspace.ts";
import { run } from "../pipeline/run.ts";
import { importFile } from "../sources/import-file.ts";
import { createApp } from "./app.ts";

const MEGABYTE = 2 ** 20;

let valued: TemporaryWorkspace;
let app: FastifyInstance;
let port: number;
beforeAll(async () => {
  valued = await emptyWorkspace();
  const { workspace } = valued;
  for (const [name, content] of Object.entries({
    "orders.csv": germanOrders(),
    "names.csv": NAMES,
  })) {
    const file = join(workspace.directory, "..", name);
    writeFileSync(file, content);
    await importFile(workspace, file, { source: name });
  }
  await run(workspace);
  app = await createApp(valued.workspace, { uploadLimit: 50 * MEGABYTE });
  await app.listen({ host: "127.0.0.1", port: 0 });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await app.close();
  await valued.remove();
});

const SCRIPT = "<img src=x onerror=alert(1)>";
const FORMULA = '=HYPERLINK("http://evil.example";"click")';
/** A customer whose number is a formula, and who came by a channel whose name is a script. */
const NAMES = [
  "customer,date,net_amount,channel",
  ...Array.from({ length: 30 }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, "0");
    return `"${FORMULA.replaceAll('"', '""')}",2025-01-${day},10.00,${SCRIPT}`;
  }),
].join("\n");

/** What people and programs put into addresses, by mistake or not. */
const HOSTILE = [
  "",
  "-1",
  "1e999",
  "NaN",
  "null",
  "true",
  "99999999999999999999",
  "'; DROP TABLE orders; --",
  "$member",
  "<script>alert(1)</script>",
  "../../../etc/passwd",
  "\u0000",
  "\uFEFFΑ\u202E𝕏",
  "x".repeat(10_000),
];

type Operation = { parameters?: { in: string; name: string }[] };
type Document = { paths: Record<string, { get?: Operation; post?: Operation }> };

test("no parameter of any address brings the server down or makes it answer without a code", async () => {
  const { paths } = (await app.inject("/api/openapi.json")).json<Document>();
  let asked = 0;
  for (const [path, { get }] of Object.entries(paths)) {
    // A stream of events does not end by itself.
    if (!get || path.endsWith("/events")) continue;
    for (const { name, in: place } of [
      ...(get.parameters ?? []),
      { name: "surprise", in: "query" },
    ]) {
      for (const value of HOSTILE) {
        const filled = path
          .replace(`{${name}}`, encodeURIComponent(value))
          .replaceAll(/\{\w+\}/g, "1");
        const query = place === "query" ? `?${new URLSearchParams({ [name]: value })}` : "";
        const response = await app.inject(filled + query);
        requireProblem(response, `${filled.slice(0, 80)}${query.slice(0, 80)}`);
        asked++;
      }
    }
  }
  expect(asked).toBeGreaterThan(1000);
  expect((await app.inject("/api/overview")).json()).toMatchObject({ customers: 301 });
});

/** An answer that is well, or a refusal with a code of the catalogue. */
function requireProblem(response: { statusCode: number; body: string }, about: string): void {
  if (response.statusCode < 400) return;
  const problem = JSON.parse(response.body) as Problem;
  expect(Object.keys(ERROR_STATUS), about).toContain(problem.code);
  expect(problem.status, about).toBe(response.statusCode);
  expect(response.statusCode, `${about}: ${response.body.slice(0, 300)}`).toBeLessThan(500);
}

const BODIES = [
  "",
  "null",
  "[]",
  '"text"',
  "12",
  "{",
  '{"surprise": 1}',
  '{"uploadId": 7, "method": {}, "mapping": "x", "horizons": "a"}',
  '{"uploadId": "../../../etc", "table": "pg_tables", "format": {"delimiter": "x"}}',
  '{"__proto__": {"run": true}, "constructor": {"prototype": {}}}',
  `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
];

test("no body brings the server down either", async () => {
  const { paths } = (await app.inject("/api/openapi.json")).json<Document>();
  const writes = Object.entries(paths).filter(
    ([path, { post }]) => post && path !== "/api/uploads" && path !== "/api/runs",
  );
  expect(writes.length).toBeGreaterThan(3);
  for (const [path] of [...writes, ["/api/runs"]]) {
    for (const payload of BODIES.slice(path === "/api/runs" ? 1 : 0)) {
      const url = String(path).replaceAll(/\{\w+\}/g, "1234567");
      const headers = { "content-type": "application/json" };
      const response = await app.inject({ method: "POST", url, headers, payload });
      requireProblem(response, `${url} ${payload.slice(0, 60)}`);
      expect(response.statusCode, `${url} ${payload.slice(0, 60)}`).toBeGreaterThanOrEqual(400);
    }
  }
});

test("an address longer than HTTP carries is refused with a code, and so is what is no HTTP", async () => {
  const long = await raw(
    `GET /api/customers?search=${"x".repeat(40_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
  );
  expect(long).toMatch(/^HTTP\/1\.1 431 /);
  expect(long).toContain('"code":"REQUEST_TOO_LONG"');
  const nonsense = await raw("\u0016\u0003\u0001 hello\r\n\r\n");
  expect(nonsense).toContain('"code":"REQUEST_INVALID"');
});

/** What the server answers to bytes. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => (answer += chunk)).on("end", () => resolve(answer));
    socket.on("error", reject);
  });
}

test("an upload over the limit is refused at the limit, and nothing of it is kept", async () => {
  const sent = await send(100, () => Buffer.alloc(MEGABYTE, "a;b;c\n"));
  expect(JSON.parse(sent.body)).toMatchObject({ code: "UPLOAD_TOO_LARGE", status: 413 });
  expect(uploads()).toEqual([]);
});

test("what is no table is told so by the preview, however large it is", async () => {
  for (const [fill, code] of [
    ["x", "ROW_TOO_LONG"],
    ["\u0000\u0001\u0002", "FILE_BINARY"],
  ] as const) {
    const sent = await send(40, () => Buffer.alloc(MEGABYTE, fill));
    const { uploadId } = JSON.parse(sent.body) as Upload;
    const preview = await look(uploadId);
    requireProblem(preview, code);
    expect(preview.json()).toMatchObject({ code });
  }
});

test("a gzip file that would fill the disk is not unpacked", async () => {
  const line = "customer,date,amount\nc1,2024-01-01,9.50\n";
  const packed = gzipSync(Buffer.alloc(300 * MEGABYTE, line), { level: 6 });
  expect(packed.length).toBeLessThan(2 * MEGABYTE);
  const sent = await send(1, () => packed, "bomb.csv.gz");
  const before = process.memoryUsage().rss;
  const preview = await look((JSON.parse(sent.body) as Upload).uploadId);
  expect(preview.json()).toMatchObject({ code: "GZIP_BOMB", status: 413, details: { ratio: 200 } });
  // It is read piece by piece: nothing near its size is ever in memory.
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * MEGABYTE);
});

test("who closes the connection in the middle of an upload leaves nothing behind", async () => {
  const kept = uploads();
  await new Promise<void>((resolve) => {
    const going = request({ port, method: "POST", path: "/api/uploads", headers: MULTIPART });
    going.on("error", () => {});
    going.on("close", () => resolve());
    going.write(HEAD("half.csv"));
    going.write(Buffer.alloc(MEGABYTE, "a,b\n"), () => setTimeout(() => going.destroy(), 50));
  });
  await expect.poll(uploads).toEqual(kept);
  expect((await app.inject("/api/health")).statusCode).toBe(200);
});

test("who closes the connection in the middle of a file leaves nothing behind", async () => {
  await new Promise<void>((resolve) => {
    const going = request({ port, path: "/api/exports/tables/customers" }, (response) => {
      response.once("data", () => response.destroy());
      response.on("close", () => resolve());
    });
    going.end();
  });
  const { exchangeDirectory } = valued.workspace;
  await expect.poll(() => readdirSync(exchangeDirectory)).toEqual([]);
});

test("script and formulas in names stay text, in answers and in files", async () => {
  const id = encodeURIComponent(FORMULA);
  const detail = await app.inject(`/api/customers/${id}`);
  expect(detail.headers["content-type"]).toMatch(/^application\/json/);
  expect(detail.headers["x-content-type-options"]).toBe("nosniff");
  expect(detail.json()).toMatchObject({ customerId: FORMULA });
  const timeline = await app.inject(`/api/customers/${id}/timeline`);
  expect(timeline.json().items[0]).toMatchObject({ channel: SCRIPT });
  for (const format of ["rfc4180", "excel-de"]) {
    const csv = await app.inject(`/api/exports/tables/customers?format=${format}`);
    const line = csv.body.split("\r\n").find((each) => each.includes("HYPERLINK"));
    expect(line).toMatch(/^"'=HYPERLINK/);
  }
});

const BOUNDARY = "x-boundary";
const MULTIPART = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
const HEAD = (name: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;

/** Sends a file of so many pieces, as a browser does. */
function send(
  pieces: number,
  piece: () => Buffer,
  name = "file.csv",
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const going = request(
      { port, method: "POST", path: "/api/uploads", headers: MULTIPART },
      (got) => {
        let body = "";
        got.on("data", (chunk) => (body += chunk));
        got.on("end", () => resolve({ status: got.statusCode ?? 0, body }));
      },
    );
    going.on("error", reject);
    void (async () => {
      going.write(HEAD(name));
      for (let at = 0; at < pieces; at++) {
        if (!going.write(piece())) await new Promise((drained) => going.once("drain", drained));
      }
      going.end(`\r\n--${BOUNDARY}--\r\n`);
    })();
  });
}

const look = (uploadId: string) =>
  app.inject({ method: "POST", url: "/api/imports/preview", payload: { uploadId } });

/** Files that wait for their import, other than those of earlier tests that were taken. */
function uploads(): string[] {
  return readdirSync(join(valued.workspace.directory, "uploads"));
}
