import { uglySuite } from "../../../test/ugly/ugly-suite.ts";

const header = "customer,date,amount\n";
const row = (line: number) => `K${line},2026-01-31,${line}.50\n`;
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => row(from + i)).join("");
const binary = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256));

uglySuite("structure", [
  { title: "an empty file", content: "", code: "FILE_EMPTY" },
  { title: "blank lines only", content: "\n\n\n", code: "NO_ROWS" },
  { title: "a header only", content: header, code: "NO_ROWS" },
  { title: "a header without a line end", content: header.trim(), code: "NO_ROWS" },
  { title: "no line end at the end", content: header + row(2).trim(), read: 1 },
  {
    title: "ragged rows",
    content: `${header}${row(2)}K3,2026-01-31\n${row(4)}K5,2026-01-31,5.50,more\n${row(6)}`,
    read: 5,
    rejects: [
      [3, "TOO_FEW_FIELDS"],
      [5, "TOO_MANY_FIELDS"],
    ],
  },
  {
    title: "delimiters at the end of rows only",
    content: `${header}K2,2026-01-31,2.50,\nK3,2026-01-31,3.50,,\n`,
    options: { format: { delimiter: "," } },
    read: 2,
  },
  {
    title: "blank lines between rows: line numbers stay those of the file",
    content: `${header}${row(2)}\n\n${row(5)}K6,never,6.50\n`,
    read: 3,
    rejects: [[6, "TIME_UNREADABLE"]],
  },
  {
    title: "mixed line ends",
    content: `customer,date,amount\r\nK2,2026-01-31,2.50\nK3,2026-01-31,3.50\rK4,2026-01-31,4.50\r\n`,
    read: 3,
  },
  {
    title: "line ends of old Macs",
    content: (header + rows(2, 4)).replaceAll("\n", "\r"),
    read: 3,
  },
  { title: "CR LF", content: (header + rows(2, 4)).replaceAll("\n", "\r\n"), read: 3 },
  {
    title: "a quote that never closes: its line is refused, all others stay",
    content: `${header}${row(2)}"K3,2026-01-31,3.50\n${rows(4, 9)}`,
    read: 8,
    rejects: [[3, "QUOTE_NOT_CLOSED"]],
  },
  {
    title: "two quotes that never close",
    content: `${header}"K2,2026-01-31,2.50\n${row(3)}"K4,2026-01-31,4.50\n${row(5)}`,
    read: 4,
    rejects: [
      [2, "QUOTE_NOT_CLOSED"],
      [4, "QUOTE_NOT_CLOSED"],
    ],
  },
  {
    title: "fields of several lines",
    content: `customer,date,amount,note\nK2,2026-01-31,2.50,"one\ntwo\nthree"\nK5,never,5.50,"x"\n`,
    read: 2,
    rejects: [[5, "TIME_UNREADABLE"]],
  },
  {
    title: "quotes inside fields, doubled and bare",
    content: `customer,date,amount\n"K ""2""",2026-01-31,2.50\nK 3" wide,2026-01-31,3.50\n"K"4,2026-01-31,4.50\n`,
    read: 3,
    rejects: [[4, "QUOTE_NOT_CLOSED"]],
    orders: [
      ['K "2"', "2026-01-31 00:00:00", 2.5],
      ['K 3" wide', "2026-01-31 00:00:00", 3.5],
    ],
  },
  {
    title: "single quotes around fields",
    content: `'customer','date','amount'\n'K,2','2026-01-31','2.50'\n'K3','2026-01-31','3.50'\n`,
    read: 2,
    orders: [
      ["K,2", "2026-01-31 00:00:00", 2.5],
      ["K3", "2026-01-31 00:00:00", 3.5],
    ],
  },
  {
    title: "a NUL byte in one row",
    content: `${header}${rows(2, 200)}K\u0000201,2026-01-31,1.50\n${row(202)}`,
    read: 201,
    rejects: [[201, "NUL_BYTE"]],
  },
  { title: "a binary file with the name of a CSV", content: binary, code: "FILE_BINARY" },
  {
    title: "a line of ten megabytes",
    content: () => Buffer.from(`${header}${row(2)}${"x".repeat(10_000_000)}\n${row(4)}`),
    read: 3,
    rejects: [[3, "ROW_TOO_LONG"]],
  },
  {
    title: "a line of ten megabytes at the end, without a line end",
    content: () => Buffer.from(`${header}${row(2)}${"x".repeat(10_000_000)}`),
    read: 2,
    rejects: [[3, "ROW_TOO_LONG"]],
  },
  {
    title: "a first line of ten megabytes",
    content: () => Buffer.from("x".repeat(10_000_000)),
    code: "ROW_TOO_LONG",
    details: { line: 1 },
  },
  {
    title: "titles above the header",
    content: `Umsatzliste 2026\nStand: 01.02.2026;;\n\nKunde;Datum;Betrag\nK5;31.01.2026;5,50\n`,
    read: 1,
    orders: [["K5", "2026-01-31 00:00:00", 5.5]],
  },
  {
    title: "a sum below the rows",
    content: `Kunde;Datum;Betrag\nK2;31.01.2026;2,50\nSumme;;2,50\n`,
    read: 2,
    rejects: [[3, "TIME_MISSING"]],
  },
  {
    title: "the line sep=; of Excel",
    content: `sep=;\nKunde;Datum;Betrag\nK3;31.01.2026;3,50\n`,
    read: 1,
  },
  {
    title: "a delimiter in the first rows only",
    content: `${header}${rows(2, 3)}K4;2026-01-31;4.50\n`,
    read: 3,
    rejects: [[4, "TOO_FEW_FIELDS"]],
  },
  {
    title: "no delimiter",
    content: "customer date amount\nK2 2026-01-31 2.50\n",
    code: "DELIMITER_NOT_FOUND",
    details: { line: 1, text: "customer date amount", flag: "--delimiter" },
  },
  {
    title: "runs of blanks, told to be delimiters",
    content: " customer   date       amount\n K2   2026-01-31   2.50\n K3  2026-01-31  3.50\n",
    options: { format: { delimiter: "whitespace" } },
    read: 2,
  },
  { title: "JSON that is one array", content: '[{"a":1}]', code: "FILE_UNSUPPORTED" },
  { title: "an Excel workbook", content: "PK\u0003\u0004 …", code: "FILE_UNSUPPORTED" },
  { title: "a web page", content: "<!DOCTYPE html><p>Login</p>", code: "FILE_UNSUPPORTED" },
  { title: "a Parquet file that is none", content: "PAR1 and no more", code: "PARQUET_BROKEN" },
]);
