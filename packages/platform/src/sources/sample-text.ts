/** Rows from all over a CSV or JSON lines file. */
import { type Dialect, ONE_FIELD } from "./dialect.ts";
import type { Encoding } from "./file-format.ts";
import type { FileSample, SampledRow } from "./file-sample.ts";
import { decode, type Found } from "./inspect-file.ts";
import { type JsonColumn, jsonColumns, jsonFields } from "./json-columns.ts";
import { RecordReader } from "./record-reader.ts";

/** The rows of a CSV file that have as many fields as its header, or blank ones more. */
export function sampleCsv({ dialect, sample, encoding }: Found): FileSample {
  if (!dialect) throw new TypeError("a CSV file has a dialect");
  const { names, linesAbove } = dialect;
  const isRow = ({ line, fields }: SampledRow) =>
    fields.length >= names.length &&
    fields.slice(names.length).every((field) => field?.trim() === "") &&
    (line === null || line > linesAbove);
  const rows = lines(sample, encoding.encoding, dialect.dialect).filter(isRow);
  return { names, rows, typed: new Set() };
}

/** The rows of a JSON lines file, and where in each document its columns stand. */
export function sampleJson(found: Found): {
  readonly sample: FileSample;
  readonly columns: readonly JsonColumn[];
} {
  const documents = documentsOf(found).flatMap(({ line, text }) => {
    const values = jsonFields(text);
    return values ? [{ line, values }] : [];
  });
  const columns = jsonColumns(documents.map(({ values }) => values));
  const rows = documents.map(({ line, values }) => ({
    line,
    fields: columns.map(({ pointer }) => values.get(pointer)?.text ?? null),
  }));
  const typed = new Set(columns.flatMap(({ isNumber }, index) => (isNumber ? [index] : [])));
  return { sample: { names: columns.map(({ name }) => name), rows, typed }, columns };
}

/** The sampled lines of a JSON lines file. */
export function documentsOf({ sample, encoding }: Found): { line: number | null; text: string }[] {
  return lines(sample, encoding.encoding, ONE_FIELD).map(({ line, fields }) => {
    return { line, text: fields[0] ?? "" };
  });
}

function lines(sample: Found["sample"], encoding: Encoding, dialect: Dialect): SampledRow[] {
  const rows: SampledRow[] = [];
  const head = decode(sample.head, encoding);
  for (const record of new RecordReader(dialect).read(head, sample.isComplete)) {
    if ("fields" in record) rows.push({ line: record.line, fields: record.fields });
  }
  for (const block of sample.blocks) {
    const text = decode(block, encoding);
    const middle = text.slice(text.indexOf("\n") + 1, text.lastIndexOf("\n") + 1);
    for (const record of new RecordReader(dialect).read(middle, true)) {
      if ("fields" in record) rows.push({ line: null, fields: record.fields });
    }
  }
  return rows;
}
