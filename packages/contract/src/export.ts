import { type Static, Type } from "typebox";
import { CaseState, FeedbackFilter } from "./feedback.ts";
import { FigureQuery } from "./figure.ts";
import { SegmentQuery, TransitionQuery } from "./segments.ts";
import { Day } from "./units.ts";

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
  Type.Literal("value-concentration"),
  Type.Literal("alerts"),
  Type.Literal("segment-shifts"),
  Type.Literal("segments"),
  Type.Literal("segment-rules"),
  Type.Literal("segment-moves"),
  Type.Literal("transitions"),
  Type.Literal("backtest-predictions"),
  Type.Literal("imports"),
  Type.Literal("customer-timeline"),
  Type.Literal("feedback"),
  Type.Literal("feedback-topics"),
  Type.Literal("scorecard"),
  Type.Literal("cases"),
]);
export type ExportTableName = Static<typeof ExportTableName>;

export const ExportTableParams = Type.Object({ table: ExportTableName });

/** The filters of the screens; a table takes those it knows. */
export const ExportTableQuery = Type.Object(
  {
    format: Type.Optional(
      Type.Union(
        [
          Type.Literal("rfc4180"),
          Type.Literal("excel-de"),
          Type.Literal("xlsx"),
          Type.Literal("parquet"),
        ],
        {
          description:
            "CSV for programs, CSV for German Excel, an Excel workbook of at most 1,048,575 rows, or Parquet; rfc4180 if absent",
        },
      ),
    ),
    horizon: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
    kind: Type.Optional(
      Type.Union(
        [
          Type.Literal("purchases"),
          Type.Literal("contracts"),
          Type.Literal("undesired"),
          Type.Literal("desired"),
        ],
        { description: "of cohorts, or of alerts" },
      ),
    ),
    level: SegmentQuery.properties.level,
    grain: SegmentQuery.properties.grain,
    months: TransitionQuery.properties.months,
    periodEnd: Type.Optional({ ...Day, description: "of moves and transitions; all if absent" }),
    customer: Type.Optional(Type.String({ maxLength: 1200, description: "of customer-timeline" })),
    ...FeedbackFilter,
    caseState: Type.Optional(CaseState),
    ...FigureQuery.properties,
  },
  { additionalProperties: false },
);
export type ExportTableQuery = Static<typeof ExportTableQuery>;
