import { type ByteText, byteText, signSet } from "./byte-text.ts";
import type { Cell } from "./cells.ts";
import { type ZipEntry, zipStream } from "./zip-stream.ts";

/** The table does not fit on a sheet of Excel. */
class SheetError extends Error {
  override readonly name = "SheetError";
  readonly code = "SHEET_TOO_LONG";
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, details: Record<string, unknown>) {
    super(message);
    this.details = details;
  }
}

/** Excel's own limits: rows of a sheet, the first of them for names, and characters of a cell. */
const ROWS = 1_048_576;
const CHARACTERS = 32_767;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Places in the list of styles below. */
const DAY = 1;
const NAME = 2;

/**
 * A workbook with one sheet, written while its rows come, so that memory stays flat. Numbers are
 * numbers, days are dates, and text is text, whatever it looks like: no cell can be a formula.
 *
 * @param rows in pieces; the names of the columns come first
 * @throws SheetError SHEET_TOO_LONG beyond 1,048,576 rows with the names, or 32,767 characters a cell
 * @see ECMA-376, 5th edition, part 1, chapter 18
 */
export function xlsxStream(
  rows: Iterable<readonly Cell[][]> | AsyncIterable<readonly Cell[][]>,
): AsyncGenerator<Buffer> {
  return zipStream([...FIXED_PARTS, { name: "xl/worksheets/sheet1.xml", content: sheet(rows) }]);
}

async function* sheet(
  rows: Iterable<readonly Cell[][]> | AsyncIterable<readonly Cell[][]>,
): AsyncGenerator<Buffer> {
  const text = byteText();
  // The names stay in sight.
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  text.ascii(`${HEAD}<worksheet xmlns="${MAIN}">${view}<sheetData>`);
  const columns: string[] = [];
  let count = 0;
  for await (const some of rows) {
    for (const row of some) {
      const style = count === 0 ? NAME : 0;
      if (++count > ROWS) throw new SheetError("More rows than a sheet has", { limit: ROWS - 1 });
      while (columns.length < row.length) columns.push(`<c r="${columnName(columns.length)}`);
      text.ascii('<row r="');
      text.number(count);
      text.ascii('">');
      for (let at = 0; at < row.length; at++) {
        writeCell(row[at] ?? null, { column: columns[at] ?? "", row: count, style }, text);
      }
      text.ascii("</row>");
    }
    yield text.take();
  }
  text.ascii("</sheetData></worksheet>");
  yield text.take();
}

/** Where a cell stands, and how it looks. */
type Place = { readonly column: string; readonly row: number; readonly style: number };

function writeCell(cell: Cell, { column, row, style }: Place, into: ByteText): void {
  if (cell === null || Number.isNaN(cell)) return;
  into.ascii(column);
  into.number(row);
  if (typeof cell === "string") writeText(cell, style, into);
  else {
    into.ascii(typeof cell === "number" ? '"><v>' : `" s="${DAY}"><v>`);
    into.number(typeof cell === "number" ? cell : cell.days + DAYS_TO_1970);
    into.ascii("</v></c>");
  }
}

function writeText(text: string, style: number, into: ByteText): void {
  if (text.length > CHARACTERS) {
    throw new SheetError("A text is longer than a cell may be", { limit: ROWS - 1 });
  }
  into.ascii(style === 0 ? "" : `" s="${style}`);
  // Only white space has to be kept from being taken for layout.
  into.ascii(`" t="inlineStr"><is><t${/\s/.test(text) ? ' xml:space="preserve"' : ""}>`);
  if (!into.onlyOf(HARMLESS, text)) into.utf8(escaped(text));
  into.ascii("</t></is></c>");
}

/** A to Z, then AA and on. */
function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

/** Excel counts days from 1899-12-30. */
const DAYS_TO_1970 = 25_569;

/** What XML cannot hold, and what Excel itself would read as such an escape. */
const UNSPEAKABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000d-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text of these only stands in XML as it is. */
const HARMLESS = signSet(/[A-Za-z0-9 .,:;/+-]/);

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(UNSPEAKABLE, (sign) => `_x${hex(sign)}_`);
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (...each: readonly string[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
const override = (part: string, type: string) =>
  `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;

const STYLES = `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>`;

const FIXED_PARTS: readonly ZipEntry[] = Object.entries({
  "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${override("worksheets/sheet1", "worksheet")}${override("styles", "styles")}</Types>`,
  "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
  "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Kundenwert" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": relations(
    relation(1, "worksheet", "worksheets/sheet1.xml"),
    relation(2, "styles", "styles.xml"),
  ),
  "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}">${STYLES}</styleSheet>`,
}).map(([name, content]) => ({ name, content: [content] }));
