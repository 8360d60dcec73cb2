import { expect, test } from "vitest";
import { toCsv } from "./table-data.ts";

const table = {
  columns: [{ label: "Kunde" }, { label: "Wert; abgezinst" }],
  rows: [
    ['Müller "Süd"', 1234.5],
    ["=1+1", null],
    [null, -0.25],
  ],
};

test("a German reader gets semicolons and decimal commas", () => {
  expect(toCsv(table, "de-DE")).toBe(
    `\uFEFFKunde;"Wert; abgezinst"\r\n"Müller ""Süd""";1234,5\r\n'=1+1;\r\n;-0,25\r\n`,
  );
});

test("where the decimal sign is a point, commas separate", () => {
  const [, first] = toCsv(table, "de-CH").split("\r\n");
  expect(first).toBe('"Müller ""Süd""",1234.5');
});
