/** How the database reads a file: as it is where its structure is regular, else rewritten. */
import type { Workspace } from "../workspace/workspace.ts";
import { readCsv, rowTextSql, tidyRelation } from "./csv-sql.ts";
import { type Dialect, ONE_FIELD } from "./dialect.ts";
import { discard, exchangeName, place } from "./exchange-file.ts";
import type { Found, Inspection } from "./inspect-file.ts";
import type { Rewrite } from "./preset-rows.ts";
import { cellName, type Relation } from "./relation.ts";
import { literal } from "./sql-text.ts";
import { tidyFile } from "./tidy-file.ts";

export type Reading = {
  /** The columns asked for, and row_text if wanted. */
  relation(columns: readonly number[], rowText?: boolean): Relation;
  /** Rows that the relation must have; counted by a reader of our own. */
  readonly records: number;
  /** A file of line, reason and text of rows that are none, and their number. */
  readonly faults: { readonly path: string; readonly count: number } | undefined;
  /** Whether the database reads the file as it is. */
  readonly direct: boolean;
  discard(): void;
};

export type ReadingOptions = {
  /** What becomes of each row; only where the file is rewritten. */
  readonly rewrite?: Rewrite | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
};

type Layout = { readonly dialect: Dialect; readonly columns: number; readonly linesAbove: number };

/** Whether the database may read the bytes as they are. */
export function isDirect({ structure, encoding, dialect }: Found): boolean {
  const marked = encoding.mark > 0 && (dialect?.linesAbove ?? 0) === 0;
  return (
    structure?.regular === true && encoding.encoding === "utf-8" && encoding.faults === 0 && !marked
  );
}

/** @throws SourceError GZIP_BROKEN, IMPORT_CANCELLED */
export async function openText(
  workspace: Workspace,
  inspection: Inspection,
  found: Found,
  { direct, ...options }: ReadingOptions & { readonly direct: boolean },
): Promise<Reading> {
  const layout: Layout = {
    dialect: found.dialect?.dialect ?? ONE_FIELD,
    columns: found.dialect?.names.length ?? 1,
    linesAbove: found.dialect?.linesAbove ?? 0,
  };
  return direct
    ? openDirect(workspace, inspection, found, layout)
    : await openTidy(workspace, inspection, { ...layout, found }, options);
}

function openDirect(
  workspace: Workspace,
  { stamp, compression }: Inspection,
  { structure }: Found,
  { dialect, columns, linesAbove }: Layout,
): Reading {
  const path = place(
    workspace.exchangeDirectory,
    stamp.path,
    compression === "gzip" ? "csv.gz" : "csv",
  );
  const quote = structure?.quotes ? dialect.quote : "";
  const options = [
    `delim = ${literal(dialect.delimiter)}`,
    `quote = ${literal(quote)}`,
    `escape = ${literal(quote)}`,
    `new_line = ${literal(structure?.lineEnd === "\r\n" ? "\\r\\n" : "\\n")}`,
    `skip = ${linesAbove}`,
    `compression = '${compression}'`,
  ];
  const names = Array.from({ length: columns }, (_, index) => cellName(index));
  const reader = readCsv(path, names, options);
  return {
    relation: (wanted, rowText) => {
      const cells = wanted.map(cellName);
      const text = rowText ? [`${rowTextSql(names, dialect.delimiter)} AS row_text`] : [];
      return {
        cells: `SELECT ${[...cells, ...text].join(", ")} FROM ${reader}`,
        line: `${linesAbove} + row_number() OVER ()`,
      };
    },
    records: structure?.records ?? 0,
    faults: undefined,
    direct: true,
    discard: () => discard([path]),
  };
}

async function openTidy(
  workspace: Workspace,
  { stamp, compression }: Inspection,
  { found, dialect, columns, linesAbove }: Layout & { readonly found: Found },
  options: ReadingOptions,
): Promise<Reading> {
  const rowsPath = exchangeName(workspace.exchangeDirectory, "rows.csv");
  const faultsPath = exchangeName(workspace.exchangeDirectory, "faults.csv");
  const { encoding, faults: badCharacters } = found.encoding;
  try {
    const { records, faults } = await tidyFile({
      stamp,
      compression,
      encoding,
      requireEncoding: badCharacters > 0,
      dialect,
      columns,
      linesAbove,
      rowsPath,
      faultsPath,
      ...options,
    });
    const width = options.rewrite?.columns.length ?? columns;
    const names = Array.from({ length: width }, (_, index) => cellName(index));
    return {
      relation: (wanted, rowText) => {
        const text = rowText ? [`${rowTextSql(names, dialect.delimiter)} AS row_text`] : [];
        return tidyRelation(rowsPath, width, wanted, text);
      },
      records,
      faults: faults > 0 ? { path: faultsPath, count: faults } : undefined,
      direct: false,
      discard: () => discard([rowsPath, faultsPath]),
    };
  } catch (error) {
    discard([rowsPath, faultsPath]);
    throw error;
  }
}
