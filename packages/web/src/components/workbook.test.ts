import { expect, test } from "vitest";
import { readSheet } from "../../../platform/test/read-sheet.ts";
import { toWorkbook } from "./workbook.ts";

const read = async (table: Parameters<typeof toWorkbook>[0]) =>
  readSheet(Buffer.from(toWorkbook(table)));

test("what is shown is read back from Excel, and no text becomes a formula", async () => {
  const table = {
    columns: [{ label: "Kunde & Firma" }, { label: "Wert" }],
    rows: [
      ["=1+1", 1234.5, "not shown"],
      ["Müller <Süd>", null, "key"],
      ["+49 30", -0.25],
    ],
  };
  expect(await read(table)).toEqual([
    ["Kunde & Firma", "Wert"],
    ["=1+1", 1234.5],
    ["Müller <Süd>", null],
    ["+49 30", -0.25],
  ]);
});

test("columns beyond Z keep their places", async () => {
  const row = Array.from({ length: 30 }, (_, i) => i);
  const columns = row.map((i) => ({ label: `c${i}` }));
  expect((await read({ columns, rows: [row] }))[1]).toEqual(row);
});
