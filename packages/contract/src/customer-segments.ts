import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Day, Money } from "./units.ts";

/** Where a customer stood at the end of a month. */
export const SegmentMonth = Type.Object({
  periodEnd: Day,
  macro: Type.String(),
  segment: Nullable(
    Type.String({ description: "the micro-segment, by the version of that month" }),
  ),
  own: Nullable(Type.String({ description: "the first rule segment of one's own that fits" })),
  worth: Nullable(Money),
});
export type SegmentMonth = Static<typeof SegmentMonth>;

export const CustomerSegments = Type.Object({
  customerId: Type.String(),
  months: Type.Array(SegmentMonth, { description: "month ends, the earliest first" }),
});
export type CustomerSegments = Static<typeof CustomerSegments>;
