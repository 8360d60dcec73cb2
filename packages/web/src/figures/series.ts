import type { FigureValue } from "@kundenwert/contract";

/** The values of one figure for one member, oldest first. */
export type Series = {
  readonly figure: string;
  readonly member: string;
  readonly values: readonly FigureValue[];
};

/** Values as the API lists them, parted by figure and member. */
export function seriesOf(values: readonly FigureValue[]): Series[] {
  const groups = Map.groupBy(values, ({ figure, member }) => `${figure}\n${member}`);
  return [...groups.values()].map((group) => ({
    figure: group[0]?.figure ?? "",
    member: group[0]?.member ?? "",
    values: group.toSorted((a, b) => a.periodStart.localeCompare(b.periodStart)),
  }));
}

/** The members that rest on most cases at the end, at most `limit` of them. */
export function largest(series: readonly Series[], limit: number): Series[] {
  const size = ({ values }: Series) => values.at(-1)?.n ?? 0;
  return series.toSorted((a, b) => size(b) - size(a)).slice(0, limit);
}

/** Every period that any of the series knows, oldest first. */
export function periodsOf(series: readonly Series[]): FigureValue[] {
  const all = new Map(series.flatMap(({ values }) => values).map((each) => [each.period, each]));
  return [...all.values()].toSorted((a, b) => a.periodStart.localeCompare(b.periodStart));
}
