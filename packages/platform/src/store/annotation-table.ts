import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { StoreError } from "./store-error.ts";

type AnnotationKind = "price" | "campaign" | "outage" | "other";
type AnnotationText = {
  /** ISO day. */
  readonly day: string;
  readonly kind: AnnotationKind;
  readonly text: string;
};
type AnnotationRecord = AnnotationText & { readonly id: number };

/** What people noted of days. */
export type AnnotationTable = {
  insert(annotation: AnnotationText): AnnotationRecord;
  /** @throws StoreError ANNOTATION_UNKNOWN, as the two below */
  update(id: number, annotation: AnnotationText): AnnotationRecord;
  remove(id: number): AnnotationRecord;
  restore(id: number): AnnotationRecord;
  /** Without those that were removed, earliest first. */
  list(): AnnotationRecord[];
};

export function annotationTable(database: DatabaseSync): AnnotationTable {
  const add = database.prepare("INSERT INTO annotations (day, kind, text) VALUES (?, ?, ?)");
  const change = database.prepare(
    "UPDATE annotations SET day = ?, kind = ?, text = ? WHERE id = ?",
  );
  const mark = database.prepare("UPDATE annotations SET deleted_at = ? WHERE id = ?");
  const one = database.prepare("SELECT * FROM annotations WHERE id = ?");
  const all = database.prepare(
    "SELECT * FROM annotations WHERE deleted_at IS NULL ORDER BY day, id",
  );
  const get = (id: number): AnnotationRecord => {
    const row = one.get(id);
    if (row) return toRecord(row);
    throw new StoreError("ANNOTATION_UNKNOWN", `There is no annotation ${id}`, { id });
  };
  const marked = (id: number, deletedAt: string | null) => {
    const record = get(id);
    mark.run(deletedAt, id);
    return record;
  };
  return {
    insert: ({ day, kind, text }) => get(Number(add.run(day, kind, text).lastInsertRowid)),
    update(id, { day, kind, text }) {
      get(id);
      change.run(day, kind, text, id);
      return get(id);
    },
    remove: (id) => marked(id, new Date().toISOString()),
    restore: (id) => marked(id, null),
    list: () => all.all().map(toRecord),
  };
}

function toRecord({ id, day, kind, text }: Record<string, SQLOutputValue>): AnnotationRecord {
  return {
    id: Number(id),
    day: String(day),
    kind: String(kind) as AnnotationKind,
    text: String(text),
  };
}
