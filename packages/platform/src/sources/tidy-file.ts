/** Rewrites a file that the database could not read as it is: one row a record, UTF-8, well quoted. */
import { closeSync, openSync, writeFileSync } from "node:fs";
import iconv from "iconv-lite";
import { content, type FileStamp } from "./byte-stream.ts";
import type { Dialect } from "./dialect.ts";
import { escaped } from "./escaped.ts";
import type { Encoding } from "./file-format.ts";
import type { Rewrite, Rewritten } from "./preset-rows.ts";
import { type FileRecord, RecordReader } from "./record-reader.ts";
import type { RejectReason } from "./reject-reason.ts";

export type TidyInput = {
  readonly stamp: FileStamp;
  readonly compression: "none" | "gzip";
  readonly encoding: Encoding;
  /** Whether a character that cannot be decoded is a fault of its row. */
  readonly requireEncoding: boolean;
  readonly dialect: Dialect;
  readonly columns: number;
  readonly linesAbove: number;
  /** What becomes of each sound row; else it stays as it is. */
  readonly rewrite?: Rewrite | undefined;
  /** Where the rows go (line, then the fields), and those that are none (line, reason, text). */
  readonly rowsPath: string;
  readonly faultsPath: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
};

export type TidyOutput = { readonly records: number; readonly faults: number };

/** Memory does not depend on the size of the file. Row and fault together are every record. */
export async function tidyFile(input: TidyInput): Promise<TidyOutput> {
  const { stamp, compression, signal, onProgress } = input;
  const rows = new CsvWriter(input.rowsPath);
  const faults = new CsvWriter(input.faultsPath);
  const decoder = iconv.getDecoder(input.encoding, { stripBOM: true });
  const reader = new RecordReader(input.dialect);
  const take = (text: string, last: boolean) => {
    for (const record of reader.read(text, last)) {
      if (record.line > input.linesAbove) write(record, input, rows, faults);
    }
  };
  try {
    const onStored = (_chunk: Buffer, share: number) => onProgress?.(share);
    for await (const chunk of content(stamp, { compression, signal, onStored })) {
      take(decoder.write(chunk), false);
    }
    take(decoder.end() ?? "", true);
    for (const row of input.rewrite?.end() ?? []) writeRewritten(row, rows, faults);
  } finally {
    rows.close();
    faults.close();
  }
  return { records: rows.count, faults: faults.count };
}

function write(record: FileRecord, input: TidyInput, rows: CsvWriter, faults: CsvWriter): void {
  const reason = faultOf(record, input);
  if (reason || !("fields" in record)) {
    faults.write([String(record.line), reason ?? "", record.text.replaceAll("\0", "\u2400")]);
    return;
  }
  const { fields } = record;
  if (input.rewrite) {
    for (const row of input.rewrite.take(record)) writeRewritten(row, rows, faults);
  } else rows.write([String(record.line), ...fields.slice(0, input.columns)]);
}

function writeRewritten(row: Rewritten, rows: CsvWriter, faults: CsvWriter): void {
  const line = String(row.line);
  if ("fields" in row) rows.write([line, ...row.fields]);
  else faults.write([line, row.refused, row.raw.replaceAll("\0", "\u2400")]);
}

function faultOf(record: FileRecord, input: TidyInput): RejectReason | undefined {
  if ("fault" in record) return record.fault;
  const { text, fields } = record;
  if (text.includes("\0")) return "NUL_BYTE";
  if (input.requireEncoding && text.includes("\uFFFD")) return "ENCODING_BROKEN";
  if (fields.length < input.columns) return "TOO_FEW_FIELDS";
  // Delimiters at the end of a row hold nothing.
  if (fields.slice(input.columns).some((field) => field.trim() !== "")) return "TOO_MANY_FIELDS";
  return undefined;
}

/** Written at once, piece by piece: what the disk refuses is thrown where it happens. */
class CsvWriter {
  readonly #handle: number;
  #buffer: string[] = [];
  count = 0;

  constructor(path: string) {
    this.#handle = openSync(path, "w");
  }

  write(fields: readonly string[]): void {
    this.count++;
    this.#buffer.push(`${fields.map(escaped).join(",")}\n`);
    if (this.#buffer.length >= 4096) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#handle);
  }

  #flush(): void {
    const text = this.#buffer.join("");
    this.#buffer = [];
    if (text !== "") writeFileSync(this.#handle, text);
  }
}
