import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { importPostgres } from "../../src/sources/postgres/import-postgres.ts";
import { kundenwert } from "../command-line.ts";
import { scratchWorkspace } from "../scratch-workspace.ts";
import { OWNER_PASSWORD, postgresServer } from "./server.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const plain = postgresServer();
const encrypted = postgresServer({ tls: true });
const scratch = scratchWorkspace();
const read = (url: string) => importPostgres(scratch.workspace, { url, from: "sales" });

beforeAll(async () => {
  for (const server of [plain, encrypted]) {
    await server.run(`CREATE TABLE sales (order_id int, customer text, day date, amount numeric);
      INSERT INTO sales VALUES (1, 'K1', '2026-01-31', 12.5), (2, 'K2', 'infinity', 1)`);
  }
});

describe("encryption", () => {
  const url = (query: string) => encrypted.url({ query });

  test.each([
    ["sslmode=require takes any certificate", "?sslmode=require"],
    ["sslmode=verify-full takes one that the authority named vouches for", "?sslmode=verify-full"],
    ["without sslmode a server on this machine is trusted", ""],
  ])("%s", async (_, query) => {
    const authority = query.includes("verify") ? `&sslrootcert=${encrypted.certificate}` : "";
    expect((await read(url(query + authority))).rows.added).toBe(1);
  });

  test.each([
    ["a certificate nobody vouches for", () => url("?sslmode=verify-full")],
    [
      "a certificate for another host",
      () =>
        url(`?sslmode=verify-full&sslrootcert=${encrypted.certificate}`).replace(
          "127.0.0.1",
          "localhost",
        ),
    ],
    ["a server that cannot encrypt", () => plain.url({ query: "?sslmode=require" })],
    [
      "a server elsewhere that cannot encrypt, even where nothing was said",
      () => plain.url().replace("127.0.0.1", "[::ffff:127.0.0.1]"),
    ],
  ])("refuses %s", async (_, of) => {
    await expect(read(of())).rejects.toMatchObject({ code: "POSTGRES_TLS_FAILED" });
  });

  test("may be left out for a server elsewhere if that is said", async () => {
    const elsewhere = plain.url({ query: "?sslmode=disable" });
    const report = await read(elsewhere.replace("127.0.0.1", "[::ffff:127.0.0.1]"));
    expect(report.rows.added).toBe(1);
  });

  test("names the file of an authority that is not there", async () => {
    const path = join(scratch.directory, "root.crt");
    await expect(read(url(`?sslmode=verify-full&sslrootcert=${path}`))).rejects.toMatchObject({
      code: "ENOENT",
      path,
    });
  });
});

describe("the password", () => {
  afterEach(() => {
    delete process.env.PGPASSWORD;
  });

  test("comes from the environment", async () => {
    process.env.PGPASSWORD = OWNER_PASSWORD;
    expect((await read(plain.url({ password: "" }))).rows.added).toBe(1);
  });

  test("comes from ~/.pgpass, without a word of the libraries about it", () => {
    const file = join(scratch.directory, ".pgpass");
    writeFileSync(file, `127.0.0.1:${plain.port}:shop:*:${OWNER_PASSWORD}\n`);
    chmodSync(file, 0o600);
    const flags = ["--postgres", plain.url({ password: "" }), "--from", "sales"];
    const workspace = ["-w", join(scratch.directory, "shop")];
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--conditions=source", main, ...workspace, "import", ...flags],
      { env: { PATH: process.env.PATH, HOME: scratch.directory }, encoding: "utf8" },
    );
    expect(status, stderr).toBe(0);
    expect(stderr).toMatch(/^postgresql:.*1 added/);
    expect(stderr).not.toContain("Warning");
  });
});

describe("the command line", () => {
  const run = (...args: string[]) =>
    kundenwert("-w", join(scratch.directory, "shop"), ...args).then((ended) => {
      expect(`${ended.stdout}${ended.stderr}`).not.toContain(OWNER_PASSWORD);
      return ended;
    });

  test("imports a table, then what is new, and lists both without a password", async () => {
    const flags = ["--postgres", plain.url(), "--from", "sales", "--watermark", "order_id"];
    const first = await run("import", ...flags, "--rejects", join(scratch.directory, "no.csv"));
    expect(first.code, first.stderr).toBe(0);
    expect(first.stderr).toContain(
      `postgresql://shop_owner@127.0.0.1:${plain.port}/shop public.sales`,
    );
    expect(first.stderr).toContain("2 rows read, 1 added, 0 known already, 0 replaced, 1 refused");
    expect(first.stderr).toContain("read up to order_id = 2; next time from there");
    await plain.run("INSERT INTO sales VALUES (3, 'K3', '2026-02-01', 3)");
    const second = await run("--lang", "de", "import", ...flags);
    expect(second.stderr).toContain("gelesen bis order_id = 3; nächstes Mal ab dort");
    expect((await run("import", "--list")).stdout).toContain("shop.public.sales");
  });

  test("reads what is new of a source that kundenwert.yaml declares", async () => {
    const settings = [
      "sources:",
      "  - name: till",
      "    table: orders",
      `    postgres: { url: "${plain.url()}", from: sales, watermark: order_id }`,
    ];
    mkdirSync(join(scratch.directory, "shop"));
    writeFileSync(join(scratch.directory, "shop", "kundenwert.yaml"), settings.join("\n"));
    const first = await run("refresh", "--no-run");
    expect(first.code, first.stderr).toBe(0);
    expect(first.stderr).toMatch(/\d rows read, [12] added/);
    expect((await run("refresh", "--no-run")).stderr).not.toMatch(/[1-9] added/);
  });

  test("shows a query in a dry run and imports nothing", async () => {
    const query = "SELECT customer, day, amount FROM sales WHERE isfinite(day)";
    const ended = await run("import", "--postgres", plain.url(), "--query", query, "--dry-run");
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toContain("2026-01-31");
    expect((await run("import", "--list")).stdout).toBe("nothing has been imported yet\n");
  });

  test.each([
    ["en", "has no such table", "What to do"],
    ["de", "hat diese Tabelle nicht", "Abhilfe"],
  ])("says in %s what is wrong", async (language, what, wayOut) => {
    const flags = ["--postgres", plain.url(), "--from", "sails"];
    const { code, stderr } = await run("--lang", language, "import", ...flags);
    expect(code).toBe(1);
    expect(stderr).toContain(what);
    expect(stderr).toContain(wayOut);
  });

  test("takes --query or --from, not both, for a mistake in the command", async () => {
    const flags = ["--postgres", plain.url(), "--from", "sales", "--query", "SELECT 1"];
    expect((await run("import", ...flags)).code).toBe(2);
  });
});
