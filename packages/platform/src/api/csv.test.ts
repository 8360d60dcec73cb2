import { expect, test } from "vitest";
import { csvWriter } from "./csv.ts";

test("German Excel gets a byte order mark, semicolons and decimal commas", () => {
  const { start, row } = csvWriter("excel-de");
  expect(start + row(["Müller; Söhne", 1234.5, null])).toBe('\uFEFF"Müller; Söhne";1234,5;\r\n');
});

test("programs get commas and decimal points, with quotes doubled", () => {
  const { start, row } = csvWriter("rfc4180");
  expect(start + row(['a "b"', -0.5, "c,d\ne"])).toBe('"a ""b""",-0.5,"c,d\ne"\r\n');
});

test.each(["=1+1", "+1", "-1", "@A1", "\tx", "＝1", "－1"])(
  "text like %j cannot become a formula",
  (text) => {
    expect(csvWriter("excel-de").row([text]).startsWith(`'${text[0]}`)).toBe(true);
  },
);

test("a negative number stays a number", () => {
  expect(csvWriter("excel-de").row([-12.5])).toBe("-12,5\r\n");
});
