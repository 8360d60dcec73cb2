import { readSql } from "../../engines/sql-file.ts";
import { addDays, isoDay } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import { digest } from "../journal.ts";
import { type Period, type PeriodStep, readPeriods } from "../period-step.ts";
import type { RunContext } from "../step.ts";
import { NEW_DAYS } from "./macro.ts";
import { readMacroRules, ruleAt } from "./macro-rule.ts";
import { inSnapshot } from "./snapshot-columns.ts";

const ACROSS = plain("segments/segment_week");
const WITHIN = plain("segments/segment_week_within");
const ON_DAY = plain("segments/macro_on_day");
const KNOWN = plain("segments/known_at_month_end");
const MACRO = plain("segments/macro_case");
/** The text of a file without its comments: these stand inside of each other. */
function plain(file: string): string {
  return readSql(file)
    .replaceAll(/^--.*\n/gm, "")
    .trim();
}

/** Weeks that moves are counted for: half a year. */
const WEEKS = 26;

/** The moves between macro segments of the latest whole ISO weeks, counted. */
export function segmentWeek(features: readonly Feature[]): PeriodStep {
  const sql = weekSql(features);
  return {
    name: "segment_week",
    reads: ["segment_macro", "purchase_day"],
    text: JSON.stringify(sql),
    inputs: ({ asOf }) => ({ as_of: isoDay(asOf) }),
    checks: { "a move was made by somebody": "customers < 1 OR idle > customers" },
    periods: {
      column: "week_end",
      columns: `week_end DATE, macro VARCHAR, previous_macro VARCHAR, customers DOUBLE, idle DOUBLE,
        purchases DOUBLE, revenue DOUBLE`,
      select: "SELECT * FROM week_cell",
      list: listWeeks,
      parameters: () => ({}),
      prepare: ({ engine }, end, options) => {
        const [before, now] = [addDays(end, -7), end].map(monthEndBy) as [Date, Date];
        const days = { week_end: end, week_before: addDays(end, -7), new_days: NEW_DAYS };
        return isoDay(before) === isoDay(now)
          ? engine.replaceTable("week_cell", sql.within, { ...days, month_now: now }, options)
          : engine.replaceTable(
              "week_cell",
              sql.across,
              { ...days, month_now: now, month_before: before },
              options,
            );
      },
    },
  };
}

/** The statement for weeks within a month, and that for weeks with a month end in them. */
function weekSql(features: readonly Feature[]) {
  const macro = (view: string) =>
    MACRO.replaceAll(/\b(\w+)_then\b/g, (_, name: string) => `${name}_${view}`);
  const known = (view: string) =>
    `(${inSnapshot(KNOWN, features).replaceAll("$month_of_view", `$month_${view}`)})`;
  const onDay = (view: string, day: string) =>
    `(${ON_DAY.replace("macro_then", () => macro("then"))
      .replace("FROM known_of_view", () => `FROM ${known(view)}`)
      .replaceAll("$day_of_view", day)
      .replaceAll("$month_of_view", `$month_${view}`)})`;
  return {
    within: WITHIN.replace("macro_now AS", () => `${macro("now")} AS`)
      .replace("THEN macro_before END", () => `THEN ${macro("before")} END`)
      .replace("FROM known_of_view", () => `FROM ${known("now")}`),
    across: ACROSS.replace("macro_of_now AS", () => `${onDay("now", "$week_end")} AS`).replace(
      "macro_of_before AS",
      () => `${onDay("before", "$week_before")} AS`,
    ),
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
