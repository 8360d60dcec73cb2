import { type Static, Type } from "typebox";
import { LedgerTableName } from "./import-options.ts";
import { CodedMessage } from "./import-preview.ts";
import { Nullable } from "./nullable.ts";
import { Count, Instant } from "./units.ts";

/** An import that took effect. `read` is the sum of the other four. */
export const ImportItem = Type.Object({
  importId: Type.Integer(),
  table: LedgerTableName,
  source: Type.String(),
  file: Type.String(),
  importedAt: Instant,
  undoneAt: Nullable(Instant),
  read: Count,
  added: Count,
  known: Count,
  superseded: Count,
  rejected: Count,
});
export type ImportItem = Static<typeof ImportItem>;

export const ImportList = Type.Object({ items: Type.Array(ImportItem) });
export type ImportList = Static<typeof ImportList>;

export const ImportParams = Type.Object({ id: Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 }) });

export const ImportUndone = Type.Object({
  importId: Type.Integer(),
  removed: Count,
  restored: Count,
  warnings: Type.Array(CodedMessage),
});
export type ImportUndone = Static<typeof ImportUndone>;
