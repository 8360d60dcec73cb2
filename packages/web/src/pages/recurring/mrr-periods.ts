import type { Series } from "../../figures/series.ts";

/** What moves the MRR, in the order of a bridge. */
export const MOVEMENTS = [
  "mrr_new",
  "mrr_expansion",
  "mrr_reactivation",
  "mrr_contraction",
  "mrr_churn",
  "mrr_fx",
] as const;

type Amounts = Readonly<Record<(typeof MOVEMENTS)[number] | "mrr_opening" | "mrr", number>>;

/** The MRR of a period: opening, movements, closing. */
export type MrrPeriod = Amounts & {
  readonly period: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly isComplete: boolean;
  /** Paying customers at the end. */
  readonly n: number;
};

/** The periods of the MRR, oldest first; a movement that is not told did not happen. */
export function mrrPeriods(series: readonly Series[]): MrrPeriod[] {
  const closing = series.find(({ figure }) => figure === "mrr")?.values ?? [];
  const amountOf = (figure: string, period: string) =>
    series.find((each) => each.figure === figure)?.values.find((value) => value.period === period)
      ?.value ?? 0;
  return closing.map(({ period, periodStart, periodEnd, isComplete, n, value }) => {
    const moved = MOVEMENTS.map((name) => [name, amountOf(name, period)]);
    return {
      ...(Object.fromEntries(moved) as Amounts),
      mrr_opening: amountOf("mrr_opening", period),
      mrr: value ?? 0,
      ...{ period, periodStart, periodEnd, isComplete, n },
    };
  });
}
