import { columnNames } from "./detect-dialect.ts";

/** JSON documents as rows: what is nested becomes a column of its own, such as "customer.id". */
export type JsonColumn = {
  readonly name: string;
  /** RFC 6901, as DuckDB reads it. */
  readonly pointer: string;
  /** Whether all values seen are numbers, not text. */
  readonly isNumber: boolean;
};

type JsonField = {
  readonly name: string;
  readonly text: string | null;
  readonly isNumber: boolean;
};
type JsonFields = ReadonlyMap<string, JsonField>;

/** Keeps numbers as they are written: an id of 64 bits is more than a number of JavaScript. */
class Digits {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toJSON(): number {
    return Number(this.text);
  }
}

/** The fields of one document by pointer; undefined if the text is no JSON object. */
export function jsonFields(text: string): JsonFields | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text, keepDigits);
  } catch {
    return undefined;
  }
  if (!isObject(document)) return undefined;
  const fields = new Map<string, JsonField>();
  collect(document, "", "", fields);
  return fields;
}

/** All columns that occur, in the order of their first appearance. */
export function jsonColumns(documents: readonly JsonFields[]): JsonColumn[] {
  const columns = new Map<string, { name: string; values: number; numbers: number }>();
  for (const document of documents) {
    for (const [pointer, { name, text, isNumber }] of document) {
      const column = columns.get(pointer) ?? { name, values: 0, numbers: 0 };
      columns.set(pointer, column);
      if (text !== null) column.values++;
      if (isNumber) column.numbers++;
    }
  }
  const { names } = columnNames(
    [...columns.values()].map(({ name }) => name),
    true,
  );
  return [...columns].map(([pointer, { values, numbers }], index) => {
    return { name: names[index] as string, pointer, isNumber: values > 0 && values === numbers };
  });
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === "number" ? new Digits(context?.source ?? String(value)) : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Digits)
  );
}

function collect(
  object: Record<string, unknown>,
  pointer: string,
  prefix: string,
  fields: Map<string, JsonField>,
): void {
  for (const [key, value] of Object.entries(object)) {
    const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const name = prefix === "" ? key : `${prefix}.${key}`;
    if (isObject(value)) collect(value, at, name, fields);
    else if (value instanceof Digits) fields.set(at, { name, text: value.text, isNumber: true });
    else fields.set(at, { name, text: textOf(value), isNumber: false });
  }
}

function textOf(value: unknown): string | null {
  if (value === null || typeof value === "string") return value;
  return JSON.stringify(value);
}
