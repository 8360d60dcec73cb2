import type { TimeForm } from "./file-format.ts";
import { literal } from "./sql-text.ts";

const NAIVE = "\\d{4}-\\d{1,2}-\\d{1,2}([ T]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?)?";
const ZONED =
  "\\d{4}-\\d{1,2}-\\d{1,2}[ T]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?\\s?(Z|UTC|[+-]\\d{2}(:?\\d{2})?)";

const MONTHS = ["%Y-%m", "%Y/%m", "%Y.%m", "%m-%Y", "%m/%Y", "%m.%Y", "%Y%m"]
  .map(literal)
  .join(", ");

/** Text to a time stamp in the business time zone, NULL where it is none in this form. */
export function timeSql(cell: string, form: TimeForm, timeZone: string): string {
  if (form.order === "iso") return isoSql(cell, timeZone);
  if (form.order === "count") return countSql(cell, form);
  if (form.order === "month") return `try_strptime(trim(${cell}), [${MONTHS}])`;
  const formats = form.order === "compact" ? compactFormats() : partedFormats(form);
  const parsed = `try_strptime(trim(${cell}), [${formats.map(literal).join(", ")}])`;
  if (form.order !== "compact") return parsed;
  // Without the length, seven digits would pass for eight.
  return `CASE WHEN strlen(trim(${cell})) IN (8, 12, 14) THEN ${parsed} END`;
}

/** The first day of the period with a number, from 1 on. */
function countSql(cell: string, { unit = "day", origin = "" }: TimeForm): string {
  const [months, days] = {
    day: [0, 1],
    week: [0, 7],
    month: [1, 0],
    quarter: [3, 0],
    year: [12, 0],
  }[unit] as [number, number];
  const count = `(try_cast(${cell} AS INTEGER) - 1)`;
  const since = `to_months(${count} * ${months}) + to_days(${count} * ${days})`;
  return `CAST(DATE ${literal(origin)} + ${since} AS TIMESTAMP)`;
}

/**
 * A cast alone would take "epoch", ignore an offset and read BC. Only the two common lengths
 * without an offset go the quick way.
 */
function isoSql(cell: string, timeZone: string): string {
  const text = `replace(trim(${cell}), ',', '.')`;
  const short = `strlen(${cell}) = 10 AND substr(${cell}, 5, 1) = '-'`;
  const long = `strlen(${cell}) = 19 AND substr(${cell}, 17, 1) = ':'`;
  // The cast wants seconds, and the offset right behind them.
  const tight = `regexp_replace(replace(${text}, 'UTC', 'Z'), '\\s([Z+-])', '\\1')`;
  const full = `regexp_replace(${tight}, '^(\\S+[ T]\\d+:\\d\\d)([Z+-])', '\\1:00\\2')`;
  const instant = `try_cast(${full} AS TIMESTAMPTZ)`;
  return `CASE
    WHEN (${short}) OR (${long}) THEN try_cast(${cell} AS TIMESTAMP)
    WHEN regexp_full_match(trim(${cell}), ${literal(NAIVE)}) THEN try_cast(${text} AS TIMESTAMP)
    WHEN regexp_full_match(trim(${cell}), ${literal(ZONED)})
      THEN timezone(${literal(timeZone)}, ${instant})
    END`;
}

function compactFormats(): string[] {
  return ["%Y%m%d", "%Y%m%d%H%M", "%Y%m%d%H%M%S"];
}

/** A two-digit year is tried first: it fits no four digits, but the other way round it would. */
function partedFormats({ order, separators, yearDigits, clock }: TimeForm): string[] {
  const letters = { d: "%d", m: "%m" };
  const clocks = {
    none: [""],
    "24": ["", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", "T%H:%M:%S", ", %H:%M"],
    "12": ["", " %I:%M %p", " %I:%M:%S %p", " %I:%M%p"],
  };
  const years = [...yearDigits].sort().map((digits) => (digits === 2 ? "%y" : "%Y"));
  return years.flatMap((year) =>
    separators.flatMap((separator) => {
      const parts = [...order].map((part) => (part === "y" ? year : letters[part as "d" | "m"]));
      return clocks[clock].map((time) => parts.join(separator) + time);
    }),
  );
}
