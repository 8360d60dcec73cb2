import { createHash, type Hash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Workspace } from "../workspace/workspace.ts";
import { type RowFormat, type RowsQuery, rowStream } from "./row-stream.ts";

const PIECE = 2 ** 19;

type ExportFormat = Exclude<RowFormat, "json"> | "parquet";

/** A file that is written and can be sent; its own stream removes it once it has been read. */
export type ExportFile = {
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly sha256: string;
  open(): Readable;
};

/**
 * Writes the rows of a query to a file beside the database, so that their number and checksum are
 * known before the first byte is sent; memory stays flat however many they are.
 */
export async function writeExport(
  { engine, exchangeDirectory }: Pick<Workspace, "engine" | "exchangeDirectory">,
  query: RowsQuery,
  format: ExportFormat,
): Promise<ExportFile> {
  const path = join(exchangeDirectory, `export-${randomUUID()}`);
  try {
    const counter = { rows: 0 };
    const hash = createHash("sha256");
    if (format === "parquet") {
      const target = path.replaceAll("'", "''");
      const copy = `COPY (${query.sql}) TO '${target}' (FORMAT parquet, COMPRESSION zstd)`;
      counter.rows = await engine.run(copy, query.parameters);
      await pipeline(read(path), hash);
    } else {
      const rows = rowStream(engine, query, format, counter);
      await pipeline(hashed(rows, hash), createWriteStream(path));
    }
    const { size } = await stat(path);
    return {
      rows: counter.rows,
      bytes: size,
      sha256: hash.digest("hex"),
      open: () => readOnce(path),
    };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Hashed while it is written, a file need not be read again. */
async function* hashed(
  chunks: AsyncIterable<string | Buffer>,
  hash: Hash,
): AsyncGenerator<string | Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** In larger pieces than Node's own: a million rows are hundreds of megabytes. */
function read(path: string): Readable {
  return createReadStream(path, { highWaterMark: PIECE });
}

/** Removes the file when it has been sent, and when the reader has gone away. */
function readOnce(path: string): Readable {
  const stream = read(path);
  const through = new Transform({ transform: (chunk, _, done) => done(null, chunk) });
  through.on("close", () => {
    stream.destroy();
    void rm(path, { force: true });
  });
  stream.on("error", (error) => through.destroy(error));
  return stream.pipe(through);
}
