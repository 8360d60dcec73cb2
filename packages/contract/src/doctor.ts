import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Day, Instant, Money } from "./units.ts";

export const DoctorFinding = Type.Object({
  code: Type.String({ description: "such as ROWS_WITHOUT_CUSTOMER; translated by the web app" }),
  severity: Type.Union([Type.Literal("info"), Type.Literal("warning"), Type.Literal("problem")]),
  count: Type.Number(),
  share: Nullable(Type.Number()),
  amount: Nullable(Money),
  details: Type.Record(
    Type.String(),
    Nullable(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  ),
});
export type DoctorFinding = Static<typeof DoctorFinding>;

/** What the data are like, and what was netted, merged or left out. */
export const Doctor = Type.Object({
  computedAt: Instant,
  currency: Type.String(),
  asOf: Day,
  rows: Count,
  customers: Count,
  firstDay: Day,
  lastDay: Day,
  findings: Type.Array(DoctorFinding),
  tables: Type.Array(
    Type.Object({
      table: Type.String({ description: "of the ledger, also those without rows" }),
      rows: Count,
      firstDay: Nullable(Day),
      lastDay: Nullable(Day),
    }),
  ),
});
export type Doctor = Static<typeof Doctor>;
