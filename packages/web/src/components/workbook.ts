import { cellText, type TableCell, type TableData } from "./table-data.ts";
import { NAME_STYLE, styleOf, stylesXml } from "./workbook-styles.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const WORKBOOK_TYPE = `${TYPES}.sheet`;

/**
 * A table that is shown as an Excel workbook with one sheet: its names stay in sight, columns are as
 * wide as what they hold, and numbers look as they do on the page. Text is text, whatever it looks
 * like: no cell can be a formula. Whole tables are written by the server.
 */
export function toWorkbook({ columns, rows }: TableData): Uint8Array<ArrayBuffer> {
  const styles = columns.map(styleOf);
  const names = columns.map(({ label }) => label);
  const lines = [names, ...rows.map((row) => row.slice(0, columns.length))];
  const sheet = lines.map((line, at) => {
    const cells = line.map((cell, column) => {
      const style = at === 0 ? NAME_STYLE : (styles[column] ?? 0);
      return cellXml(cell, `${columnName(column)}${at + 1}`, style);
    });
    return `<row r="${at + 1}">${cells.join("")}</row>`;
  });
  const content = `${VIEW}${widths({ columns, rows })}<sheetData>${sheet.join("")}</sheetData>`;
  return zip({
    ...FIXED_PARTS,
    "xl/styles.xml": HEAD + stylesXml(columns),
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${MAIN}">${content}</worksheet>`,
  });
}

const PANE = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
const VIEW = `<sheetViews><sheetView workbookViewId="0">${PANE}</sheetView></sheetViews>`;
/** Characters: narrower columns would hide their names, wider ones the columns beside them. */
const [NARROWEST, WIDEST] = [8, 60];

function widths({ columns, rows }: TableData): string {
  const each = columns.map((column, at) => {
    const texts = [column.label, ...rows.map((row) => cellText(row[at] ?? null, column))];
    const longest = texts.reduce((most, { length }) => Math.max(most, length), NARROWEST);
    const width = Math.min(longest, WIDEST) + 2;
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${each.join("")}</cols>`;
}

function cellXml(cell: TableCell, place: string, style: number): string {
  const look = style === 0 ? "" : ` s="${style}"`;
  if (typeof cell === "string") {
    const text = `<t xml:space="preserve">${escaped(cell)}</t>`;
    return `<c r="${place}"${look} t="inlineStr"><is>${text}</is></c>`;
  }
  return cell !== null && Number.isFinite(cell) ? `<c r="${place}"${look}><v>${cell}</v></c>` : "";
}

/** A to Z, then AA and on. */
function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[^\P{Cc}\t\n]/gu, "");
}

const override = (part: string, type: string) =>
  `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;
const relations = (...targets: readonly (readonly [type: string, target: string])[]) => {
  const each = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
};

const FIXED_PARTS = {
  "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${override("worksheets/sheet1", "worksheet")}${override("styles", "styles")}</Types>`,
  "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
  "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Kundenwert" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": relations(
    ["worksheet", "worksheets/sheet1.xml"],
    ["styles", "styles.xml"],
  ),
};

/** A zip file that stores its entries as they are: what is shown is small. */
function zip(entries: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [bytes, path] = [encoder.encode(text), encoder.encode(name)];
    // Version 2.0, names in UTF-8, stored, 1980-01-01, checksum, size twice, length of the name.
    const facts = numbers(
      [2, 20],
      [2, 0x0800],
      [2, 0],
      [2, 0],
      [2, 0x0021],
      [4, checksum(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, path.length],
    );
    const head = [numbers([4, 0x04034b50]), facts, numbers([2, 0]), path];
    parts.push(...head, bytes);
    const rest = numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]);
    directory.push(numbers([4, 0x02014b50], [2, 20]), facts, rest, path);
    at += joined(head).length + bytes.length;
  }
  const list = joined(directory);
  const count = Object.keys(entries).length;
  const end = numbers([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, list.length], [4, at]);
  return joined([...parts, list, end, numbers([2, 0])]);
}

/** Numbers of so many bytes, the lowest byte first. */
function numbers(...fields: readonly (readonly [bytes: number, value: number])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([bytes, value]) =>
      Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 255),
    ),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** CRC-32 as zip files use it. */
function checksum(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
