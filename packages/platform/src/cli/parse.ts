import { isMethod, METHODS, type Method } from "../pipeline/method.ts";
import { CliError } from "./cli-error.ts";

/** A calendar day of an option. @throws CliError OPTION_INVALID */
export function parseDay(option: string, text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  const valid =
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    // 2026-02-30 would be read as 2 March.
    !Number.isNaN(date.getTime()) &&
    date.toISOString().slice(0, 10) === text;
  if (!valid) throw new CliError("OPTION_INVALID", { option, value: text, allowed: "YYYY-MM-DD" });
  return date;
}

/** A whole number of an option. @throws CliError OPTION_INVALID */
export function parseWhole(option: string, text: string, least = 0, most = Infinity): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    const end = most === Infinity ? [] : [`${most}`];
    const allowed = [`${least}`, `${least + 1}`, "…", ...end].join(", ");
    throw new CliError("OPTION_INVALID", { option, value: text, allowed });
  }
  return value;
}

/** One of a list. @throws CliError OPTION_INVALID */
export function parseOneOf<T extends string>(
  option: string,
  text: string,
  allowed: readonly T[],
): T {
  if (!(allowed as readonly string[]).includes(text)) {
    throw new CliError("OPTION_INVALID", { option, value: text, allowed });
  }
  return text as T;
}

/** @throws CliError METHOD_UNKNOWN */
export function parseMethod(text: string): Method {
  if (!isMethod(text)) throw new CliError("METHOD_UNKNOWN", { method: text, allowed: METHODS });
  return text;
}
