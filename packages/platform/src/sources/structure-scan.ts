import { type Dialect, ROW_LIMIT } from "./dialect.ts";

const LF = 10;
const CR = 13;
const QUOTE = 0x22;
const SLICE_BYTES = 1 << 14;
const [OTHER, DELIMITER, LINE, QUOTED, FORBIDDEN] = [0, 1, 2, 3, 4];
const [FIELD, INSIDE, CLOSED] = [0, 1, 2];

export type Structure = {
  /** Whether every row has the same number of fields, on one line of its own, well quoted. */
  readonly regular: boolean;
  /** Rows of data, that is below the header; right only where `regular`. */
  readonly records: number;
  readonly lineEnd: "\n" | "\r\n";
  readonly quotes: boolean;
};

/**
 * Checks all bytes of a UTF-8 file against a dialect. What passes, any CSV reader reads alike, so
 * the database may read the file as it is; the count of records is the check that it did.
 */
export class StructureScan {
  readonly #kinds = new Uint8Array(256);
  readonly #delimiters: number;
  #skip: number;
  #irregular = false;
  #records = 0;
  #lines = 0;
  #crlf = 0;
  #quotes = false;
  #state: number = FIELD;
  #delimitersInRow = 0;
  /** Where row and field started, relative to the current piece: negative if before it. */
  #rowStart = 0;
  #fieldStart = 0;
  #lastByte = 0;

  constructor(dialect: Dialect, columns: number, linesAbove: number) {
    this.#delimiters = columns - 1;
    this.#skip = linesAbove;
    if (dialect.delimiter === "whitespace" || dialect.quote === "'") this.#irregular = true;
    this.#kinds[0] = FORBIDDEN;
    this.#kinds[CR] = FORBIDDEN;
    this.#kinds[LF] = LINE;
    if (dialect.quote === '"') this.#kinds[QUOTE] = QUOTED;
    this.#kinds[dialect.delimiter.charCodeAt(0)] = DELIMITER;
  }

  add(chunk: Buffer): void {
    if (this.#irregular || chunk.length === 0) return;
    const from = this.#skipLines(chunk);
    if (from > 0) this.#rowStart = this.#fieldStart = from;
    // In slices: V8 would otherwise optimise the loop before it has seen its end, and give up
    // there each time.
    for (let at = from; at < chunk.length && !this.#irregular; at += SLICE_BYTES) {
      this.#scan(chunk, at, Math.min(at + SLICE_BYTES, chunk.length));
    }
    this.#rowStart -= chunk.length;
    this.#fieldStart -= chunk.length;
    this.#lastByte = chunk[chunk.length - 1] as number;
    if (-this.#rowStart > ROW_LIMIT) this.#irregular = true;
  }

  finish(): Structure {
    const open = this.#rowStart < 0;
    if (open) {
      if (this.#state === INSIDE || this.#delimitersInRow !== this.#delimiters) {
        this.#irregular = true;
      }
      this.#records++;
      if (this.#lastByte === CR) this.#irregular = true;
    }
    if (this.#skip > 0 || (this.#crlf > 0 && this.#crlf < this.#lines)) this.#irregular = true;
    return {
      regular: !this.#irregular,
      records: this.#records,
      lineEnd: this.#crlf > 0 ? "\r\n" : "\n",
      quotes: this.#quotes,
    };
  }

  /** Goes past the title and the header; returns where the data starts in this piece. */
  #skipLines(chunk: Buffer): number {
    let from = 0;
    while (this.#skip > 0) {
      const end = chunk.indexOf(LF, from);
      if (end === -1) return chunk.length;
      from = end + 1;
      this.#skip--;
    }
    return from;
  }

  #scan(chunk: Buffer, from: number, to: number): void {
    const kinds = this.#kinds;
    const expected = this.#delimiters;
    let delimiters = this.#delimitersInRow;
    for (let i = from; i < to; i++) {
      const kind = kinds[chunk[i] as number];
      if (kind === OTHER) continue;
      if (kind === DELIMITER) {
        if (this.#state === INSIDE) continue;
        delimiters++;
        this.#state = FIELD;
        this.#fieldStart = i + 1;
      } else if (kind === LINE) {
        if (delimiters !== expected || !this.#endRow(chunk, i)) this.#irregular = true;
        delimiters = 0;
      } else if (kind === QUOTED) this.#quote(chunk, i);
      else if (chunk[i] !== CR || !this.#endsLine(chunk, i)) this.#irregular = true;
      if (this.#irregular) return;
    }
    this.#delimitersInRow = delimiters;
  }

  #endRow(chunk: Buffer, at: number): boolean {
    const before = at > 0 ? chunk[at - 1] : this.#lastByte;
    const length = at - this.#rowStart - (before === CR ? 1 : 0);
    if (this.#state === INSIDE || length === 0 || length > ROW_LIMIT) return false;
    this.#records++;
    this.#lines++;
    if (before === CR) this.#crlf++;
    this.#state = FIELD;
    this.#rowStart = this.#fieldStart = at + 1;
    return true;
  }

  /** A quote opens a field at its start only, and only a delimiter or line end may follow it. */
  #quote(chunk: Buffer, at: number): void {
    this.#quotes = true;
    if (this.#state === INSIDE) {
      this.#state = CLOSED;
      const next = chunk[at + 1];
      // At the end of a piece the next byte is not known; the database's reader then decides.
      if (next !== undefined && this.#kinds[next] === OTHER) this.#irregular = true;
    } else if (this.#state === CLOSED) this.#state = INSIDE;
    else if (at === this.#fieldStart) this.#state = INSIDE;
    else this.#irregular = true;
  }

  #endsLine(chunk: Buffer, at: number): boolean {
    return this.#state !== INSIDE && (at + 1 >= chunk.length || chunk[at + 1] === LF);
  }
}
