import type { Because } from "./decision.ts";
import type { DateFormat, TimeForm } from "./file-format.ts";

const MINORITY = 0.05;
const ISO =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?(?:Z|UTC|[+-]\d{2}(?::?\d{2})?))?)?$/;
const COMPACT = /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])?([0-5]\d){0,2}$/;
const PARTS =
  /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(\s?[AaPp][Mm])?)?$/;

const MONTH = /^(?:(?:19|20)\d{2}[-/.]?(?:0[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/.](?:19|20)\d{2})$/;

type Vote = "iso" | "compact" | "month" | DateFormat | "unclear" | "none";

export type TimeReading = {
  readonly votes: Readonly<Record<Vote, number>>;
  readonly examples: Readonly<Partial<Record<Vote, string>>>;
  readonly separators: readonly string[];
  readonly yearDigits: readonly (2 | 4)[];
  readonly clock: TimeForm["clock"];
};

export type TimeFormFound =
  | { readonly form: TimeForm; readonly because: Because; readonly examples: readonly string[] }
  | { readonly ambiguous: string };

/** What the values of one column say about how its times are written. */
export function readTimes(values: readonly string[]): TimeReading {
  const votes = { iso: 0, compact: 0, month: 0, dmy: 0, mdy: 0, ymd: 0, unclear: 0, none: 0 };
  const examples: Partial<Record<Vote, string>> = {};
  const separators = new Map<string, number>();
  const years = new Map<2 | 4, number>();
  let clock: TimeForm["clock"] = "none";
  for (const value of values) {
    const { vote, separator, yearDigits, twelve, timed } = voteOf(value);
    votes[vote]++;
    // An example of doubt must be a value whose two readings differ.
    if (vote === "unclear" && !readsTwice(examples[vote] ?? "")) examples[vote] = value;
    examples[vote] ??= value;
    if (separator) separators.set(separator, (separators.get(separator) ?? 0) + 1);
    if (yearDigits) years.set(yearDigits, (years.get(yearDigits) ?? 0) + 1);
    if (twelve) clock = "12";
    else if (timed && clock === "none") clock = "24";
  }
  return { votes, examples, separators: byCount(separators), yearDigits: byCount(years), clock };
}

/** The share of values that are times in some notation; whole months only if they may be. */
export function timeShare({ votes }: TimeReading, months = false): number {
  const all = Object.values(votes).reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : 1 - (votes.none + (months ? 0 : votes.month)) / all;
}

/** The form of a column, or a value that can be read in two ways. */
export function timeForm(reading: TimeReading, given: DateFormat | undefined): TimeFormFound {
  const { votes, examples } = reading;
  const parted = votes.dmy + votes.mdy + votes.ymd + votes.unclear;
  if (votes.month > Math.max(votes.iso, votes.compact, parted)) {
    return found(reading, "month", "year-and-month", examples.month);
  }
  if (votes.iso >= Math.max(votes.compact, parted)) {
    return found(reading, "iso", "year-first", examples.iso);
  }
  if (votes.compact >= parted) return found(reading, "compact", "eight-digits", examples.compact);
  if (given) return found(reading, given, "given", examples[given] ?? examples.unclear);
  if (votes.ymd > votes.dmy + votes.mdy + votes.unclear) {
    return found(reading, "ymd", "year-first", examples.ymd);
  }
  const clear = votes.dmy + votes.mdy;
  const winner = votes.mdy > votes.dmy ? "mdy" : "dmy";
  const loser = winner === "mdy" ? "dmy" : "mdy";
  if (votes[loser] > MINORITY * clear)
    return { ambiguous: examples.unclear ?? examples[loser] ?? "" };
  if (clear > 0) return found(reading, winner, "day-over-12", examples[winner]);
  // With dots the day comes first wherever dates are written so.
  if (reading.separators[0] === ".") return found(reading, "dmy", "dots", examples.unclear);
  return { ambiguous: examples.unclear ?? "" };
}

/** Whether day first and month first make two days of it: not of 05/05/2026. */
function readsTwice(value: string): boolean {
  const [, first, second] = /(\d+)\D+(\d+)/.exec(value) ?? [];
  return first !== undefined && Number(first) !== Number(second);
}

function found(
  { separators, yearDigits, clock }: TimeReading,
  order: TimeForm["order"],
  because: Because,
  example: string | undefined,
): TimeFormFound {
  const examples = example === undefined ? [] : [example];
  return { form: { order, separators, yearDigits, clock }, because, examples };
}

type Seen = {
  readonly vote: Vote;
  readonly separator?: string;
  readonly yearDigits?: 2 | 4;
  readonly twelve?: boolean;
  readonly timed?: boolean;
};

function voteOf(value: string): Seen {
  const timed = value.includes(":");
  if (ISO.test(value)) return { vote: "iso", timed };
  if (COMPACT.test(value)) return { vote: "compact", timed: value.length > 8 };
  if (MONTH.test(value)) return { vote: "month", timed };
  const match = PARTS.exec(value);
  if (!match) return { vote: "none" };
  const [, first = "", separator = "", second = "", third = "", half] = match;
  const shared = { separator, twelve: half !== undefined, timed };
  if (first.length === 4 && third.length <= 2) return { vote: "ymd", yearDigits: 4, ...shared };
  if (first.length > 2 || (third.length !== 2 && third.length !== 4)) return { vote: "none" };
  const yearDigits = third.length === 2 ? 2 : 4;
  return { vote: dayOrMonth(Number(first), Number(second)), yearDigits, ...shared };
}

function dayOrMonth(first: number, second: number): Vote {
  const dmy = first >= 1 && first <= 31 && second >= 1 && second <= 12;
  const mdy = second >= 1 && second <= 31 && first >= 1 && first <= 12;
  if (dmy && mdy) return "unclear";
  return dmy ? "dmy" : mdy ? "mdy" : "none";
}

function byCount<T>(counts: ReadonlyMap<T, number>): T[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
}

/** The day a text stands for if its parts come in this order, for messages. */
export function readDateAs(value: string, order: DateFormat): string {
  const parts = PARTS.exec(value);
  const numbers = [parts?.[1] ?? "", parts?.[3] ?? "", parts?.[4] ?? ""];
  const at = (part: string) => numbers[order.indexOf(part)] ?? "";
  const year =
    at("y").length === 2 ? (Number(at("y")) < 69 ? `20${at("y")}` : `19${at("y")}`) : at("y");
  return `${year}-${at("m").padStart(2, "0")}-${at("d").padStart(2, "0")}`;
}
