import { copyFileSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Engine, identifier } from "../engines/engine.ts";
import type { HandOver } from "./migrate-ledger.ts";

/** A directory that this machine writes to and the cluster reads, and what the cluster calls it. */
export type Staging = { readonly directory: string; readonly uri: string };

/**
 * Hands tables over as Parquet files, which become part of the cluster's Iceberg tables where they
 * lie: no row passes through this process, and none is written twice. The files belong to the
 * tables from then on.
 */
export function handOverAsParquet(
  { source, exchangeDirectory }: { readonly source: Engine; readonly exchangeDirectory: string },
  target: Engine,
  staging: Staging,
): HandOver {
  return async ({ from, into, columns }, { signal }) => {
    const [counted] = await source.rows(
      `SELECT CAST(count(*) AS DOUBLE) AS n FROM ${identifier(from)}`,
    );
    if (counted?.n === 0) return;
    // A name of its own: tables of earlier migrations may still hold their files.
    const folder = `${from}-${Date.now()}`;
    const written = join(exchangeDirectory, `${folder}.parquet`);
    const path = `'${written.replaceAll("'", "''")}'`;
    const select = `SELECT ${columns.join(", ")} FROM ${from}`;
    await source.run(
      `COPY (${select}) TO ${path} (FORMAT parquet, COMPRESSION zstd)`,
      {},
      { signal },
    );
    mkdirSync(join(staging.directory, folder), { recursive: true });
    move(written, join(staging.directory, folder, "rows.parquet"));
    const location = `${staging.uri.replace(/\/$/, "")}/${folder}`.replaceAll("'", "''");
    await target.run(
      `ALTER TABLE ${identifier(into)} EXECUTE add_files(location => '${location}', format => 'PARQUET')`,
      {},
      { signal },
    );
  };
}

/** Another disk takes a copy. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    copyFileSync(from, to);
    rmSync(from);
  }
}
