import type { Workspace } from "../workspace/workspace.ts";
import { rowTextSql } from "./csv-sql.ts";
import { discard, place } from "./exchange-file.ts";
import type { Inspection } from "./inspect-file.ts";
import type { Reading } from "./reading.ts";
import { cellName } from "./relation.ts";
import { SourceError } from "./source-error.ts";
import { literal, quoted } from "./sql-text.ts";

/** @throws SourceError PARQUET_BROKEN */
export async function openParquet(
  workspace: Workspace,
  { file, stamp }: Inspection,
): Promise<Reading & { readonly columns: readonly ParquetColumn[] }> {
  const path = place(workspace.exchangeDirectory, stamp.path, "parquet");
  try {
    const described = await workspace.engine.rows(
      `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM read_parquet(${literal(path)}))`,
    );
    const [total] = await workspace.engine.rows(
      `SELECT CAST(sum(num_rows) AS DOUBLE) AS records FROM parquet_file_metadata(${literal(path)})`,
    );
    const columns = described.map(({ name, type }) => ({ name: String(name), type: String(type) }));
    const names = columns.map(({ name }) => `CAST(${quoted(name)} AS VARCHAR)`);
    return {
      columns,
      relation: (wanted, rowText) => {
        const cells = wanted.map((index) => `${names[index]} AS ${cellName(index)}`);
        const text = rowText ? [`${rowTextSql(names, ",")} AS row_text`] : [];
        return {
          cells: `SELECT ${[...cells, ...text].join(", ")} FROM read_parquet(${literal(path)})`,
          line: "row_number() OVER ()",
        };
      },
      records: Number(total?.records ?? 0),
      faults: undefined,
      direct: true,
      discard: () => discard([path]),
    };
  } catch (cause) {
    discard([path]);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError("PARQUET_BROKEN", `${file}: ${reason}`, { file, reason }, { cause });
  }
}

export type ParquetColumn = { readonly name: string; readonly type: string };
