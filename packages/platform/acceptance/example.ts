import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { DoctorReport } from "../src/pipeline/doctor.ts";
import { openWorkspace, type Workspace } from "../src/workspace/workspace.ts";
import { json, kundenwert } from "./kundenwert.ts";

const datasets = inject("datasets");
const examples = join(import.meta.dirname, "../../../examples");

/** A workspace file under examples/, and the workspace that is made of it. */
type Example = {
  readonly path: string;
  workspace: Workspace;
  /** The first row of a query. */
  first(sql: string): Promise<Readonly<Record<string, unknown>>>;
  counts(...tables: string[]): Promise<Record<string, number>>;
};

/**
 * Refreshes a workspace made of an example's file, twice, opens it, and lets the doctor look at it.
 *
 * @param found what the doctor counts, by code; what is left out is anything
 */
export function example(
  name: string,
  rows: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>> = {},
): Example {
  const path = mkdtempSync(join(tmpdir(), `kundenwert-${name}-`));
  const shared: Example = {
    path,
    workspace: undefined as never,
    async first(sql) {
      const [row = {}] = await shared.workspace.engine.rows(sql);
      return row;
    },
    async counts(...tables) {
      const sql = tables.map(
        (table) => `(SELECT CAST(count(*) AS DOUBLE) FROM ${table}) AS ${table}`,
      );
      return (await shared.first(`SELECT ${sql.join(", ")}`)) as Record<string, number>;
    },
  };
  beforeAll(async () => {
    const yaml = readFileSync(join(examples, name, "kundenwert.yaml"), "utf8");
    writeFileSync(join(path, "kundenwert.yaml"), yaml.replaceAll("DATASETS", datasets));
    const refreshed = kundenwert("-w", path, "refresh", "--no-run");
    if (refreshed.status !== 0) throw new Error(refreshed.err);
  });
  const open = async () => {
    shared.workspace = await openWorkspace(path);
  };
  test("comes with all its rows, and once only", async () => {
    await open();
    expect(await shared.counts(...Object.keys(rows))).toEqual(rows);
    await shared.workspace.close();
    const again = kundenwert("-w", path, "refresh", "--no-run");
    expect(again.status).toBe(0);
    expect(again.err).not.toMatch(/rows read/);
    await open();
    expect(await shared.counts(...Object.keys(rows))).toEqual(rows);
  });
  test("is looked at by the doctor", async () => {
    expect(await doctor(shared)).toMatchObject(found);
  });
  afterAll(async () => {
    await shared.workspace.close();
    rmSync(path, { recursive: true });
  });
  return shared;
}

/** What the doctor counts, by code. A process of its own reads it, so the workspace is closed. */
export async function doctor(shared: Example): Promise<Record<string, number>> {
  await shared.workspace.close();
  const report = json<DoctorReport>("-w", shared.path, "doctor", "--format", "json");
  shared.workspace = await openWorkspace(shared.path);
  return Object.fromEntries(report.findings.map(({ code, count }) => [code, count]));
}
