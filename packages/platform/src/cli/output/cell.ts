/** A cell as text; nothing where there is none. */
export const textOf = (cell: unknown): string =>
  cell === null || cell === undefined ? "" : String(cell);

/** A cell as a number; null where it is none. */
export const numberOf = (cell: unknown): number | null => (typeof cell === "number" ? cell : null);
