/** The rows of a file in SQL. */
export type Relation = {
  /** A SELECT of the cells, c0, c1 … as text, in the order of the file. */
  readonly cells: string;
  /** The line of a row in the file, over that SELECT. */
  readonly line: string;
};

/** The name of a column's cell in SQL. */
export function cellName(index: number): string {
  return `c${index}`;
}
