import { type Static, Type } from "typebox";
import { Horizon } from "./units.ts";

/** What a workspace has decided; read from its file kundenwert.yaml. */
export const SettingsView = Type.Object({
  timeZone: Type.String({ description: "IANA name; days begin here" }),
  currency: Type.String({ description: "ISO 4217" }),
  basis: Type.Union([Type.Literal("net"), Type.Literal("gross")], {
    description: "Whether amounts are before or after value added tax",
  }),
  discountRate: Type.Number({ description: "a year" }),
  horizons: Type.Array(Horizon),
  marginRate: Type.Optional(Type.Number({ description: "where order lines carry no cost" })),
  spend: Type.Union([Type.Literal("all"), Type.Literal("repeat")], {
    description: "Purchases the spend model is fitted on",
  }),
});
export type SettingsView = Static<typeof SettingsView>;

export const Health = Type.Object({ status: Type.Literal("ok"), version: Type.String() });
export type Health = Static<typeof Health>;
