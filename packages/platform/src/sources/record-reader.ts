import { type Dialect, ROW_LIMIT, splitLine } from "./dialect.ts";

/** One row of a file: its fields, or why it has none. `line` counts from 1. */
export type FileRecord =
  | { readonly line: number; readonly text: string; readonly fields: readonly string[] }
  | { readonly line: number; readonly text: string; readonly fault: RecordFault };
type RecordFault = "ROW_TOO_LONG" | "QUOTE_NOT_CLOSED";

/** What is kept of a row that is too long. */
const KEPT_OF_LONG_ROW = 10_000;
const LINE_END = /\r\n|\n|\r/g;

type Cut = { readonly fields: string[]; readonly end: number };

/**
 * Cuts text that comes in pieces into records, whatever state it is in: mixed line ends, quotes
 * inside fields, quotes that never close, lines of any length. A fault costs its own line only:
 * reading goes on at the next one. Lines without content are no records.
 */
export class RecordReader {
  readonly #dialect: Dialect;
  #rest = "";
  #line = 1;
  /** Inside a row that is too long: the text to report once its end is found. */
  #long: string | undefined;

  constructor(dialect: Dialect, firstLine = 1) {
    this.#dialect = dialect;
    this.#line = firstLine;
  }

  /** The records that end in `text` or before it; with `last` all that are left. */
  *read(text: string, last: boolean): Generator<FileRecord> {
    this.#rest += text;
    let from = 0;
    while (from < this.#rest.length) {
      const end = this.#lineEnd(from, last);
      if (end === undefined) break;
      const next = yield* this.#record(from, end, last);
      if (next === undefined) break;
      from = next;
    }
    this.#rest = this.#rest.slice(from);
    if (this.#rest.length > ROW_LIMIT && this.#lineEnd(0, last) === undefined) this.#giveUp();
  }

  /** Where the line that starts at `from` ends, and where the next one starts. */
  #lineEnd(from: number, last: boolean): { at: number; next: number } | undefined {
    LINE_END.lastIndex = from;
    const match = LINE_END.exec(this.#rest);
    const length = this.#rest.length;
    if (!match) return last ? { at: length, next: length } : undefined;
    const next = match.index + match[0].length;
    // A CR at the very end may be the first half of a CR LF.
    if (match[0] === "\r" && next === length && !last) return undefined;
    return { at: match.index, next };
  }

  *#record(
    from: number,
    { at, next }: { at: number; next: number },
    last: boolean,
  ): Generator<FileRecord, number | undefined> {
    const text = this.#rest.slice(from, at);
    const line = this.#line;
    if (this.#long !== undefined || text.length > ROW_LIMIT) {
      const kept = this.#long ?? text.slice(0, KEPT_OF_LONG_ROW);
      this.#long = undefined;
      this.#line++;
      yield { line, text: kept, fault: "ROW_TOO_LONG" };
      return next;
    }
    const { delimiter, quote } = this.#dialect;
    if (quote === "none" || !text.includes(quote)) {
      this.#line++;
      if (text.trim() !== "") yield { line, text, fields: splitLine(text, delimiter) };
      return next;
    }
    return yield* this.#quoted({ from, at, next, last }, quote);
  }

  /** A record with quotes may go on over several lines. */
  *#quoted(
    { from, at, next, last }: { from: number; at: number; next: number; last: boolean },
    quote: string,
  ): Generator<FileRecord, number | undefined> {
    const line = this.#line;
    const cut = cutQuoted(this.#rest, from, this.#dialect.delimiter, quote);
    const complete = cut !== undefined && (cut.end < this.#rest.length || last);
    if (complete && isLineEnd(this.#rest, cut.end)) {
      const text = this.#rest.slice(from, cut.end);
      this.#line += 1 + (text.match(LINE_END)?.length ?? 0);
      yield { line, text, fields: cut.fields };
      return afterLineEnd(this.#rest, cut.end);
    }
    const hopeless = cut !== undefined && cut.end < this.#rest.length;
    if (!hopeless && !last && this.#rest.length - from <= ROW_LIMIT) return undefined;
    this.#line++;
    yield { line, text: this.#rest.slice(from, at), fault: "QUOTE_NOT_CLOSED" };
    return next;
  }

  #giveUp(): void {
    this.#long ??= this.#rest.slice(0, KEPT_OF_LONG_ROW);
    // The last character stays: it may be a CR whose LF is still to come.
    this.#rest = this.#rest.slice(-1);
  }
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === "\n" || text[at] === "\r";
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
}

/**
 * The fields of the record at `from`, and where it ended. Quotes inside an unquoted field are
 * text, and so is a quote inside a quoted field of one line if no delimiter follows it. In a
 * field of several lines that is a fault: `end` then points to it. Undefined: not closed yet.
 */
function cutQuoted(text: string, from: number, delimiter: string, quote: string): Cut | undefined {
  const isBlank = delimiter === "whitespace";
  const isDelimiter = (at: number) =>
    isBlank ? text[at] === " " || text[at] === "\t" : text[at] === delimiter;
  const fields: string[] = [];
  let at = from;
  for (;;) {
    while (isBlank && isDelimiter(at)) at++;
    if (text[at] === quote) {
      const field = cutField(text, at, quote, isDelimiter);
      if (field === undefined) return undefined;
      fields.push(field.value);
      at = field.end;
      if (!isDelimiter(at) && !isLineEnd(text, at)) return { fields, end: at };
    } else {
      const start = at;
      while (at < text.length && !isDelimiter(at) && !isLineEnd(text, at)) at++;
      fields.push(text.slice(start, at));
    }
    if (isLineEnd(text, at)) return { fields, end: at };
    at++;
  }
}

function cutField(
  text: string,
  open: number,
  quote: string,
  isDelimiter: (at: number) => boolean,
): { value: string; end: number } | undefined {
  let value = "";
  let start = open + 1;
  let lines = false;
  for (;;) {
    const close = text.indexOf(quote, start);
    if (close === -1) return undefined;
    const part = text.slice(start, close);
    lines ||= part.includes("\n") || part.includes("\r");
    if (text[close + 1] === quote) value += part + quote;
    else if (isDelimiter(close + 1) || isLineEnd(text, close + 1) || lines) {
      return { value: value + part, end: close + 1 };
    } else value += part + quote;
    start = close + (text[close + 1] === quote ? 2 : 1);
  }
}
