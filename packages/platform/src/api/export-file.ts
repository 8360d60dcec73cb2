import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Workspace } from "../workspace/workspace.ts";
import { type RowFormat, type RowsQuery, rowStream } from "./row-stream.ts";

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
    if (format === "parquet") {
      const target = path.replaceAll("'", "''");
      const copy = `COPY (${query.sql}) TO '${target}' (FORMAT parquet, COMPRESSION zstd)`;
      counter.rows = await engine.run(copy, query.parameters);
    } else {
      await pipeline(rowStream(engine, query, format, counter), createWriteStream(path));
    }
    const [{ size }, sha256] = await Promise.all([stat(path), checksum(path)]);
    return { rows: counter.rows, bytes: size, sha256, open: () => readOnce(path) };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function checksum(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** Removes the file when it has been sent, and when the reader has gone away. */
function readOnce(path: string): Readable {
  const stream = createReadStream(path);
  const through = new Transform({ transform: (chunk, _, done) => done(null, chunk) });
  through.on("close", () => {
    stream.destroy();
    void rm(path, { force: true });
  });
  stream.on("error", (error) => through.destroy(error));
  return stream.pipe(through);
}
