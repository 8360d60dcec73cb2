import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { scratchWorkspace } from "../../test/scratch-workspace.ts";
import { DEMO_SOURCES, type DemoFiles, writeDemo } from "../demo/index.ts";
import { importFile } from "./import-file.ts";
import { undoImport } from "./undo-import.ts";

const scratch = scratchWorkspace();

describe("the files of the demo shop", () => {
  let demo: DemoFiles;
  beforeEach(async () => {
    demo = await writeDemo(join(scratch.directory, "demo"), { customers: 300, months: 18 });
  });

  const count = async (table: string) => {
    const [row] = await scratch.workspace.engine.rows(
      `SELECT CAST(count(*) AS DOUBLE) AS n FROM ${table}`,
    );
    return Number(row?.n);
  };

  test("go into the right tables without a word, all rows of them, and once only", async () => {
    for (const { name, table } of DEMO_SOURCES) {
      const report = await importFile(scratch.workspace, demo.files[name]);
      expect([name, report.target]).toEqual([name, table]);
      expect(report.rows).toMatchObject({ added: demo.rows[name], rejected: 0 });
      expect(await count(table)).toBe(demo.rows[name]);
      const again = await importFile(scratch.workspace, demo.files[name]);
      expect(again).toMatchObject({ alreadyImported: true, target: table });
    }
    // 0 rows: every column of kunden.csv has a role.
    expect(await count("customer_attributes")).toBe(0);
    expect(await count("consents")).toBe(demo.rows.kunden);
  });

  test("state consents from the registration on, and referrals where somebody is named", async () => {
    const { importId } = await importFile(scratch.workspace, demo.files.kunden);
    const { engine } = scratch.workspace;
    const [wrong] = await engine.rows(
      `SELECT CAST(count(*) AS DOUBLE) AS n FROM customers LEFT JOIN consents USING (customer_id)
       WHERE CAST(decided_at AS DATE) IS DISTINCT FROM registered_on
         OR purpose <> 'newsletter' OR consents.channel <> 'email'`,
    );
    expect(wrong?.n).toBe(0);
    const [named] = await engine.rows(
      `SELECT CAST(count(referred_by) AS DOUBLE) AS named,
         (SELECT CAST(count(*) AS DOUBLE) FROM referrals) AS referrals FROM customers`,
    );
    expect(named?.named).toBeGreaterThan(0);
    expect(named?.referrals).toBe(named?.named);
    const undone = await undoImport(scratch.workspace, importId);
    expect(undone).toMatchObject({ removed: demo.rows.kunden, restored: 0 });
    for (const table of ["customers", "consents", "referrals"]) expect(await count(table)).toBe(0);
  });

  test("give costs to whole months", async () => {
    await importFile(scratch.workspace, demo.files.kosten);
    const [row] = await scratch.workspace.engine.rows(
      `SELECT CAST(count(*) AS DOUBLE) AS n FROM costs
       WHERE date_part('day', period_start) <> 1 OR period_end <> last_day(period_start)`,
    );
    expect(row?.n).toBe(0);
  });
});
