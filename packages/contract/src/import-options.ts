import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";

/** What a column of a file of orders can mean. */
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

/**
 * Which column has which role; null says that none has, an absent role is guessed. Which roles
 * there are depends on the table; a text that begins with "=" holds for all rows.
 */
export const MappingOptions = Type.Record(Type.String(), Nullable(Type.String()));
export type MappingOptions = Static<typeof MappingOptions>;

/** The table of the ledger that a file is for. */
export const LedgerTableName = Type.Union([
  Type.Literal("orders"),
  Type.Literal("customers"),
  Type.Literal("customer_attributes"),
  Type.Literal("subscriptions"),
  Type.Literal("interactions"),
  Type.Literal("usage"),
  Type.Literal("feedback"),
  Type.Literal("costs"),
  Type.Literal("products"),
  Type.Literal("campaigns"),
  Type.Literal("campaign_members"),
  Type.Literal("referrals"),
  Type.Literal("consents"),
  Type.Literal("exchange_rates"),
  Type.Literal("identifiers"),
]);
export type LedgerTableName = Static<typeof LedgerTableName>;

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
    timeUnit: Type.Optional(
      Type.Union(
        [
          Type.Literal("day"),
          Type.Literal("week"),
          Type.Literal("month"),
          Type.Literal("quarter"),
          Type.Literal("year"),
        ],
        { description: "where times are numbers: of what" },
      ),
    ),
    timeOrigin: Type.Optional(Type.String({ format: "date" })),
  },
  { additionalProperties: false },
);
export type FormatOptions = Static<typeof FormatOptions>;
