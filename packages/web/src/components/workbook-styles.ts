import type { TableColumn } from "./table-data.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** The names of columns: bold. */
export const NAME_STYLE = 1;
const [PERCENT, MONEY, WHOLE] = [2, 3, 4];

/** A number that shows what a column makes of numbers. */
const SAMPLE = 1234.5;

/** The place of a column's style in the list of styles; 0 for text and for numbers as they are. */
export function styleOf({ format }: TableColumn): number {
  const shown = format?.(SAMPLE) ?? "";
  if (shown.endsWith("%")) return PERCENT;
  if (currencyIn(shown)) return MONEY;
  return /^\+?1\D?23[45]$/.test(shown) ? WHOLE : 0;
}

/** The list of styles of a workbook, as ECMA-376 has it in part 1, 18.8; Excel puts in the signs of its own language. */
export function stylesXml(columns: readonly TableColumn[]): string {
  const currency = columns.map(({ format }) => currencyIn(format?.(SAMPLE) ?? "")).find(Boolean);
  const money = `#,##0.00${currency ? ` &quot;${currency}&quot;` : ""}`;
  const formats = [
    [PERCENT, "0.0%"],
    [MONEY, money],
    [WHOLE, "#,##0"],
  ].map(([at, code]) => `<numFmt numFmtId="${FIRST_OWN + Number(at)}" formatCode="${code}"/>`);
  const numbers = [PERCENT, MONEY, WHOLE].map(
    (at) => `<xf ${PLAIN} numFmtId="${FIRST_OWN + at}" fontId="0" applyNumberFormat="1"/>`,
  );
  const styles = [
    `<xf ${PLAIN} numFmtId="0" fontId="0"/>`,
    `<xf ${PLAIN} numFmtId="0" fontId="1" applyFont="1"/>`,
    ...numbers,
  ];
  return `<styleSheet xmlns="${MAIN}"><numFmts count="3">${formats.join("")}</numFmts>${FRAME}<cellXfs count="5">${styles.join("")}</cellXfs></styleSheet>`;
}

/** The sign or code of a currency in an amount, such as € or CHF. */
function currencyIn(amount: string): string | undefined {
  return /\p{Sc}|[A-Z]{3}/u.exec(amount)?.[0];
}

/** Numbers below are Excel's own formats. */
const FIRST_OWN = 164;
const PLAIN = 'fillId="0" borderId="0" xfId="0"';
const FONT = '<sz val="11"/><name val="Calibri"/>';
const FRAME = `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`;
