import { expect, test } from "vitest";
import { rowText, toCsv } from "./table-data.ts";

const table = {
  columns: [{ label: "Kunde" }, { label: "Wert; abgezinst" }],
  rows: [
    ['Müller "Süd"', 1234.5],
    ["=1+1", null],
    [null, -0.25],
  ],
};

test("German Excel gets a byte order mark, semicolons and decimal commas", () => {
  expect(toCsv(table, "excel-de")).toBe(
    `\uFEFFKunde;"Wert; abgezinst"\r\n"Müller ""Süd""";1234,5\r\n'=1+1;\r\n;-0,25\r\n`,
  );
});

test("programs get commas and decimal points", () => {
  expect(toCsv(table, "rfc4180")).toBe(
    `Kunde,Wert; abgezinst\r\n"Müller ""Süd""",1234.5\r\n'=1+1,\r\n,-0.25\r\n`,
  );
});

test.each(["=1", "+1", "-1", "@A1", "\tx", "\rx", "＝1"])(
  "text like %j cannot become a formula",
  (text) => {
    const [, row] = toCsv({ columns: [{ label: "x" }], rows: [[text]] }, "excel-de").split("\r\n");
    expect(row).toMatch(/^"?'/);
  },
);

test("a row is told with the names of its columns", () => {
  const format = (value: number | null) => (value === null ? "–" : `${value} €`);
  const named = { columns: [{ label: "Jahr" }, { label: "Umsatz", format }], rows: [["2026", 5]] };
  expect(rowText(named, ["2026", 5])).toBe("Jahr: 2026; Umsatz: 5 €");
  expect(rowText(named, ["2027", null])).toBe("Jahr: 2027; Umsatz: –");
});
