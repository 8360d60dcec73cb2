/** One pass over all bytes of a file: its fingerprint, and what can be told without its meaning. */
import { createHash } from "node:crypto";
import iconv from "iconv-lite";
import { content, type FileStamp, requireUnchanged, stampOf } from "./byte-stream.ts";
import { ContentSample } from "./content-sample.ts";
import { type DialectFound, detectDialect } from "./detect-dialect.ts";
import { ONE_FIELD, ROW_LIMIT } from "./dialect.ts";
import { type EncodingFound, EncodingProbe } from "./encoding-probe.ts";
import type { Encoding, FileKind, FormatOptions } from "./file-format.ts";
import { compressionOf, kindOf, requireText } from "./file-kind.ts";
import { SourceError } from "./source-error.ts";
import { type Structure, StructureScan } from "./structure-scan.ts";

export type Inspection = {
  readonly file: string;
  /** Of what is read. */
  readonly stamp: FileStamp;
  /** The size of the file as it is stored. */
  readonly bytes: number;
  /** The sheet of a workbook that is read. */
  readonly sheet?: string;
  /** SHA-256 of the stored bytes, in hex. */
  readonly fingerprint: string;
  readonly compression: "none" | "gzip";
  /** The rest, or why it is missing: a file known by its fingerprint needs no more. */
  readonly found: Found | SourceError;
};

export type Found = {
  readonly kind: FileKind;
  readonly encoding: EncodingFound;
  readonly sample: ContentSample;
  /** Of CSV. */
  readonly dialect: DialectFound | undefined;
  readonly structure: Structure | undefined;
};

export type InspectOptions = {
  readonly format: FormatOptions;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
};

/** @throws SourceError FILE_NOT_FOUND, FILE_EMPTY, GZIP_BROKEN … if the file cannot be read at all */
export async function inspectFile(file: string, options: InspectOptions): Promise<Inspection> {
  const stamp = stampOf(file);
  const compression = compressionOf(stamp);
  const hash = createHash("sha256");
  const looker = new Looker(file, options.format);
  const onStored = (chunk: Buffer, share: number) => {
    hash.update(chunk);
    options.onProgress?.(share);
  };
  for await (const chunk of content(stamp, { compression, signal: options.signal, onStored })) {
    looker.add(chunk);
  }
  requireUnchanged(file, stamp);
  const { bytes } = stamp;
  const fingerprint = hash.digest("hex");
  return { file, stamp, bytes, fingerprint, compression, found: looker.finish() };
}

/** Decides by the beginning how rows are cut, then checks all the rest against that. */
class Looker {
  readonly #file: string;
  readonly #given: FormatOptions;
  readonly #probe = new EncodingProbe();
  readonly #sample = new ContentSample();
  #waiting: Buffer[] = [];
  #begun:
    | { kind: FileKind; dialect?: DialectFound; scan?: StructureScan }
    | SourceError
    | undefined;

  constructor(file: string, given: FormatOptions) {
    this.#file = file;
    this.#given = given;
  }

  add(chunk: Buffer): void {
    this.#probe.add(chunk);
    this.#sample.add(chunk);
    if (this.#begun instanceof SourceError) return;
    if (this.#begun) {
      this.#begun.scan?.add(chunk);
      return;
    }
    this.#waiting.push(Buffer.from(chunk));
    if (this.#sample.hasHead) this.#begin();
  }

  finish(): Found | SourceError {
    if (!this.#begun) this.#begin();
    const begun = this.#begun;
    if (!begun || begun instanceof SourceError) return begun as SourceError;
    const { kind, dialect, scan } = begun;
    const { encoding: given } = this.#given;
    const detected = this.#probe.finish();
    const encoding = given ? { ...detected, encoding: given, because: "given" as const } : detected;
    return { kind, encoding, sample: this.#sample, dialect, structure: scan?.finish() };
  }

  #begin(): void {
    try {
      this.#begun = this.#look();
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.#begun = error;
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    if (this.#begun instanceof SourceError) return;
    for (const chunk of waiting) this.#begun.scan?.add(chunk);
  }

  #look() {
    const { head, isComplete } = this.#sample;
    const kind = kindOf(this.#file, head);
    if (kind === "parquet") return { kind };
    const encoding = this.#given.encoding ?? encodingOf(head);
    const wide = encoding.startsWith("utf-16");
    if (!wide) requireText(this.#file, head);
    const text = wholeLines(this.#file, decode(head, encoding), isComplete);
    if (kind === "jsonl")
      return wide ? { kind } : { kind, scan: new StructureScan(ONE_FIELD, 1, 0) };
    const dialect = detectDialect(this.#file, text, this.#given);
    const { names, linesAbove } = dialect;
    if (wide) return { kind, dialect };
    return { kind, dialect, scan: new StructureScan(dialect.dialect, names.length, linesAbove) };
  }
}

function encodingOf(head: Buffer): Encoding {
  const probe = new EncodingProbe();
  probe.add(head);
  return probe.finish().encoding;
}

/** Text without its byte order mark. */
export function decode(bytes: Buffer, encoding: Encoding): string {
  return iconv.decode(bytes, encoding, { stripBOM: true });
}

/** @throws SourceError ROW_TOO_LONG where not even the first line ends */
function wholeLines(file: string, text: string, isComplete: boolean): string {
  if (isComplete) return text;
  const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  if (end === -1) {
    const details = { file, line: 1, limit: ROW_LIMIT };
    throw new SourceError("ROW_TOO_LONG", `${file}: its first line does not end`, details);
  }
  return text.slice(0, end + 1);
}
