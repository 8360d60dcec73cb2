import type { Readable } from "node:stream";
import { Type } from "typebox";

/** The schema of an answer that is a file of CSV, streamed. */
export const CsvStream = {
  description: "CSV with a header",
  content: { "text/csv": { schema: Type.Unsafe<Readable>({ type: "string" }) } },
};

/** The schema of an answer that is a file, as CSV, Excel or Parquet. */
export const FileStream = {
  description: "CSV with a header, an Excel workbook, or Parquet",
  content: {
    "text/csv": { schema: Type.Unsafe<Readable>({ type: "string" }) },
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
      schema: Type.Unsafe<Readable>({ type: "string", format: "binary" }),
    },
    "application/vnd.apache.parquet": {
      schema: Type.Unsafe<Readable>({ type: "string", format: "binary" }),
    },
  },
};
