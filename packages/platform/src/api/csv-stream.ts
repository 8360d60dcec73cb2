import type { Readable } from "node:stream";
import { Type } from "typebox";

/** The schema of an answer that is a file of CSV, streamed. */
export const CsvStream = {
  description: "CSV with a header",
  content: { "text/csv": { schema: Type.Unsafe<Readable>({ type: "string" }) } },
};
