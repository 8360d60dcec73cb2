import { readFileSync } from "node:fs";
import { readSheet } from "read-excel-file/node";

/** The rows of the first sheet of an Excel workbook, as its reader in the product sees them. */
export async function readWorkbook(file: string): Promise<unknown[][]> {
  return (await readSheet(readFileSync(file))) as unknown[][];
}
