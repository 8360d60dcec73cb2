import { type Static, Type } from "typebox";
import { FigureQuery } from "./figure.ts";
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

export const ImportParams = Type.Object({ id: Type.Integer({ minimum: 0 }) });

export const ImportUndone = Type.Object({
  importId: Type.Integer(),
  removed: Count,
  restored: Count,
  warnings: Type.Array(CodedMessage),
});
export type ImportUndone = Static<typeof ImportUndone>;

export const ExportQuery = Type.Object(
  {
    horizon: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
    preset: Type.Optional(
      Type.Union([Type.Literal("excel-de"), Type.Literal("rfc4180")], {
        description: "excel-de: UTF-8 with BOM, semicolon, decimal comma; rfc4180: comma, point",
      }),
    ),
  },
  { additionalProperties: false },
);
export type ExportQuery = Static<typeof ExportQuery>;

/** What can be taken away as a file: the tables that screens show. */
export const ExportTableName = Type.Union([
  Type.Literal("customers"),
  Type.Literal("figures"),
  Type.Literal("cohorts"),
  Type.Literal("clv-drivers"),
  Type.Literal("group-comparisons"),
  Type.Literal("revenue-concentration"),
  Type.Literal("equity"),
  Type.Literal("equity-bridge"),
  Type.Literal("value-deciles"),
  Type.Literal("value-classes"),
]);
export type ExportTableName = Static<typeof ExportTableName>;

export const ExportTableParams = Type.Object({ table: ExportTableName });

/** The filters of the screens; a table takes those it knows. */
export const ExportTableQuery = Type.Object(
  {
    format: Type.Optional(
      Type.Union([Type.Literal("rfc4180"), Type.Literal("excel-de"), Type.Literal("parquet")], {
        description: "CSV for programs, CSV for German Excel, or Parquet; rfc4180 if absent",
      }),
    ),
    horizon: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
    kind: Type.Optional(Type.Union([Type.Literal("purchases"), Type.Literal("contracts")])),
    ...FigureQuery.properties,
  },
  { additionalProperties: false },
);
export type ExportTableQuery = Static<typeof ExportTableQuery>;
