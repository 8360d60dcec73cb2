/** How a file is written down: what the user may say of it, and what was found. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1"] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const DELIMITERS = [",", ";", "\t", "|", "whitespace"] as const;
export type Delimiter = (typeof DELIMITERS)[number];
export const QUOTES = ['"', "'", "none"] as const;
export type Quote = (typeof QUOTES)[number];
export const DECIMALS = ["comma", "point"] as const;
export type Decimal = (typeof DECIMALS)[number];
export const DATE_FORMATS = ["dmy", "mdy", "ymd"] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

export const TIME_UNITS = ["day", "week", "month", "quarter", "year"] as const;
type TimeUnit = (typeof TIME_UNITS)[number];

/** What the user says of a file; what is left out is detected. */
export type FormatOptions = {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly quote?: Quote | undefined;
  /** Lines above the header. */
  readonly titleLines?: number | undefined;
  /** False where the first row is data: columns are then called "column 1", "column 2" … */
  readonly header?: boolean | undefined;
  /** Of all number columns that are text. */
  readonly decimal?: Decimal | undefined;
  readonly dateFormat?: DateFormat | undefined;
  /** Where times are whole numbers: of what, and the ISO day on which number 1 begins. */
  readonly timeUnit?: TimeUnit | undefined;
  readonly timeOrigin?: string | undefined;
};

/** How numbers of one column are written. */
export type NumberForm = {
  /** "none": whole numbers only, so that no value told the decimal sign. */
  readonly decimal: Decimal | "none";
  /** A currency sign or code that stands beside the number, such as "€". */
  readonly symbol: string | null;
};

/**
 * How time stamps of one column are written; "iso" also covers a zone or offset, "month" is a year
 * and a month, "count" the number of a period since `origin`.
 */
export type TimeForm = {
  readonly order: "iso" | "compact" | "month" | "count" | DateFormat;
  readonly separators: readonly string[];
  readonly yearDigits: readonly (2 | 4)[];
  readonly clock: "none" | "24" | "12";
  readonly unit?: TimeUnit;
  readonly origin?: string;
};

export type FileKind = "csv" | "jsonl" | "parquet";

/** Everything needed to read the file again in the same way; kept with each import. */
export type FileFormat = {
  readonly kind: FileKind;
  readonly compression: "none" | "gzip";
  readonly encoding: Encoding;
  readonly delimiter: Delimiter | null;
  readonly quote: Quote | null;
  readonly titleLines: number;
  readonly header: boolean;
  /** The system that wrote the file, where its rows are read as that system means them. */
  readonly preset?: string;
  /** Of a workbook. */
  readonly sheet?: string;
  /** By column name. */
  readonly numbers: Readonly<Record<string, NumberForm>>;
  readonly times: Readonly<Record<string, TimeForm>>;
};
