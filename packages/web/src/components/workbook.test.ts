import { expect, test } from "vitest";
import { readSheet } from "../../../platform/test/read-sheet.ts";
import { createFormat } from "../i18n/format.ts";
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

test("names are bold and stay in sight, and numbers look as they do on the page", () => {
  const { money, percent, count, precise } = createFormat("de-DE", "CHF");
  const columns = [
    { label: "Kunde" },
    { label: "Wert", format: money },
    { label: "Anteil", format: (value: number | null) => percent(value) },
    { label: "Käufe", format: count },
    { label: "Maß", format: precise },
  ];
  const rows = [["K1", 1234.5, 0.25, 3, 0.1234]];
  const text = new TextDecoder().decode(toWorkbook({ columns, rows }));
  const styleAt = (place: string) => new RegExp(`r="${place}"(?: s="(\\d)")?`).exec(text)?.[1];
  expect(["A1", "A2", "B2", "C2", "D2", "E2"].map(styleAt)).toEqual([
    "1",
    undefined,
    "3",
    "2",
    "4",
    undefined,
  ]);
  expect(text).toContain('formatCode="#,##0.00 &quot;CHF&quot;"');
  expect(text).toContain('ySplit="1"');
  // As wide as “1.234,50 CHF”, and two more.
  expect(text).toContain('<col min="2" max="2" width="14" customWidth="1"/>');
});
