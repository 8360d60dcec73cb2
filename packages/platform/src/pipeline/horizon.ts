import { addMonths, daysBetween, isoDay } from "./calendar.ts";
import type { RunContext, Step } from "./step.ts";

/** A stretch of calendar months after the last day that counts. */
export type Horizon = { readonly months: number; readonly days: number; readonly end: string };

export function horizonsOf({ asOf, settings }: RunContext): Horizon[] {
  return settings.horizons.map((months) => {
    const end = addMonths(asOf, months);
    return { months, days: daysBetween(asOf, end), end: isoDay(end) };
  });
}

/** The horizons of the workspace with their true number of days: leap years count. */
export const horizon: Step = {
  name: "horizon",
  reads: [],
  text: "1",
  checks: { "a horizon has days": "horizon_days <= 0" },
  inputs: ({ asOf, settings }) => ({ asOf: isoDay(asOf), months: settings.horizons.join() }),
  async write(context, table) {
    const horizons = horizonsOf(context);
    await context.engine.replaceTable(
      table,
      `SELECT CAST(0 AS INTEGER) AS horizon_months, CAST(0 AS DOUBLE) AS horizon_days,
         CAST('' AS VARCHAR) AS horizon_end WHERE 1 = 0`,
    );
    await context.engine.append(table, {
      horizon_months: Float64Array.from(horizons, ({ months }) => months),
      horizon_days: Float64Array.from(horizons, ({ days }) => days),
      horizon_end: horizons.map(({ end }) => end),
    });
  },
};
