/** Rows from all over a file, as text, before anything is known of what they mean. */
export type SampledRow = {
  /** Null for rows from the middle of a file, where lines are not counted. */
  readonly line: number | null;
  readonly fields: readonly (string | null)[];
};

export type FileSample = {
  readonly names: readonly string[];
  readonly rows: readonly SampledRow[];
  /** Columns whose values are numbers by type, so that their notation is no question. */
  readonly typed: ReadonlySet<number>;
};

/** The values of one column that are not blank, without blanks around them. */
export function valuesOf(sample: FileSample, index: number): string[] {
  const values: string[] = [];
  for (const { fields } of sample.rows) {
    const value = fields[index]?.trim();
    if (value && !MISSING.has(value)) values.push(value);
  }
  return values;
}

/** The line at which a value of a column was seen, if it is known. */
export function lineOf(sample: FileSample, index: number, value: string): number | null {
  return sample.rows.find(({ fields }) => fields[index]?.trim() === value)?.line ?? null;
}

/** How exports write that there is no value. */
export const MISSING: ReadonlySet<string> = new Set([
  "NULL",
  "null",
  "NaN",
  "nan",
  "NA",
  "N/A",
  "None",
  "\\N",
]);
