import { isoDate } from "./days.ts";

/** Turns a value into the text of one CSV cell. */
export type Format<T> = (value: T) => string;

/** Ids and words of our own: they hold no comma, quote or line break. */
export const word: Format<string> = (value) => value;

/** Free text, quoted where CSV needs it. */
export const prose: Format<string> = (value) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** @returns a format that writes nothing for undefined. */
export function optional<T>(format: Format<T>): Format<T | undefined> {
  return (value) => (value === undefined ? "" : format(value));
}

/** Whole numbers. */
export const whole: Format<number> = (value) => `${value}`;

/** true or false. */
export const flag: Format<boolean> = (value) => (value ? "true" : "false");

/** Amounts in whole cents, written in euros with two decimals. */
export const euros: Format<number> = (cents) => {
  const size = cents < 0 ? -cents : cents;
  const rest = size % 100;
  const text = `${(size - rest) / 100}.${rest < 10 ? "0" : ""}${rest}`;
  return cents < 0 ? `-${text}` : text;
};

/** Shares and rates, with four decimals. */
export const decimal: Format<number> = (value) => value.toFixed(4);

const dates = new Map<number, string>();

/** Day numbers, written YYYY-MM-DD. */
export const date: Format<number> = (day) => {
  let text = dates.get(day);
  if (text === undefined) {
    text = isoDate(day);
    dates.set(day, text);
  }
  return text;
};

const twoDigits = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, "0"));

/** Seconds since 1970 of a local clock, written YYYY-MM-DD HH:MM:SS. */
export const moment: Format<number> = (seconds) => {
  const second = seconds % 60;
  const minutes = (seconds - second) / 60;
  const minute = minutes % 60;
  const hours = (minutes - minute) / 60;
  const hour = hours % 24;
  const clock = `${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[second]}`;
  return `${date((hours - hour) / 24)} ${clock}`;
};
