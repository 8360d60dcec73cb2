/** Reads a workbook back as the product itself reads Excel files: the rows of its first sheet. */
export { readSheet } from "read-excel-file/node";
