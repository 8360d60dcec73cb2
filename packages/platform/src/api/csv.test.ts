import { expect, test } from "vitest";
import { byteText } from "./byte-text.ts";
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

test.each(["excel-de", "rfc4180"] as const)("%s is the same in bytes as in text", (preset) => {
  const cells = [
    "",
    "A-1",
    "-1",
    "=1",
    "ä",
    "＝1",
    'a"b',
    "a,b",
    "a;b",
    "a\nb",
    "C0001",
    "\t",
    "x 😀",
  ];
  const numbers = [0, -0, 7, -12.5, 1e21, 1e-7, 2 ** 31, -(2 ** 31), 0.1 + 0.2, Number.NaN, null];
  const row = [...cells, ...numbers, Number.POSITIVE_INFINITY, { days: 20_393 }];
  const text = byteText();
  const { write, row: written } = csvWriter(preset);
  write(row, text);
  expect(text.take().toString()).toBe(written(row));
});
