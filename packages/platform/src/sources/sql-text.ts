import { MISSING } from "./file-sample.ts";

/** A text as a literal. Only for what cannot be bound: options of readers, patterns, names of files. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A foreign column's name, quoted. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const MARKERS = ["", ...MISSING].map(literal).join(", ");

/** Whether a text cell holds no value. Never NULL. */
export function isMissing(cell: string): string {
  return `(${cell} IS NULL OR (strlen(${cell}) < 8 AND trim(${cell}) IN (${MARKERS})))`;
}

/** An id without blanks around it, NULL where there is none. The first case is the quick one. */
export function idText(cell: string): string {
  return `CASE WHEN strlen(${cell}) > 4 AND NOT contains(${cell}, ' ') THEN ${cell}
    WHEN trim(${cell}) IN (${MARKERS}) THEN NULL ELSE trim(${cell}) END`;
}

/** Any other text without blanks around it, NULL where it is empty. */
export function plainText(cell: string): string {
  return `nullif(trim(${cell}), '')`;
}
