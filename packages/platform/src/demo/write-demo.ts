import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type LineFile, openLineFile } from "./csv-file.ts";
import { DemoError } from "./demo-error.ts";
import { type DemoOptions, scopeOf } from "./options.ts";
import { type DemoParameters, simulateShop } from "./simulate-shop.ts";
import { headerOf, lineOf, type TableName, tables } from "./tables.ts";

/** How far `writeDemo` is, in customers. */
export type DemoProgress = { readonly done: number; readonly total: number };

/** What `writeDemo` takes beside the options of the simulation. */
export type DemoControl = {
  /** Ends the writing within about 250 customers; no file is left behind. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: DemoProgress) => void) | undefined;
};

/** What was written. */
export type DemoFiles = {
  /** Paths by table, and of the parameters. */
  readonly files: Readonly<Record<TableName | "parameter", string>>;
  /** Data rows by table. */
  readonly rows: Readonly<Record<TableName, number>>;
  readonly parameters: DemoParameters;
};

const customersBetweenBreaks = 250;
const names = Object.keys(tables) as readonly TableName[];

/**
 * Writes a simulated shop into a directory, which is made if need be: nine CSV files (UTF-8,
 * comma, header) and parameter.json. Files appear under their names only when all are complete;
 * earlier ones of the same name are replaced.
 *
 * @returns paths, row counts and the generating parameters.
 * @throws DemoError DEMO_OPTION_INVALID, DEMO_CANCELLED; errors of node:fs as they are
 */
export async function writeDemo(
  directory: string,
  options: DemoOptions,
  control: DemoControl = {},
): Promise<DemoFiles> {
  scopeOf(options); // refuses before anything is written
  mkdirSync(directory, { recursive: true });
  const paths = byTable((name) => join(directory, `${name}.csv`));
  const files = { ...paths, parameter: join(directory, "parameter.json") };
  try {
    const { rows, parameters } = await writeTables(paths, options, control);
    writeFileSync(unfinished(files.parameter), `${JSON.stringify(parameters, rounded, 2)}\n`);
    for (const path of Object.values(files)) renameSync(unfinished(path), path);
    return { files, rows, parameters };
  } catch (error) {
    for (const path of Object.values(files)) rmSync(unfinished(path), { force: true });
    throw error;
  }
}

async function writeTables(
  paths: Readonly<Record<TableName, string>>,
  options: DemoOptions,
  control: DemoControl,
): Promise<Pick<DemoFiles, "rows" | "parameters">> {
  const rows = byTable(() => 0);
  const open: LineFile[] = [];
  try {
    const files = byTable((name) => {
      const file = openLineFile(unfinished(paths[name]));
      open.push(file);
      file.add(headerOf(name));
      return file;
    });
    const records = simulateShop(options);
    for (;;) {
      const { value, done } = records.next();
      if (done) {
        control.onProgress?.({ done: rows.kunden, total: options.customers });
        return { rows, parameters: value };
      }
      if (value.table === "kunden") await pause(rows.kunden, options.customers, control);
      files[value.table].add(lineOf(value));
      rows[value.table]++;
    }
  } finally {
    for (const file of open) file.close();
  }
}

/** Lets others work now and then, and hears whether to go on. */
async function pause(done: number, total: number, control: DemoControl): Promise<void> {
  if (done % customersBetweenBreaks !== 0) return;
  await setImmediate();
  if (control.signal?.aborted) {
    throw new DemoError(
      "DEMO_CANCELLED",
      "Writing the demo data was cancelled",
      { done, total },
      {
        cause: control.signal.reason,
      },
    );
  }
  control.onProgress?.({ done, total });
}

function unfinished(path: string): string {
  return `${path}.part`;
}

function byTable<T>(of: (name: TableName) => T): Record<TableName, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<TableName, T>;
}

/** Nine digits say all; more would be noise of the additions. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(9)) : value;
}
