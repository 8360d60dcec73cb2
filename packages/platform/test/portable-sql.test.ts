import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeDemo } from "../src/demo/index.ts";
import type { Parameters } from "../src/engines/engine.ts";
import { readSql } from "../src/engines/sql-file.ts";
import { toTrinoSql } from "../src/engines/trino/to-trino-sql.ts";
import { run } from "../src/pipeline/run.ts";
import { importFile } from "../src/sources/import-file.ts";
import { openWorkspace, type Workspace } from "../src/workspace/workspace.ts";

const root = new URL("../", import.meta.url);
/** The ledger is declared in DuckDB's words, jobs are kept in SQLite. */
const ONE_DIALECT = /^sql\/(ledger|store|import)\//;
const files = globSync("sql/**/*.sql", { cwd: root }).filter((file) => !ONE_DIALECT.test(file));
const scripts = globSync("src/pipeline/**/*.ts", { cwd: root }).filter(
  (file) => !file.endsWith(".test.ts"),
);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");

/** What only one of the engines understands, or what they understand differently. */
const FORBIDDEN: readonly RegExp[] = [
  /\bQUALIFY\b/,
  /\bFILTER\s*\(/,
  /\bGROUP BY ALL\b/,
  /\bORDER BY ALL\b/,
  /\bASOF\b/,
  /\bMERGE INTO\b/,
  /\b(approx_)?quantile\w*\s*\(/i,
  /\bpercentile_(cont|disc)\b/i,
  /\bmedian\s*\(/i,
  /\bunnest\s*\(/i,
  /\bgenerate_series\s*\(/i,
  /\brange\s*\(\s*\d/i,
  /\blist_\w+\s*\(/i,
  /\bstrftime\s*\(/i,
  /\bdate_part\s*\(/i,
  /\w::\w/,
  /\bSELECT \* (EXCLUDE|REPLACE)\b/,
  /\bDISTINCT ON\b/,
];

test.each(files)("%s is written in words that DuckDB and Trino share", (file) => {
  const sql = read(file).replaceAll(/--.*$/gm, "");
  for (const pattern of FORBIDDEN) expect(sql).not.toMatch(new RegExp(pattern, "i"));
});

test("so is the SQL between the lines of the pipeline", () => {
  for (const file of scripts) {
    for (const pattern of FORBIDDEN) expect(read(file), file).not.toMatch(pattern);
  }
});

test.each(files)("%s opens with what it is, and names what it reads", (file) => {
  const sql = read(file);
  expect(sql).toMatch(/^-- [A-Z]/);
  if (!/\bCREATE TABLE\b/.test(sql)) expect(sql).toMatch(/^-- reads: /m);
});

test.each(files)("%s takes values only as parameters", (file) => {
  expect(read(file)).not.toMatch(/\$\{|\?\s*(,|\)|$)/m);
});

test.each(files)("%s can be translated for Trino", (file) => {
  const anything = new Proxy({}, { get: () => 1 });
  expect(toTrinoSql(read(file), anything)).not.toBe("");
});

/** A value for every parameter that any file names. */
const VALUES: Parameters = {
  as_of: new Date("2026-10-31"),
  calibration_end: new Date("2025-10-31"),
  holdout_end: new Date("2026-10-31"),
  window_start: new Date("2025-10-31"),
  currency: "EUR",
  basis: "net",
  spend: "all",
  method: "mbg-nbd",
  traditional: 0,
  transition: 1,
  recent_days: 365,
  spend_mean: 50,
  spend_strength: 2,
  margin_rate: 0.4,
  discount_rate: 0.1,
  verified: 1,
  dispersion: 100,
  drift: 0.3,
  window_factor: 1,
  history_factor: 0.5,
  every: 1,
  horizon: 12,
  customer: "K0000001",
  customer_id: "K0000001",
  limit: 10,
  name: "run",
  figure: "revenue",
  period: "month",
  dimension: "all",
  member: "all",
  last: 12,
  suppressed: 0,
  smallest_group: 5,
  cohort_kind: "purchases",
};
/** Those that a run makes tables from, and those that screens and commands read. */
const USED = files.filter((file) => /^sql\/((doctor|read|export)\/)?\w[\w-]*\.sql$/.test(file));

let directory: string;
let workspace: Workspace;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-sql-"));
  const { files: demo } = await writeDemo(directory, { customers: 1500, months: 24 });
  workspace = await openWorkspace(join(directory, "workspace"));
  await importFile(workspace, demo.bestellungen);
  // Its tables are there only where it values the customers.
  await run(workspace, { method: "transition" });
});
afterAll(async () => {
  await workspace.close();
  rmSync(directory, { recursive: true, force: true });
});

test.each(USED)("the engine can plan %s with its parameters", async (file) => {
  const sql = readSql(file.slice("sql/".length, -".sql".length));
  const named = [...sql.replaceAll(/--.*$/gm, "").matchAll(/\$(\w+)/g)].map(([, name]) => name);
  for (const name of named) expect(Object.keys(VALUES)).toContain(name);
  const plan = await workspace.engine.rows(`EXPLAIN ${sql}`, VALUES);
  expect(plan.length).toBeGreaterThan(0);
});

test.each([
  "customer_value",
  "equity",
  "value_decile",
  "value_lorenz",
  "customer_summary",
  "purchase_day",
])("%s holds no type that a JavaScript number cannot", async (table) => {
  const columns = await workspace.engine.rows(
    "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $table",
    { table },
  );
  expect(columns.length).toBeGreaterThan(0);
  for (const { column_name, data_type } of columns) {
    expect(["VARCHAR", "DOUBLE", "INTEGER", "DATE", "BOOLEAN"], String(column_name)).toContain(
      data_type,
    );
  }
});
