import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchWorkspace } from "../../test/scratch-workspace.ts";
import { type Cell, workbook, zip } from "../../test/workbook.ts";
import { importFile } from "./import-file.ts";
import { previewFile } from "./preview-file.ts";

const scratch = scratchWorkspace();

function file(name: string, bytes: Buffer): string {
  const path = join(scratch.directory, name);
  writeFileSync(path, bytes);
  return path;
}

const header = ["Kundennummer", "Bestelldatum", "Bestellnummer", "Nettobetrag"];
const rows: readonly (readonly Cell[])[] = [
  header,
  // 46000 is 2025-12-09; half a day is noon; text keeps its zeros; a number of three digits behind
  // the point is no thousand.
  ["00042", { days: 46000 }, 1001, 1234.567],
  ["00043", { days: 46000.5 }, 1002, 0.1 + 0.2],
  [null, null, null, null],
  ["A\nB", { days: 46001 }, { digits: "9007199254740993" }, 5],
  ["00044", "gestern", 1003, 5],
];

async function orders() {
  const found = await scratch.workspace.engine.rows(
    `SELECT customer_id, CAST(ordered_at AS VARCHAR) AS at, order_id, CAST(amount AS DOUBLE) AS amount
     FROM orders ORDER BY orders.line`,
  );
  return found.map((row) => Object.values(row));
}

test("reads days, times, zeros in front and exact numbers; lines are those of the sheet", async () => {
  const path = file("Bestellungen 2025-12.xlsx", workbook({ Tabelle1: rows }));
  const report = await importFile(scratch.workspace, path);
  expect(report).toMatchObject({
    source: "bestellungen",
    file: "Bestellungen 2025-12.xlsx",
    rows: { read: 4, added: 3, rejected: 1 },
    rejects: [{ reason: "TIME_UNREADABLE", line: 6, value: "gestern" }],
    format: { sheet: "Tabelle1" },
    warnings: [],
  });
  expect(await orders()).toEqual([
    ["00042", "2025-12-09 00:00:00", "1001", 1234.567],
    ["00043", "2025-12-09 12:00:00", "1002", 0.3],
    ["A B", "2025-12-10 00:00:00", "9007199254740993", 5],
  ]);
  const again = await importFile(scratch.workspace, path);
  expect(again.alreadyImported).toBe(true);
  expect(readdirSync(scratch.workspace.exchangeDirectory)).toEqual([]);
});

test("reads the sheet that is asked for, by name or number, and tells of the others", async () => {
  const kunden = [
    ["Kundennr", "Anmeldedatum", "Newsletter"],
    ["007", { days: 45000 }, true],
  ];
  const path = file("Export.xlsx", workbook({ "Käufe & mehr": rows.slice(0, 3), Kunden: kunden }));
  const first = await importFile(scratch.workspace, path);
  expect(first).toMatchObject({ target: "orders", rows: { added: 2 } });
  expect(first.warnings).toEqual([
    { code: "OTHER_SHEETS", details: { sheet: "Käufe & mehr", others: ["Kunden"] } },
  ]);
  const second = await importFile(scratch.workspace, path, { sheet: "Kunden" });
  expect(second).toMatchObject({ target: "customers", rows: { added: 1 }, warnings: [] });
  expect((await importFile(scratch.workspace, path, { sheet: "2" })).alreadyImported).toBe(true);
  const preview = await previewFile(scratch.workspace, path, { sheet: "Kunden" });
  expect(preview.rows[0]?.parsed).toMatchObject({
    customer: "007",
    registered: "2023-03-15",
    consent: true,
  });
  await expect(importFile(scratch.workspace, path, { sheet: "Mai" })).rejects.toMatchObject({
    code: "SHEET_UNKNOWN",
    details: { sheets: ["Käufe & mehr", "Kunden"] },
  });
});

test("refuses a workbook that would fill the memory before it does", async () => {
  // 210 MB of one character: 200 KB packed.
  const bomb = zip({
    "xl/workbook.xml": "<workbook><sheets/></workbook>",
    "xl/worksheets/sheet1.xml": Buffer.alloc(210 * 2 ** 20, " "),
  });
  expect(bomb.length).toBeLessThan(2 ** 20);
  await expect(importFile(scratch.workspace, file("bomb.xlsx", bomb))).rejects.toMatchObject({
    code: "FILE_TOO_LARGE",
  });
});

test.each([
  ["a zip file that is no workbook", zip({ "a.txt": "x" }), "FILE_UNSUPPORTED", { kind: "zip" }],
  [
    "a workbook of OpenOffice",
    zip({ mimetype: "ods", "content.xml": "<x/>" }),
    "FILE_UNSUPPORTED",
    { kind: "ods" },
  ],
  ["a binary workbook", zip({ "xl/workbook.bin": "x" }), "FILE_UNSUPPORTED", { kind: "xlsb" }],
  [
    "an old or encrypted workbook",
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    "FILE_UNSUPPORTED",
    { kind: "xls" },
  ],
  ["a workbook cut short", workbook({ A: rows }).subarray(0, 600), "XLSX_BROKEN", {}],
  ["a workbook without sheets", zip({ "xl/workbook.xml": "<workbook/>" }), "XLSX_BROKEN", {}],
  ["a sheet without rows", workbook({ A: [] }), "FILE_EMPTY", {}],
])("refuses %s", async (_, bytes, code, details) => {
  const running = importFile(scratch.workspace, file("orders.xlsx", bytes));
  await expect(running).rejects.toMatchObject({ name: "SourceError", code, details });
});
