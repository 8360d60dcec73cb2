import { readSql } from "../../engines/sql-file.ts";
import { addDays, isoDay } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import { digest } from "../journal.ts";
import { type Period, type PeriodStep, readPeriods } from "../period-step.ts";
import type { RunContext } from "../step.ts";
import { NEW_DAYS } from "./macro.ts";
import { readMacroRules, ruleAt } from "./macro-rule.ts";
import { inSnapshot } from "./snapshot-columns.ts";

const WEEK = readSql("segments/segment_week");
const ON_DAY = readSql("segments/macro_on_day");
/** Weeks that moves are counted for: half a year. */
const WEEKS = 26;

/** The moves between macro segments of the latest whole ISO weeks, counted. */
export function segmentWeek(features: readonly Feature[]): PeriodStep {
  const onDay = (view: "now" | "before") =>
    inSnapshot(ON_DAY, features)
      .replaceAll("$day_of_view", view === "now" ? "$week_end" : "$week_before")
      .replaceAll("$month_of_view", `$month_${view}`);
  const select = WEEK.replace("macro_of_now AS", () => `(${onDay("now")}) AS`).replace(
    "macro_of_before AS",
    () => `(${onDay("before")}) AS`,
  );
  return {
    name: "segment_week",
    reads: ["segment_macro", "purchase_day"],
    text: select,
    inputs: ({ asOf }) => ({ as_of: isoDay(asOf) }),
    checks: { "a move was made by somebody": "customers < 1 OR idle > customers" },
    periods: {
      column: "week_end",
      columns: `week_end DATE, macro VARCHAR, previous_macro VARCHAR, customers DOUBLE, idle DOUBLE,
        purchases DOUBLE, revenue DOUBLE`,
      select,
      list: listWeeks,
      parameters: (_, end) => {
        const before = addDays(end, -7);
        return {
          week_end: end,
          week_before: before,
          month_now: monthEndBy(end),
          month_before: monthEndBy(before),
          new_days: NEW_DAYS,
        };
      },
    },
  };
}

/** Sundays up to the last day that counts whose month ends before are known. */
async function listWeeks({ engine, asOf }: RunContext): Promise<Period[]> {
  const months = await readPeriods(engine, "segment_macro");
  const rules = await readMacroRules(engine);
  const last = addDays(asOf, -(asOf.getUTCDay() % 7));
  const ends = Array.from({ length: WEEKS }, (_, ago) => addDays(last, -7 * (WEEKS - 1 - ago)));
  const first = addDays(ends[0] as Date, -38);
  const sums = await engine.rows(
    `SELECT CAST(day AS VARCHAR) AS day, CAST(count(*) AS DOUBLE) AS n,
       CAST(sum(is_purchase) AS DOUBLE) AS purchases, round(sum(revenue), 2) AS revenue
     FROM purchase_day WHERE day > $first AND day <= $last GROUP BY day ORDER BY day`,
    { first, last },
  );
  return ends.flatMap((end) => {
    const views = [addDays(end, -7), end].map((day) => {
      const month = isoDay(monthEndBy(day));
      return { month: months.get(month), rule: ruleAt(rules, day), since: month };
    });
    if (views.some(({ month }) => month === undefined)) return [];
    const from = views[0]?.since ?? "";
    const bought = sums.filter(({ day }) => String(day) > from && String(day) <= isoDay(end));
    return [{ end, fingerprint: digest([views, bought]) }];
  });
}

/** The latest month end up to a day. */
function monthEndBy(day: Date): Date {
  const next = addDays(day, 1);
  return addDays(new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth(), 1)), -1);
}
