import type { Row } from "../../engines/engine.ts";
import type { Speech } from "../language.ts";
import { drawTable } from "./table.ts";

/** Rows as a table for people, each column under its own name; numbers to three digits. */
export function rowsTable(rows: readonly Row[], { number }: Speech): string {
  const columns = Object.entries(rows[0] ?? {}).map(
    ([title, cell]) => ({ title, align: typeof cell === "number" ? "right" : "left" }) as const,
  );
  const cell = (value: unknown) =>
    typeof value === "number"
      ? number(value, Number.isInteger(value) ? 0 : 3)
      : String(value ?? "–");
  return drawTable(
    columns,
    rows.map((row) => Object.values(row).map(cell)),
  );
}
