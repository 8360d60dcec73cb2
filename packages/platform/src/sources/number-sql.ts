import type { NumberForm } from "./file-format.ts";
import { literal } from "./sql-text.ts";

const BLANKS = "[\\s\\x{a0}\\x{202f}]*";
const MINUS = "\\-\u2212";

/** Text to a number of `type`, NULL where it is none in this form. The quick way comes first. */
export function numberSql(cell: string, form: NumberForm, type: string): string {
  const cast = (text: string) => `try_cast(${text} AS ${type})`;
  const strict = `CASE WHEN ${isNumberSql(cell, form)} THEN ${cast(plainDigits(cell, form))} END`;
  return `coalesce(${quick(cell, form, cast)}, ${strict})`;
}

/** Exact wherever the other sign does not occur: that one groups thousands, and must be checked. */
function quick(cell: string, { decimal }: NumberForm, cast: (text: string) => string): string {
  if (decimal === "point") return cast(cell);
  if (decimal === "comma") {
    return `CASE WHEN NOT contains(${cell}, '.') THEN ${cast(`replace(${cell}, ',', '.')`)} END`;
  }
  return `CASE WHEN NOT contains(${cell}, '.') AND NOT contains(${cell}, ',') THEN ${cast(cell)} END`;
}

/** Whether a text is a number in this form: groups of three, one decimal sign, one minus. */
export function isNumberSql(cell: string, form: NumberForm): string {
  return `regexp_full_match(${cell}, ${literal(pattern(form))})`;
}

function pattern({ decimal, symbol }: NumberForm): string {
  const marks = ["'", "\u2019", "\\x{a0}", "\\x{202f}", " "];
  if (decimal === "comma") marks.push("\\.");
  if (decimal === "point") marks.push(",");
  const grouped = marks.map((mark) => `\\d{1,3}(?:${mark}\\d{3})+`).join("|");
  const sign = decimal === "comma" ? "," : "\\.";
  const fraction = decimal === "none" ? "" : `(?:${sign}\\d*)?`;
  const bare = decimal === "none" ? "" : `|${sign}\\d+`;
  const exponent = decimal === "none" ? "" : "(?:[eE][+-]?\\d+)?";
  const number = `(?:(?:\\d+|${grouped})${fraction}${bare})${exponent}`;
  const beside = symbol ? `(?:${asPattern(symbol)})?` : "";
  const signed = `(?:[+${MINUS}]?${BLANKS}${number}|\\(${number}\\)|${number}${BLANKS}[${MINUS}])`;
  const before = `${BLANKS}[+${MINUS}]?${BLANKS}${beside}`;
  return `${before}${BLANKS}${signed}${BLANKS}${beside}${BLANKS}`;
}

function asPattern(symbol: string): string {
  return symbol.replace(/[$.]/g, "\\$&");
}

/** The digits with a point and a leading minus, as every cast reads them. */
function plainDigits(cell: string, { decimal, symbol }: NumberForm): string {
  const bare = symbol ? `replace(${cell}, ${literal(symbol)}, '')` : cell;
  const keep = decimal === "comma" ? "[^0-9,eE]" : "[^0-9.eE]";
  const digits = `replace(regexp_replace(${bare}, '${keep}', '', 'g'), ',', '.')`;
  return `concat(CASE WHEN regexp_matches(${cell}, '[(${MINUS}]') THEN '-' ELSE '' END, ${digits})`;
}
