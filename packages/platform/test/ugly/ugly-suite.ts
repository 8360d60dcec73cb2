import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type ImportOptions,
  type ImportReport,
  importFile,
} from "../../src/sources/import-file.ts";
import { openWorkspace, type Workspace } from "../../src/workspace/workspace.ts";

/** A file somebody could send, and what must become of it: an import or an error, never a crash. */
export type UglyFile = {
  readonly title: string;
  /** Text is written as UTF-8. */
  readonly content: string | Buffer | (() => Buffer);
  readonly name?: string;
  readonly options?: ImportOptions;
} & (
  | { readonly code: string; readonly details?: Readonly<Record<string, unknown>> }
  | {
      /** Counted by hand, not by any reader. */
      readonly read: number;
      /** Line and reason of each rejected row, in the order of lines. */
      readonly rejects?: readonly (readonly [line: number, reason: string])[];
      /** Rows of the ledger: customer, time, amount. */
      readonly orders?: readonly (readonly [string | null, string, number | null])[];
      readonly warnings?: readonly string[];
    }
);

/** Orders as a program writes them. */
export const csv = (...rows: string[]): string => `customer,date,amount\n${rows.join("\n")}\n`;
/** Orders as a German spreadsheet writes them. */
export const german = (...rows: string[]): string => `Kunde;Datum;Betrag\n${rows.join("\n")}\n`;

/** Runs each file through an import of its own, into one workspace, taken back afterwards. */
export function uglySuite(title: string, files: readonly UglyFile[]): void {
  describe(title, () => {
    let directory: string;
    let workspace: Workspace;
    beforeAll(async () => {
      directory = mkdtempSync(join(tmpdir(), "kundenwert-ugly-"));
      workspace = await openWorkspace(join(directory, "workspace"));
    });
    afterAll(async () => {
      await workspace.close();
      rmSync(directory, { recursive: true });
    });

    test.for(files.map((file, at) => [file.title, file, at] as const))(
      "%s",
      async ([, file, at]) => {
        const folder = join(directory, String(at));
        mkdirSync(folder);
        const path = join(folder, file.name ?? "orders.csv");
        writeFileSync(path, typeof file.content === "function" ? file.content() : file.content);
        const running = importFile(workspace, path, { source: `s${at}`, ...file.options });
        if ("code" in file) {
          await expect(running).rejects.toMatchObject({
            name: "SourceError",
            code: file.code,
            ...(file.details ? { details: file.details } : {}),
          });
          expect(await count(workspace, "imports", `source = 's${at}'`)).toBe(0);
        } else await check(workspace, file, await running);
      },
    );
  });
}

async function check(
  workspace: Workspace,
  file: Extract<UglyFile, { read: number }>,
  report: ImportReport,
): Promise<void> {
  const { importId, rows } = report;
  const own = `import_id = ${importId}`;
  expect(rows.read).toBe(file.read);
  expect(rows.added + rows.known + rows.superseded + rows.rejected).toBe(file.read);
  expect(await count(workspace, "orders", own)).toBe(rows.added);
  const rejects = await workspace.engine.rows(
    `SELECT CAST(line AS DOUBLE) AS line, reason FROM rejects WHERE ${own} ORDER BY line, reason`,
  );
  expect(rejects.map(({ line, reason }) => [line, reason])).toEqual(file.rejects ?? []);
  if (file.orders) {
    const orders = await workspace.engine.rows(
      `SELECT customer_id, CAST(ordered_at AS VARCHAR) AS time, CAST(amount AS DOUBLE) AS amount
       FROM orders WHERE ${own} ORDER BY orders.line`,
    );
    expect(orders.map((row) => [row.customer_id, row.time, row.amount])).toEqual(file.orders);
  }
  expect(report.warnings.map(({ code }) => code)).toEqual(file.warnings ?? []);
}

async function count({ engine }: Workspace, table: string, where: string): Promise<number> {
  const [row] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS n FROM ${table} WHERE ${where}`,
  );
  return Number(row?.n);
}
