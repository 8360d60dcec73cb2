import type { FigureDefinition, TargetSetting } from "@kundenwert/contract";

/** A target as it is typed. */
export type Draft = {
  readonly figure: string;
  readonly bound: "atLeast" | "atMost";
  readonly goal: number | string;
  readonly period: string;
  readonly from: string;
};

export const EMPTY: Draft = { figure: "", bound: "atLeast", goal: "", period: "", from: "" };

/** The target that was typed, shares out of percent; undefined as long as it says no number. */
export function toTarget(
  { bound, goal, period, from }: Draft,
  { name, unit }: Pick<FigureDefinition, "name" | "unit">,
): TargetSetting | undefined {
  if (typeof goal !== "number") return undefined;
  return {
    figure: name,
    ...(period === "" ? {} : { period: period as NonNullable<TargetSetting["period"]> }),
    // 0.7 % is 0.007, and 0.7 / 100 is 0.006999999999999999.
    [bound]: unit === "share" ? Number((goal / 100).toPrecision(12)) : goal,
    ...(from === "" ? {} : { from }),
  };
}
