import { Type } from "typebox";

/** A calendar day of the workspace's time zone. */
export const Day = Type.String({ format: "date", description: "ISO day such as 2026-03-31" });

/** A moment in UTC. */
export const Instant = Type.String({
  format: "date-time",
  description: "ISO 8601, UTC",
});

/** Money in the workspace's currency, in whole units (euros, not cents). */
export const Money = Type.Number({ description: "in the workspace's currency" });

export const Share = Type.Number({ minimum: 0, maximum: 1, description: "a share, 0 to 1" });

export const Count = Type.Integer({ minimum: 0 });

export const Horizon = Type.Integer({
  minimum: 1,
  maximum: 120,
  description: "Months ahead, counted from the as-of date",
});
