import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDuckDb } from "../../src/engines/duckdb.ts";
import { start } from "../command-line.ts";
import { lines, openShop, plain, type Shop } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe("from a file to values", () => {
  test("run imports, makes every step, and says which method it took and why", () => {
    expect(shop.ran.code).toBe(0);
    const said = lines(shop.ran.stderr);
    expect(said[0]).toMatch(/bestellungen\.csv: [\d.]+ Zeilen gelesen, [\d.]+ neu/);
    const steps = said.flatMap((line) => /^(\d+)\/(\d+) /.exec(line)?.slice(1) ?? []);
    expect(steps.length).toBeGreaterThan(2 * 15);
    expect(steps).toEqual(
      Array.from({ length: steps.length / 2 }, (_, i) => [
        `${i + 1}`,
        `${steps.length / 2}`,
      ]).flat(),
    );
    expect(shop.ran.stderr).toMatch(
      /\d+ Kunden bewertet\. Methode: .+; sie hat den zurückgehaltenen/,
    );
    expect(shop.ran.stdout).toBe("");
  });

  test("value prints a table of the first twenty, in the user's language", async () => {
    const { code, stdout, stderr } = await shop.on("--lang", "de", "value");
    expect(code).toBe(0);
    expect(plain(stdout)).toMatch(
      /^20 von \d+ Kunden, Stand 31\.10\.2026, nächste 12 Monate, netto/,
    );
    expect(lines(stdout)).toHaveLength(3 + 20);
    expect(plain(stdout)).toMatch(/\d\.\d{3},\d\d €/);
    expect(stderr).toContain("--limit");
    const english = await shop.on("--lang", "en", "value", "--limit", "2");
    expect(english.stdout).toMatch(/^2 of \d+ customers, as of 31 Oct 2026/);
    expect(english.stdout).toMatch(/€\d,\d{3}\.\d\d/);
  });

  test("value shows one customer, and does not know another", async () => {
    const rows = await shop.json<Record<string, unknown>[]>("value", "--limit", "1");
    const customer = String(rows[0]?.customer_id);
    const found = await shop.on("-q", "value", "--customer", customer, "--horizon", "36");
    expect(found.stdout).toContain(customer);
    const unknown = await shop.on("--lang", "de", "value", "--customer", "X", "--format", "csv");
    expect(unknown).toMatchObject({ code: 1, stdout: "" });
    expect(unknown.stderr).toContain("Es gibt keinen Kunden X.");
  });

  test("value writes everyone as CSV, JSON and Parquet, the same in each", async () => {
    const csv = await shop.on("-q", "value", "--format", "csv");
    const rows = await shop.json<Record<string, unknown>[]>("value");
    const [header = "", ...records] = csv.stdout.trimEnd().split("\r\n");
    expect(records).toHaveLength(rows.length);
    expect(rows.length).toBeGreaterThan(500);
    expect(header.split(",")).toEqual(Object.keys(rows[0] ?? {}));
    const first = records[0]?.split(",") ?? [];
    for (const [at, value] of Object.values(rows[0] ?? {}).entries()) {
      expect(first[at]).toBe(value === null ? "" : String(value));
    }
    expect(rows[0]).toMatchObject({ as_of: "2026-10-31", rank_place: 1, class: "A", decile: 1 });

    const output = join(shop.directory, "values.parquet");
    const written = await shop.on("value", "--format", "parquet", "--output", output);
    expect(written).toMatchObject({ code: 0, stdout: "" });
    expect(written.stderr).toContain(output);
    const engine = await openDuckDb({ exchangeDirectory: shop.directory });
    const parquet = await engine.rows(`SELECT * FROM '${output}' ORDER BY rank_place`);
    await engine.close();
    expect(parquet).toEqual(rows);
  });

  test("value writes a file that German Excel opens well", async () => {
    const output = join(shop.directory, "Kundenwerte.csv");
    const { code } = await shop.on("-q", "value", "--format", "excel-de", "--output", output);
    expect(code).toBe(0);
    const bytes = readFileSync(output);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header = "", ...records] = bytes.toString("utf8").slice(1).trimEnd().split("\r\n");
    const names = header.split(";");
    const rows = await shop.json<Record<string, number>[]>("value");
    expect(records).toHaveLength(rows.length);
    const first = records[0]?.split(";") ?? [];
    expect(first).toHaveLength(names.length);
    const revenue = first[names.indexOf("revenue_discounted")];
    expect(revenue).toMatch(/^\d+,\d+$/);
    expect(Number(revenue?.replace(",", "."))).toBe(rows[0]?.revenue_discounted);
    expect(first[names.indexOf("as_of")]).toBe("2026-10-31");
  });

  test("value writes an Excel workbook, and tells its checksum", async () => {
    const output = join(shop.directory, "Kundenwerte.xlsx");
    const written = await shop.on("value", "--format", "xlsx", "--output", output);
    expect(written).toMatchObject({ code: 0, stdout: "" });
    const bytes = readFileSync(output);
    expect(written.stderr).toContain(createHash("sha256").update(bytes).digest("hex"));
    const [names = [], ...records] = await readSheet(bytes);
    const rows = await shop.json<Record<string, unknown>[]>("value");
    expect(records).toHaveLength(rows.length);
    const first = (records[0] ?? []).map((cell) =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : cell,
    );
    expect(Object.fromEntries(first.map((cell, at) => [names[at], cell]))).toEqual(rows[0]);
  });

  test("equity is the sum of the values, with its interval, in each form", async () => {
    const equity = await shop.json<Record<string, number>[]>("equity");
    expect(equity.map(({ horizonMonths }) => horizonMonths)).toEqual([12, 24, 36]);
    const rows = await shop.json<Record<string, number>[]>("value");
    const sum = rows.reduce((total, row) => total + Number(row.revenue_discounted), 0);
    expect(equity[0]?.revenueDiscounted).toBeCloseTo(sum, 6);
    expect(equity[0]?.revenueLow).toBeLessThan(sum);
    expect(equity[0]?.revenueHigh).toBeGreaterThan(sum);
    const csv = await shop.on("-q", "equity", "--format", "csv");
    expect(lines(csv.stdout)).toHaveLength(4);
    const table = await shop.on("--lang", "de", "equity");
    expect(plain(table.stdout)).toMatch(/80-%-Intervall/);
    expect(plain(table.stdout)).toMatch(/31\.10\.2027/);
  });

  test("doctor tells what is odd in plain words and as JSON", async () => {
    const report = await shop.json<{ findings: { code: string; count: number }[] }>("doctor");
    const returns = report.findings.find(({ code }) => code === "NEGATIVE_LINES");
    expect(returns?.count).toBeGreaterThan(0);
    const { stdout } = await shop.on("--lang", "de", "doctor");
    // A caption, the findings, and what there is: the shop has orders only.
    expect(lines(stdout)).toHaveLength(1 + report.findings.length + 3);
    expect(stdout).toMatch(/ {2}Bestellungen: [\d.]+ Zeilen, \d\d\.\d\d\.\d{4} bis /);
    expect(stdout).toMatch(/Hinweis .* Retouren oder Stornos/);
    expect(stdout).not.toMatch(/undefined|\?/);
  });
});

describe("into a pipe", () => {
  test("goes no colour and no progress bar", async () => {
    const shown = [
      shop.ran,
      await shop.on("value"),
      await shop.on("equity"),
      await shop.on("doctor"),
    ];
    shown.push(await shop.on("run"), await shop.on("vaule"), await shop.on("--help"));
    for (const { stdout, stderr } of shown) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for is the escape.
      expect(stdout + stderr).not.toMatch(/[\u001b\r█░]/);
    }
  });

  test("goes nothing but results when it is to be quiet", async () => {
    expect(await shop.on("--quiet", "run")).toMatchObject({ code: 0, stdout: "", stderr: "" });
    const value = await shop.on("--quiet", "value", "--limit", "3");
    expect(value.stderr).toBe("");
    expect(lines(value.stdout)).toHaveLength(6);
    const failed = await shop.on("--quiet", "value", "--customer", "X");
    expect(failed).toMatchObject({ code: 1, stdout: "" });
    expect(failed.stderr).not.toBe("");
  });

  test("may be closed by its reader", async () => {
    const running = start("-w", shop.workspace, "value", "--format", "csv", "--horizon", "36");
    running.child.stdout.once("data", () => running.child.stdout.destroy());
    expect(await running.ended).toMatchObject({ code: 0, stderr: "" });
  });
});
