import { accessSync, constants, realpathSync, type Stats, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { SourceError, stopIfCancelled } from "./source-error.ts";

const CHUNK_BYTES = 1 << 20;
/** Tables shrink to a fifth or, where they repeat themselves, to a fiftieth: never to so little. */
const LARGEST_RATIO = 200;
/** What unpacks to no more than this does no harm, whatever its ratio. */
const HARMLESS_BYTES = 256 * 2 ** 20;

/** Which bytes were read: if it differs afterwards, the file changed in between. */
export type FileStamp = {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
};

/** @throws SourceError FILE_NOT_FOUND, FILE_NOT_A_FILE, FILE_NOT_READABLE, FILE_EMPTY */
export function stampOf(file: string): FileStamp {
  let stats: Stats;
  try {
    stats = statSync(file);
    accessSync(file, constants.R_OK);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    const code =
      reason === "ENOENT" || reason === "ENOTDIR" ? "FILE_NOT_FOUND" : "FILE_NOT_READABLE";
    throw new SourceError(code, `${file}: ${reason}`, { file, reason }, { cause });
  }
  if (!stats.isFile()) throw new SourceError("FILE_NOT_A_FILE", `${file} is no file`, { file });
  if (stats.size === 0) throw new SourceError("FILE_EMPTY", `${file} is empty`, { file });
  return { path: realpathSync(file), bytes: stats.size, modifiedMs: stats.mtimeMs };
}

/** @throws SourceError FILE_CHANGED if the file is no longer the one stamped */
export function requireUnchanged(file: string, stamp: FileStamp): void {
  const { bytes, modifiedMs } = stampOf(file);
  if (bytes !== stamp.bytes || modifiedMs !== stamp.modifiedMs) {
    throw new SourceError("FILE_CHANGED", `${file} changed while it was read`, { file });
  }
}

export type ReadOptions = {
  readonly compression: "none" | "gzip";
  readonly signal?: AbortSignal | undefined;
  /** Sees each piece of the file as it is stored, and how much of it has been read. */
  readonly onStored?: ((chunk: Buffer, share: number) => void) | undefined;
};

/**
 * The content of a file in pieces, unpacked if need be. A piece is good only until the next one
 * is asked for: they share their memory.
 *
 * @throws SourceError GZIP_BROKEN, GZIP_BOMB, FILE_NOT_READABLE, IMPORT_CANCELLED
 */
export async function* content(stamp: FileStamp, options: ReadOptions): AsyncGenerator<Buffer> {
  try {
    if (options.compression === "none") yield* pieces(stamp, options);
    else yield* unpacked(stamp, options);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const broken = cause instanceof Error && /^Z_/.test(String((cause as { code?: unknown }).code));
    const code = broken ? "GZIP_BROKEN" : "FILE_NOT_READABLE";
    const details = { file: stamp.path, reason };
    throw new SourceError(code, `${stamp.path}: ${reason}`, details, { cause });
  }
}

async function* pieces(
  { path, bytes }: FileStamp,
  { signal, onStored }: ReadOptions,
): AsyncGenerator<Buffer> {
  const handle = await open(path);
  const memory = Buffer.allocUnsafe(CHUNK_BYTES);
  try {
    let read = 0;
    for (;;) {
      stopIfCancelled(signal, path);
      const { bytesRead } = await handle.read(memory, 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      read += bytesRead;
      const chunk = memory.subarray(0, bytesRead);
      onStored?.(chunk, Math.min(1, read / bytes));
      yield chunk;
    }
  } finally {
    await handle.close();
  }
}

async function* unpacked(stamp: FileStamp, options: ReadOptions): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const copies = async function* () {
    for await (const chunk of pieces(stamp, options)) yield Buffer.from(chunk);
  };
  const stored = Readable.from(copies(), { objectMode: true, highWaterMark: 1 });
  // An error of the stored side must reach whoever reads the unpacked one.
  stored.on("error", (error) => gunzip.destroy(error));
  stored.pipe(gunzip);
  let bytes = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      requireTable(stamp, bytes);
      yield chunk;
    }
  } finally {
    stored.destroy();
  }
}

/** @throws SourceError GZIP_BOMB if so few bytes were made to fill disks */
function requireTable({ path, bytes: packed }: FileStamp, unpackedBytes: number): void {
  if (unpackedBytes <= Math.max(HARMLESS_BYTES, LARGEST_RATIO * packed)) return;
  const details = { file: path, packed, ratio: LARGEST_RATIO };
  throw new SourceError("GZIP_BOMB", `${path} unpacks to more than any table does`, details);
}
