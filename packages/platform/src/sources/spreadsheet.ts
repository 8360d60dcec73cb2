/** Excel workbooks: one sheet becomes a CSV file in the exchange directory. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { readSheet } from "read-excel-file/node";
import { stampOf } from "./byte-stream.ts";
import { escaped } from "./escaped.ts";
import { SourceError } from "./source-error.ts";
import { unpack, type ZipEntry, zipEntries } from "./zip-entries.ts";

/** A workbook is read in memory: larger ones, packed or unpacked, are refused. */
const LIMIT = 200 * 2 ** 20;

export type Workbook = {
  readonly bytes: number;
  /** Of the file's bytes, and of the sheet where it is not the first. */
  readonly fingerprint: string;
  readonly sheet: string;
  readonly otherSheets: readonly string[];
};

/** Whether a file is a zip file, as workbooks are. */
export function isZip(file: string): boolean {
  const { path } = stampOf(file);
  const head = Buffer.alloc(4);
  const handle = openSync(path, "r");
  readSync(handle, head, 0, 4, 0);
  closeSync(handle);
  return head.toString("latin1") === "PK\x03\x04";
}

/**
 * Writes a sheet's rows as CSV, a line a row, so that lines are the numbers of rows. Numbers stay
 * as the workbook holds them, dates become ISO, text keeps its zeros in front; a line break inside
 * a cell becomes a blank.
 *
 * @param sheet a name, or a number from 1; the first one if absent
 * @throws SourceError FILE_UNSUPPORTED, FILE_TOO_LARGE, SHEET_UNKNOWN, XLSX_BROKEN
 */
export async function convertWorkbook(
  file: string,
  sheet: string | undefined,
  target: string,
): Promise<Workbook> {
  const { path, bytes: size } = stampOf(file);
  if (size > LIMIT) throw tooLarge(file, size);
  const bytes = readFileSync(path);
  const sheets = sheetsOf(file, bytes);
  const name = sheet === undefined ? sheets[0] : chooseSheet(file, sheet, sheets);
  if (name === undefined) throw broken(file, "it has no sheets");
  const rows = await rowsOf(file, bytes, name);
  writeFileSync(target, rows.map((row) => `${lineOf(row)}\n`).join(""));
  const hash = createHash("sha256").update(bytes);
  if (name !== sheets[0]) hash.update(`\n${name}`);
  return {
    bytes: size,
    fingerprint: hash.digest("hex"),
    sheet: name,
    otherSheets: sheets.filter((other) => other !== name),
  };
}

async function rowsOf(file: string, bytes: Buffer, sheet: string) {
  try {
    // Numbers stay text: an id of 17 digits is more than a number of JavaScript.
    return await readSheet<string>(bytes, sheet, { parseNumber: (text) => numberText(text) });
  } catch (cause) {
    throw broken(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** Three digits behind a point could also be thousands in a file of text; a zero settles it. */
function numberText(text: string): string {
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** A row without content is a line without any. */
function lineOf(row: readonly unknown[]): string {
  const cells = row.map(cellText);
  return cells.every((cell) => cell === "") ? "" : cells.map(escaped).join(",");
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return timeText(cell);
  return String(cell).replace(/\r\n|\n|\r/g, " ");
}

/** A workbook counts days; what it means is a clock without a zone, to the second. */
function timeText(date: Date): string {
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}

/** The names of the sheets, once all that the workbook holds is known to be small enough. */
function sheetsOf(file: string, bytes: Buffer): string[] {
  const entries = zipEntries(bytes);
  if (!entries) {
    if (!bytes.includes("xl/")) throw unsupported(file, "zip");
    throw broken(file, "its directory cannot be read");
  }
  const find = (name: string) => entries.find((entry) => entry.name === name);
  const workbook = find("xl/workbook.xml");
  if (!workbook) throw unsupported(file, find("xl/workbook.bin") ? "xlsb" : zipKind(entries));
  let left = LIMIT;
  let text = "";
  for (const entry of entries) {
    const content = unpackWithin(file, bytes, entry, left);
    left -= content.length;
    if (entry === workbook) text = content.toString("utf8");
  }
  return [...text.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(([, name = ""]) =>
    unescaped(name),
  );
}

function unpackWithin(file: string, bytes: Buffer, entry: ZipEntry, left: number): Buffer {
  try {
    return unpack(bytes, entry, left);
  } catch (cause) {
    const isLarge = (cause as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE";
    if (isLarge) throw tooLarge(file, bytes.length);
    throw broken(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function zipKind(entries: readonly ZipEntry[]): string {
  const names = entries.map(({ name }) => name);
  return names.includes("content.xml") && names.includes("mimetype") ? "ods" : "zip";
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
  };
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return signs[name] ?? whole;
    const isHex = name[1]?.toLowerCase() === "x";
    return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });
}

function chooseSheet(file: string, sheet: string, sheets: readonly string[]): string {
  const found = sheets.includes(sheet) ? sheet : sheets[Number(sheet) - 1];
  if (found !== undefined) return found;
  const details = { file, sheet, sheets };
  throw new SourceError("SHEET_UNKNOWN", `${file} has no sheet ${sheet}`, details);
}

function unsupported(file: string, kind: string): SourceError {
  const message = `${file} is a file of kind ${kind}; Excel workbooks of the kind xlsx can be read`;
  return new SourceError("FILE_UNSUPPORTED", message, { file, kind });
}

function tooLarge(file: string, bytes: number): SourceError {
  const details = { file, bytes, limit: LIMIT };
  return new SourceError("FILE_TOO_LARGE", `${file} is too large for a workbook`, details);
}

function broken(file: string, reason: string, cause?: unknown): SourceError {
  return new SourceError("XLSX_BROKEN", `${file}: ${reason}`, { file, reason }, { cause });
}
