import { closeSync, openSync, readSync } from "node:fs";
import type { FileStamp } from "./byte-stream.ts";
import type { FileKind } from "./file-format.ts";
import { SourceError } from "./source-error.ts";

const LOOKED_AT = 512;

/** Files of other programs, by the bytes they begin with. */
const UNSUPPORTED: readonly (readonly [bytes: string, kind: string, at?: number])[] = [
  ["PK\x05\x06", "zip"],
  ["\xd0\xcf\x11\xe0", "xls"],
  ["%PDF", "pdf"],
  ["SQLite format 3", "sqlite"],
  ["DUCK", "duckdb", 8],
  ["(\xb5/\xfd", "zstd"],
  ["BZh", "bzip2"],
  ["\xfd7zXZ", "xz"],
  ["7z\xbc\xaf", "7z"],
  ["Rar!", "rar"],
  ["Obj\x01", "avro"],
  ["ARROW1", "arrow"],
  ["ORC", "orc"],
];

/** Whether a file is packed. */
export function compressionOf({ path }: FileStamp): "none" | "gzip" {
  const bytes = Buffer.alloc(2);
  const handle = openSync(path, "r");
  readSync(handle, bytes, 0, 2, 0);
  closeSync(handle);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? "gzip" : "none";
}

/**
 * What kind of file it is, by its content, whatever it is called.
 *
 * @throws SourceError FILE_UNSUPPORTED, with the kind it is
 */
export function kindOf(file: string, content: Buffer): FileKind {
  const start = content.toString("latin1", 0, LOOKED_AT);
  if (start.startsWith("PAR1")) return "parquet";
  const other = UNSUPPORTED.find(([bytes, , at = 0]) => start.startsWith(bytes, at));
  if (other) throw unsupported(file, other[1]);
  const text = start.replaceAll("\0", "").replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, "");
  if (/^<(\?xml|!doctype|html|[a-z]+>)/i.test(text)) throw unsupported(file, "xml");
  if (/^\[\s*(\{|\]|$)/.test(text)) throw unsupported(file, "json-array");
  return text.startsWith("{") ? "jsonl" : "csv";
}

function unsupported(file: string, kind: string): SourceError {
  const message = `${file} is a file of kind ${kind}; CSV, Excel (xlsx), Parquet and JSON lines can be imported`;
  return new SourceError("FILE_UNSUPPORTED", message, { file, kind });
}

/** @throws SourceError FILE_BINARY if too many bytes are no text in any encoding */
export function requireText(file: string, content: Buffer): void {
  let control = 0;
  let offset = -1;
  for (const [index, byte] of content.entries()) {
    if (byte >= 9 && (byte <= 13 || byte >= 32 || byte === 26 || byte === 27)) continue;
    control++;
    if (offset === -1) offset = index;
  }
  if (control > content.length / 50) {
    throw new SourceError("FILE_BINARY", `${file} is not text`, { file, offset });
  }
}
