import { type Static, Type } from "typebox";
import { Job } from "./job.ts";
import { Nullable } from "./nullable.ts";
import { Count, Day, Horizon, Instant } from "./units.ts";

/** What the head of every screen shows, also of a workspace where nothing has been imported. */
export const Overview = Type.Object({
  name: Type.String({ description: "Name of the workspace's directory" }),
  state: Type.Union(
    [
      Type.Literal("empty"),
      Type.Literal("imported"),
      Type.Literal("figures"),
      Type.Literal("valued"),
    ],
    {
      description:
        "empty: no rows; imported: no run yet; figures: key figures of answers and contacts, and nothing that could be valued; valued: customers have values",
    },
  ),
  currency: Type.String({ description: "ISO 4217" }),
  timeZone: Type.String(),
  horizons: Type.Array(Horizon),
  orderLines: Count,
  asOf: Nullable(Day),
  computedAt: Nullable(Instant),
  importedAt: Nullable(Instant),
  method: Nullable(Type.String()),
  verified: Nullable(Type.Boolean({ description: "whether the method passed a backtest" })),
  customers: Nullable(Count),
  contributionKnown: Type.Boolean({ description: "whether values exist as contribution margin" }),
  amountsKnown: Type.Boolean({ description: "false: purchases can be foretold, values cannot" }),
  isDemo: Type.Boolean({ description: "whether the data are those of the simulated shop" }),
  activeJob: Nullable(Job),
});
export type Overview = Static<typeof Overview>;
