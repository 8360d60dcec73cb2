import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";

/** What a column of a file can mean. */
export const ColumnRole = Type.Union([
  Type.Literal("customer"),
  Type.Literal("time"),
  Type.Literal("amount"),
  Type.Literal("order"),
  Type.Literal("line"),
  Type.Literal("product"),
  Type.Literal("category"),
  Type.Literal("quantity"),
  Type.Literal("unitPrice"),
  Type.Literal("cost"),
  Type.Literal("unitCost"),
  Type.Literal("tax"),
  Type.Literal("gross"),
  Type.Literal("currency"),
  Type.Literal("channel"),
  Type.Literal("returnOf"),
]);
export type ColumnRole = Static<typeof ColumnRole>;

/** Which column has which role; null says that none has, an absent role is guessed. */
export const MappingOptions = Type.Partial(
  Type.Object(
    {
      customer: Nullable(Type.String()),
      time: Nullable(Type.String()),
      amount: Nullable(Type.String()),
      order: Nullable(Type.String()),
      line: Nullable(Type.String()),
      product: Nullable(Type.String()),
      category: Nullable(Type.String()),
      quantity: Nullable(Type.String()),
      unitPrice: Nullable(Type.String()),
      cost: Nullable(Type.String()),
      unitCost: Nullable(Type.String()),
      tax: Nullable(Type.String()),
      gross: Nullable(Type.String()),
      currency: Nullable(Type.String()),
      channel: Nullable(Type.String()),
      returnOf: Nullable(Type.String()),
    },
    { additionalProperties: false },
  ),
);
export type MappingOptions = Static<typeof MappingOptions>;

/** How a file is written; what is absent is detected. */
export const FormatOptions = Type.Object(
  {
    encoding: Type.Optional(
      Type.Union([
        Type.Literal("utf-8"),
        Type.Literal("utf-16le"),
        Type.Literal("utf-16be"),
        Type.Literal("windows-1252"),
        Type.Literal("iso-8859-1"),
      ]),
    ),
    delimiter: Type.Optional(
      Type.Union([
        Type.Literal(","),
        Type.Literal(";"),
        Type.Literal("\t"),
        Type.Literal("|"),
        Type.Literal("whitespace"),
      ]),
    ),
    quote: Type.Optional(Type.Union([Type.Literal('"'), Type.Literal("'"), Type.Literal("none")])),
    titleLines: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    header: Type.Optional(Type.Boolean()),
    decimal: Type.Optional(Type.Union([Type.Literal("comma"), Type.Literal("point")])),
    dateFormat: Type.Optional(
      Type.Union([Type.Literal("dmy"), Type.Literal("mdy"), Type.Literal("ymd")]),
    ),
  },
  { additionalProperties: false },
);
export type FormatOptions = Static<typeof FormatOptions>;
