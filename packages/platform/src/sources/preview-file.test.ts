import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";
import { importFile } from "./import-file.ts";
import { readMapping, writeMapping } from "./mapping-file.ts";
import { previewFile } from "./preview-file.ts";

let directory: string;
let workspace: Workspace;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-preview-"));
  workspace = await openWorkspace(join(directory, "workspace"));
});
afterAll(async () => {
  await workspace.close();
  rmSync(directory, { recursive: true });
});

function file(name: string, ...lines: string[]): string {
  const path = join(directory, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

test("shows ten rows as they stand and as they would be, and imports nothing", async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `K${i};${i + 10}.01.2026;1.00${i},50;x`);
  rows[1] = "K1;31.02.2026;1,50;x";
  const path = file("Umsätze (2).csv", "Kunde;Datum;Umsatz;Notiz", ...rows);
  const preview = await previewFile(workspace, path);
  expect(preview).toMatchObject({
    source: "umsätze",
    rowsRead: 12,
    mapping: { customer: "Kunde", time: "Datum", amount: "Umsatz" },
    unused: ["Notiz"],
    problems: [],
  });
  expect(preview.rows).toHaveLength(10);
  expect(preview.rows[0]).toEqual({
    line: 2,
    raw: ["K0", "10.01.2026", "1.000,50", "x"],
    parsed: expect.objectContaining({
      customer: "K0",
      time: "2026-01-10 00:00:00",
      amount: 1000.5,
    }),
    reject: null,
  });
  expect(preview.rows[1]).toMatchObject({
    line: 3,
    parsed: null,
    reject: { reason: "TIME_UNREADABLE", column: "Datum", value: "31.02.2026" },
  });
  expect(preview.decisions).toContainEqual({
    decision: "number",
    column: "Umsatz",
    value: "comma",
    because: "decimal-digits",
    examples: ["1.000,50"],
  });
  expect(await workspace.engine.rows("SELECT * FROM imports")).toEqual([]);
});

test("shows what is ambiguous as problems, with the way out", async () => {
  const path = file("us.csv", "customer,date,amount", "A,03/04/2026,1.234", "B,05/06/2026,2.345");
  const { problems, rows } = await previewFile(workspace, path);
  expect(problems.map(({ code, details }) => [code, details.flag])).toEqual([
    ["AMBIGUOUS_DATE", "--date-format"],
    ["AMBIGUOUS_NUMBER", "--decimal"],
  ]);
  expect(rows[0]).toMatchObject({ raw: ["A", "03/04/2026", "1.234"], parsed: null });
});

test("writes a mapping that reads the same file again in the same way", async () => {
  const path = file(
    "kunden.csv",
    "Kunde;Datum;Umsatz",
    "A;01.02.2026;1.234,50",
    "B;03.02.2026;2,00",
  );
  const { mappingFile } = await previewFile(workspace, path);
  const yaml = join(directory, "mapping.yaml");
  writeMapping(yaml, mappingFile);
  expect(readMapping(yaml)).toEqual(mappingFile);
  const report = await importFile(workspace, path, readMapping(yaml));
  expect(report.rows).toMatchObject({ added: 2, rejected: 0 });
  expect(report.mapping).toEqual(mappingFile.mapping);
});

test.each([
  ["mapping: { kunde: Kunde }", "/mapping/kunde"],
  ["format: { decimal: dot }", "/format/decimal"],
  ["format: [", ""],
])("refuses the mapping file %s", (text, path) => {
  const yaml = join(directory, "wrong.yaml");
  writeFileSync(yaml, text);
  expect(() => readMapping(yaml)).toThrow(
    expect.objectContaining({
      code: "MAPPING_FILE_INVALID",
      details: expect.objectContaining({ path }),
    }),
  );
});
