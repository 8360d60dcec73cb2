/** Typed arrays in and out of DuckDB's chunks; the only place that touches its vectors. */
import {
  type DuckDBDataChunk,
  DuckDBDateVector,
  DuckDBDoubleVector,
  DuckDBIntegerVector,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBVector,
} from "@duckdb/node-api";
import type { Cell, Column } from "./engine.ts";

const NUMERIC = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
  DuckDBTypeId.DATE,
  DuckDBTypeId.BOOLEAN,
]);

function isNumeric(type: DuckDBType): boolean {
  return NUMERIC.has(type.typeId);
}

/** One column of one chunk: numbers and days as Float64Array (NaN for NULL), else text. */
export function readColumn(chunk: DuckDBDataChunk, index: number): Column {
  const vector = chunk.getColumnVector(index);
  return isNumeric(vector.type)
    ? readNumbers(vector, chunk.rowCount)
    : readTexts(vector, chunk.rowCount);
}

function readNumbers(vector: DuckDBVector<DuckDBValue>, count: number): Float64Array {
  if (hasItems(vector)) return readItems(vector, count);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = toNumber(vector.getItem(i));
  return values;
}

/** Public in the class but not in its types: the values of a vector as one typed array. */
type Items = {
  readonly items: Float64Array | Int32Array;
  readonly validity: { readonly data: BigUint64Array | null; itemValid(index: number): boolean };
};
type VectorWithItems = DuckDBDoubleVector | DuckDBIntegerVector | DuckDBDateVector;

function hasItems(vector: DuckDBVector<DuckDBValue>): vector is VectorWithItems {
  return (
    vector instanceof DuckDBDoubleVector ||
    vector instanceof DuckDBIntegerVector ||
    vector instanceof DuckDBDateVector
  );
}

function readItems(vector: VectorWithItems, count: number): Float64Array {
  const { items, validity } = vector as unknown as Items;
  const values = Float64Array.from(items.subarray(0, count));
  if (validity.data !== null) {
    for (let i = 0; i < count; i++) if (!validity.itemValid(i)) values[i] = Number.NaN;
  }
  return values;
}

function readTexts(vector: DuckDBVector<DuckDBValue>, count: number): (string | null)[] {
  const values = new Array<string | null>(count);
  for (let i = 0; i < count; i++) {
    const value = vector.getItem(i);
    values[i] = value === null ? null : String(value);
  }
  return values;
}

function toNumber(value: DuckDBValue): number {
  if (value === null) return Number.NaN;
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "object" && "days" in value) return Number(value.days);
  return Number(String(value));
}

/** How a value of a type is told to people: days and times as ISO text, any number as number. */
export function cellReader(type: DuckDBType): (value: DuckDBValue) => Cell {
  if (type.typeId === DuckDBTypeId.DATE || !isNumeric(type)) {
    return (value) => (value === null || typeof value === "boolean" ? value : String(value));
  }
  return (value) => (value === null || typeof value === "boolean" ? value : toNumber(value));
}

/**
 * Fills one column of a chunk from rows `from` to `to` of `column`; NaN becomes NULL.
 *
 * @throws TypeError where numbers meet a column that is not DOUBLE, INTEGER or DATE
 */
export function writeColumn(
  chunk: DuckDBDataChunk,
  index: number,
  column: Column,
  [from, to]: readonly [from: number, to: number],
): void {
  const vector = chunk.getColumnVector(index);
  if (!(column instanceof Float64Array)) {
    chunk.setColumnValues(index, column.slice(from, to));
    return;
  }
  if (!hasItems(vector)) throw new TypeError(`numbers do not go into ${vector.type}`);
  const part = column.subarray(from, to);
  (vector as unknown as Items).items.set(part);
  for (let i = 0; i < part.length; i++) {
    if (Number.isNaN(part[i])) vector.setItem(i, null as never);
  }
  vector.flush();
}
