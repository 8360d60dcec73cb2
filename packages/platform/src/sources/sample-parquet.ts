import type { Workspace } from "../workspace/workspace.ts";
import type { FileSample } from "./file-sample.ts";
import type { Reading } from "./reading.ts";
import type { ParquetColumn } from "./reading-parquet.ts";
import { cellName } from "./relation.ts";

const ROWS = 10_000;
const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/;

/** Rows spread evenly over a Parquet file. Takes the reading's file away again. */
export async function sampleParquet(
  { engine }: Workspace,
  reading: Reading & { readonly columns: readonly ParquetColumn[] },
): Promise<FileSample> {
  const { columns, records } = reading;
  const indices = columns.map((_, index) => index);
  const step = Math.max(1, Math.ceil(records / ROWS));
  try {
    const { cells, line } = reading.relation(indices);
    const numbered = `SELECT CAST(${line} AS DOUBLE) AS line, * FROM (${cells}) AS cells`;
    const rows = await engine.rows(
      `SELECT * FROM (${numbered}) AS numbered WHERE line % ${step} = 1 OR ${step} = 1`,
    );
    const numbers = indices.filter((index) => NUMBER.test(columns[index]?.type ?? ""));
    return {
      names: columns.map(({ name }) => name),
      rows: rows.map((row) => ({
        line: Number(row.line),
        fields: indices.map((index) => (row[cellName(index)] ?? null) as string | null),
      })),
      typed: new Set(numbers),
    };
  } finally {
    reading.discard();
  }
}
