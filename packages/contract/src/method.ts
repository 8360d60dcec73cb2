import { type Static, Type } from "typebox";

/** What can value customers. */
export const VALUING = [
  Type.Literal("formula"),
  Type.Literal("formula-retention"),
  Type.Literal("repeat-rate"),
  Type.Literal("last-window"),
  Type.Literal("bg-nbd"),
  Type.Literal("mbg-nbd"),
  Type.Literal("pareto-nbd"),
  Type.Literal("transition"),
] as const;

/** What can value customers, or stand beside as a yardstick (zero, mean). */
export const Method = Type.Union([...VALUING, Type.Literal("zero"), Type.Literal("mean")], {
  description: "zero and mean are yardsticks of the backtest and value nobody",
});
export type Method = Static<typeof Method>;

export const Basis = Type.Union([Type.Literal("revenue"), Type.Literal("contribution")], {
  description: "Revenue (Umsatz) or contribution margin (Deckungsbeitrag)",
});
export type Basis = Static<typeof Basis>;
