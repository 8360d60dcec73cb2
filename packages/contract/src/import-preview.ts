import { type Static, Type } from "typebox";
import { FormatOptions, LedgerTableName, MappingOptions } from "./import-options.ts";
import { Nullable } from "./nullable.ts";
import { Count } from "./units.ts";

/** A file that has been sent and waits to be looked at and imported. */
export const Upload = Type.Object({
  uploadId: Type.String({ format: "uuid" }),
  fileName: Type.String(),
  bytes: Count,
});
export type Upload = Static<typeof Upload>;

const Reading = {
  uploadId: Type.String({ format: "uuid" }),
  source: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  table: Type.Optional(LedgerTableName),
  preset: Type.Optional(Type.String({ description: "the system that wrote the file, or none" })),
  sheet: Type.Optional(Type.String({ description: "of a workbook, by name or number" })),
  format: Type.Optional(FormatOptions),
  mapping: Type.Optional(MappingOptions),
  basis: Type.Optional(
    Type.Union([Type.Literal("net"), Type.Literal("gross")], {
      description: "what the amounts are; else what the system says, else the workspace's",
    }),
  ),
};

export const PreviewRequest = Type.Object(Reading, { additionalProperties: false });
export type PreviewRequest = Static<typeof PreviewRequest>;

export const ImportRequest = Type.Object(
  {
    ...Reading,
    replace: Type.Optional(
      Type.Boolean({ description: "take back an earlier, different import of the same bytes" }),
    ),
    run: Type.Optional(Type.Boolean({ description: "value the customers afterwards" })),
  },
  { additionalProperties: false },
);
export type ImportRequest = Static<typeof ImportRequest>;

export const PreviewDecision = Type.Object({
  decision: Type.String({ description: "encoding, delimiter, number, time, …" }),
  column: Type.Optional(Type.String()),
  role: Type.Optional(Type.String()),
  value: Type.Unknown(),
  because: Type.String(),
});
export type PreviewDecision = Static<typeof PreviewDecision>;

export const PreviewRow = Type.Object({
  line: Type.Integer(),
  raw: Type.Array(Nullable(Type.String()), { description: "as it stands in the file" }),
  parsed: Nullable(
    Type.Record(
      Type.String(),
      Nullable(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
    ),
  ),
  reject: Nullable(
    Type.Object({
      reason: Type.String(),
      column: Nullable(Type.String()),
      value: Nullable(Type.String()),
    }),
  ),
});
export type PreviewRow = Static<typeof PreviewRow>;

export const CodedMessage = Type.Object({
  code: Type.String(),
  message: Type.Optional(Type.String()),
  details: Type.Record(Type.String(), Type.Unknown()),
});
export type CodedMessage = Static<typeof CodedMessage>;

/** What an import would make of a file. Nothing has been written. */
export const ImportPreview = Type.Object({
  uploadId: Type.String(),
  fileName: Type.String(),
  bytes: Count,
  source: Type.String(),
  table: LedgerTableName,
  roles: Type.Array(Type.Object({ role: Type.String(), required: Type.Boolean() }), {
    description: "what columns of this table can mean",
  }),
  columns: Type.Array(Type.String()),
  unused: Type.Array(Type.String()),
  rowsRead: Count,
  format: Nullable(Type.Record(Type.String(), Type.Unknown())),
  mapping: Type.Record(Type.String(), Nullable(Type.String()), {
    description: "role to column, as guessed or as asked for",
  }),
  decisions: Type.Array(PreviewDecision),
  rows: Type.Array(PreviewRow, { description: "the first ten" }),
  problems: Type.Array(CodedMessage, { description: "what the import would refuse" }),
  warnings: Type.Array(CodedMessage),
});
export type ImportPreview = Static<typeof ImportPreview>;
