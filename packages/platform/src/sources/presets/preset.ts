import type { Decimal } from "../file-format.ts";
import type { RejectReason } from "../reject-reason.ts";
import type { Basis } from "../roles.ts";

/** One row of a file: the text of a column, trimmed; "" where there is none or no such column. */
export type SourceRow = {
  readonly line: number;
  /** As it stands in the file, without secret columns. */
  readonly raw: string;
  text(column: string): string;
  /** The parsed document, where the file holds one a line. */
  readonly document: Readonly<Record<string, unknown>> | undefined;
};

/** A row of the ledger, by role. Numbers have a point, times are ISO. */
export type RoleRow = Readonly<Record<string, string>>;
/** What became of a row of the file: one of the ledger, or none, and why. */
export type Made = { readonly of: SourceRow } & (
  | { readonly row: RoleRow }
  | { readonly refused: RejectReason }
);

/** What reads the rows of one file, from the first to the last. */
type RowMaker = {
  /** What becomes of a row: any number of the ledger's, of this row and of those before it. */
  take(row: SourceRow): readonly Made[];
  /** What is left when the file ends. */
  end?(): readonly Made[];
};

export type PresetContext = {
  /** The sign of decimals in the file. */
  readonly decimal: Decimal;
  /** The names of the file's columns, in one spelling. */
  readonly columns: ReadonlySet<string>;
  /** Lines above the header. */
  readonly above: string;
};

/** The export of a system, known by its columns: what it means beyond their names. */
export type Preset = {
  readonly name: string;
  readonly kind: "csv" | "jsonl";
  readonly table: string;
  /** Names of columns, in one spelling, that all have to be there. */
  readonly header: readonly string[];
  /** And at least one of these. */
  readonly oneOf?: readonly string[];
  /** Columns that show the file's decimal sign; without them it is a point. */
  readonly amounts?: readonly string[];
  readonly decimal?: Decimal;
  /** Of the amounts that are made, if the system or the columns of the file tell. */
  readonly basis?: Basis | ((columns: ReadonlySet<string>) => Basis | undefined);
  /** The roles of the rows that are made. */
  readonly roles: readonly string[];
  /** Columns that are not kept, not even with a refused row. */
  readonly secret?: readonly string[];
  open(context: PresetContext): RowMaker;
};

export function made(of: SourceRow, row: RoleRow): Made {
  return { of, row };
}

/** A row that is no sale: a payment, a cancelled order, a pro forma invoice. */
export function noSale(of: SourceRow): Made {
  return { of, refused: "OF_ANOTHER_KIND" };
}

/** A field of a document as text; nothing where there is none. */
export function textOf(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

/** A number of a file, NaN where it is none. A minus may follow it, as SAP writes it. */
export function parseNumber(text: string, decimal: Decimal): number {
  const negative = /^\(.*\)$|-\s*$|^\s*[-−]/.test(text);
  const digits = text.replace(/[^\d.,eE]/g, "");
  const plain =
    decimal === "comma" ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", "");
  if (plain === "") return Number.NaN;
  const value = Number(plain);
  return negative ? -value : value;
}

/** Four digits behind the point, as the ledger keeps amounts: such text reads in one way only. */
export function amountText(value: number): string {
  return (Math.round(value * 1e4) / 1e4).toFixed(4);
}

/** A number of a file as an amount times a sign; what is no number stays, to be refused. */
export function signedText(text: string, decimal: Decimal, sign: 1 | -1 = 1): string {
  const value = parseNumber(text, decimal);
  return Number.isNaN(value) ? text : amountText(sign * value);
}

/** Seconds since 1970, or text, as an ISO time with its zone. */
export function utcText(text: string): string {
  if (text === "") return "";
  if (/^\d{9,11}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000).toISOString();
  if (/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)) {
    return `${text.replace(" ", "T")}Z`;
  }
  return text;
}

/** Numbers without the zeros that fill them up; other ids stay. */
export function withoutZeros(id: string): string {
  return /^0+\d+$/.test(id) ? id.replace(/^0+(?=\d)/, "") : id;
}
