import { type Static, Type } from "typebox";

const Text = Type.String({ minLength: 1 });
const given = { additionalProperties: false };

/** A place that data come from again and again, and how to read them. */
export const SourceSettings = Type.Object(
  {
    name: Type.String({ minLength: 1, description: "files of one source are compared" }),
    files: Type.Optional(
      Type.Union([Text, Type.Array(Text, { minItems: 1 })], {
        description: "paths or patterns such as exports/*.csv, from the workspace's directory",
      }),
    ),
    postgres: Type.Optional(
      Type.Object(
        {
          url: Text,
          from: Type.Optional(Text),
          query: Type.Optional(Text),
          watermark: Type.Optional(Text),
          overlap: Type.Optional(Text),
          timeout: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
        },
        { ...given, description: "a table or query instead of files" },
      ),
    ),
    table: Type.Optional(Type.String({ description: "the table of the ledger; else guessed" })),
    mapping: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()]), {
        description: "a column by role; null for none, =TEXT for all rows",
      }),
    ),
    format: Type.Optional(
      Type.Object(
        {
          encoding: Type.Optional(Type.String()),
          delimiter: Type.Optional(Type.String()),
          quote: Type.Optional(Type.String()),
          titleLines: Type.Optional(Type.Integer({ minimum: 0 })),
          header: Type.Optional(Type.Boolean()),
          decimal: Type.Optional(Type.String()),
          dateFormat: Type.Optional(Type.String()),
          timeUnit: Type.Optional(Type.String()),
          timeOrigin: Type.Optional(Type.String()),
        },
        given,
      ),
    ),
    preset: Type.Optional(Type.String({ description: "the system that wrote the files" })),
    sheet: Type.Optional(Type.String({ description: "of Excel files; else the first" })),
    currency: Type.Optional(Type.String({ pattern: "^[A-Z]{3}$" })),
    basis: Type.Optional(Type.Union([Type.Literal("net"), Type.Literal("gross")])),
  },
  given,
);
export type SourceSettings = Static<typeof SourceSettings>;
