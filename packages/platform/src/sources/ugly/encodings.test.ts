import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { uglySuite } from "../../../test/ugly/ugly-suite.ts";

const text = "Kunde;Datum;Betrag\nMüller;31.01.2026;12,50\nGröße;01.02.2026;1.234,56\n";
const orders = [
  ["Müller", "2026-01-31 00:00:00", 12.5],
  ["Größe", "2026-02-01 00:00:00", 1234.56],
] as const;
const euro = "Kunde;Datum;Betrag\n„Ä“;31.01.2026;12,50 €\n";
const half = Buffer.concat([
  Buffer.from("Kunde;Datum;Betrag\n"),
  Buffer.from("Müller;31.01.2026;1,50\n".repeat(30)),
  Buffer.from([0x4d, 0xfc, 0x6c]),
  Buffer.from(";31.01.2026;1,50\n"),
]);
const many = `customer,date,amount\n${"K1,2026-01-31,1.50\n".repeat(200_000)}`;

uglySuite("encodings", [
  { title: "UTF-8", content: text, read: 2, orders },
  { title: "UTF-8 with a byte order mark", content: `\uFEFF${text}`, read: 2, orders },
  {
    title: "UTF-8 with a byte order mark and no header",
    content: `\uFEFF${text.slice(text.indexOf("\n") + 1)}`,
    options: { mapping: { customer: "column 1", time: "column 2", amount: "column 3" } },
    read: 2,
    orders,
  },
  {
    title: "Windows-1252 with a euro sign and quotes of 0x80 to 0x9F",
    content: iconv.encode(euro, "windows-1252"),
    read: 1,
    orders: [["„Ä“", "2026-01-31 00:00:00", 12.5]],
  },
  { title: "ISO-8859-1", content: iconv.encode(text, "iso-8859-1"), read: 2, orders },
  {
    title: "UTF-16 little endian with a mark, as Excel saves Unicode text",
    content: iconv.encode(text.replaceAll(";", "\t"), "utf-16le", { addBOM: true }),
    read: 2,
    orders,
  },
  {
    title: "UTF-16 big endian with a mark",
    content: iconv.encode(text, "utf-16be", { addBOM: true }),
    read: 2,
    orders,
  },
  { title: "UTF-16 without a mark", content: iconv.encode(text, "utf-16le"), read: 2, orders },
  {
    title: "UTF-8 with one broken byte: the row is refused, the umlauts of the others stay",
    content: half,
    read: 31,
    rejects: [[32, "ENCODING_BROKEN"]],
  },
  {
    title: "Windows-1252 whose first umlaut comes after three megabytes",
    content: () => iconv.encode(`${many}Müller,2026-02-01,2.50\n`, "windows-1252"),
    read: 200_001,
  },
  { title: "gzip", name: "orders.csv.gz", content: gzipSync(text), read: 2, orders },
  {
    title: "gzip under a name that does not say so",
    content: gzipSync(text, { level: 1 }),
    read: 2,
    orders,
  },
  {
    title: "two gzip members one after the other",
    content: Buffer.concat([gzipSync(text), gzipSync("Rest;03.02.2026;1,00\n")]),
    read: 3,
  },
  {
    title: "gzip that breaks off",
    content: () => gzipSync(many).subarray(0, 4000),
    code: "GZIP_BROKEN",
  },
  {
    title: "bytes that begin like gzip and are none",
    content: Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    code: "GZIP_BROKEN",
  },
  { title: "gzip of nothing", content: gzipSync(""), code: "NO_ROWS" },
]);
