import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LEDGER_TABLES } from "./ledger.ts";
import { readSettings, writeSettings } from "./settings.ts";
import { openWorkspace } from "./workspace.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-workspace-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const database = () => join(directory, "kundenwert.duckdb");

/** A workspace that was opened and closed once. */
async function leaveWorkspace(): Promise<void> {
  const workspace = await openWorkspace(directory);
  await workspace.close();
}

test("makes the ledger, and finds it again", async () => {
  await leaveWorkspace();
  const workspace = await openWorkspace(directory);
  for (const table of LEDGER_TABLES) expect(await workspace.engine.hasTable(table)).toBe(true);
  await workspace.close();
});

test("clears what an earlier process left in the exchange directory", async () => {
  const first = await openWorkspace(directory);
  writeFileSync(join(first.exchangeDirectory, "left.csv"), "x");
  await first.close();
  const second = await openWorkspace(directory);
  expect(() => readFileSync(join(second.exchangeDirectory, "left.csv"))).toThrow("ENOENT");
  await second.close();
});

test("lets SQL read nothing but the exchange directory", async () => {
  const workspace = await openWorkspace(directory);
  const outside = join(directory, "secret.csv");
  writeFileSync(outside, "a\n1\n");
  await expect(workspace.engine.rows(`SELECT * FROM read_csv('${outside}')`)).rejects.toMatchObject(
    { code: "ENGINE_ACCESS_DENIED" },
  );
  await workspace.close();
});

test("calls a file cut short unreadable, not its own fault", async () => {
  await leaveWorkspace();
  truncateSync(database(), 20_000);
  await expect(openWorkspace(directory)).rejects.toMatchObject({
    code: "WORKSPACE_UNREADABLE",
    details: { directory },
  });
});

test("calls a file that is no database unreadable", async () => {
  writeFileSync(database(), "order,customer,amount\n".repeat(1000));
  await expect(openWorkspace(directory)).rejects.toMatchObject({ code: "WORKSPACE_UNREADABLE" });
});

test("says so when a newer version wrote the file", async () => {
  await leaveWorkspace();
  raiseStorageVersion(database());
  await expect(openWorkspace(directory)).rejects.toMatchObject({
    code: "WORKSPACE_NEWER",
    details: { directory },
  });
});

/**
 * Adds 1000 to the storage version in a DuckDB file: 8 bytes of checksum, the word DUCK, the
 * version. The checksum is the exclusive or of all words of the block, each times a constant.
 */
function raiseStorageVersion(file: string): void {
  const bytes = readFileSync(file);
  const words = [8, 16];
  const part = (at: number) => BigInt.asUintN(64, bytes.readBigUInt64LE(at) * 0xbf58476d1ce4e5b9n);
  const before = words.map(part);
  bytes.writeBigUInt64LE(bytes.readBigUInt64LE(12) + 1000n, 12);
  const checksum = words.map(part).reduce((sum, after) => sum ^ after, bytes.readBigUInt64LE(0));
  bytes.writeBigUInt64LE(
    before.reduce((sum, part) => sum ^ part, checksum),
    0,
  );
  writeFileSync(file, bytes);
}

test("fills in what the settings leave out", () => {
  writeFileSync(join(directory, "kundenwert.yaml"), "currency: CHF\nmarginRate: 0.35\n");
  expect(readSettings(directory)).toMatchObject({
    timeZone: "Europe/Berlin",
    currency: "CHF",
    basis: "net",
    discountRate: 0.1,
    horizons: [12, 24, 36],
    marginRate: 0.35,
    spend: "all",
  });
});

test("reads the settings it has written", () => {
  const settings = { ...readSettings(directory), horizons: [6], spend: "repeat" } as const;
  writeSettings(directory, { ...settings, horizons: [6] });
  expect(readSettings(directory)).toEqual(settings);
});

test.each([
  ["currency: Euro", "/currency"],
  ["discountRate: 12", "/discountRate"],
  ["horizons: []", "/horizons"],
  ["marginrate: 0.3", "/marginrate"],
  ["horizons: [12", "is no YAML:"],
  ["- 12", ""],
])("refuses the settings %j and names what is wrong", (text, path) => {
  const file = join(directory, "kundenwert.yaml");
  writeFileSync(file, text);
  expect(() => readSettings(directory)).toThrowError(
    expect.objectContaining({
      code: "SETTINGS_INVALID",
      details: { file, path, problem: expect.stringMatching(/\w/) },
    }),
  );
});

test("does not touch the database where the settings are wrong", async () => {
  writeFileSync(join(directory, "kundenwert.yaml"), "basis: cross\n");
  await expect(openWorkspace(directory)).rejects.toMatchObject({ code: "SETTINGS_INVALID" });
  expect(() => readFileSync(database())).toThrow("ENOENT");
});
