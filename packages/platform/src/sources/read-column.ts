/** How the text of a role becomes a typed value, in SQL; NULL where it cannot be read. */
import type { NumberForm, TimeForm } from "./file-format.ts";
import type { ReadPlan } from "./ledger-target.ts";
import { numberSql } from "./number-sql.ts";
import type { Role, RoleKind } from "./roles.ts";
import { idText, literal, plainText } from "./sql-text.ts";
import { timeSql } from "./time-sql.ts";

export const MONEY = "DECIMAL(18, 4)";
/** Quantities and prices of one may have more digits; their product has all of both. */
export const FACTOR = "DECIMAL(18, 6)";

/** Values for all rows are written as the settings are. */
const PLAIN_NUMBER: NumberForm = { decimal: "point", symbol: null };
const PLAIN_TIME: TimeForm = { order: "iso", separators: [], yearDigits: [], clock: "none" };

const YES = ["true", "t", "yes", "y", "ja", "j", "1", "wahr", "x", "on", "oui"];
const NO = ["false", "f", "no", "n", "nein", "0", "falsch", "off", "non"];
const list = (words: readonly string[]) => words.map(literal).join(", ");

/** Whether a text is a yes or a no in a known spelling. */
export function isFlag(text: string): boolean {
  return [...YES, ...NO].includes(text.trim().toLowerCase());
}

export function numberFormOf({ names, format }: ReadPlan, role: Role): NumberForm {
  const name = names[role];
  return (name === undefined ? undefined : format.numbers[name]) ?? PLAIN_NUMBER;
}

/** A role's cell as a number; undefined where no column has the role. */
export function numberOf(plan: ReadPlan, role: Role, type: string): string | undefined {
  const cell = plan.cells[role];
  return cell ? numberSql(cell, numberFormOf(plan, role), type) : undefined;
}

/** A role's cell as a time stamp in the business time zone; undefined where no column has it. */
export function timeOf({ cells, names, format, timeZone }: ReadPlan, role: Role) {
  const cell = cells[role];
  const name = names[role];
  const form = name === undefined ? PLAIN_TIME : format.times[name];
  return cell && form ? timeSql(cell, form, timeZone) : undefined;
}

export function currencySql(cell: string, currency: string): string {
  return `coalesce(upper(${plainText(cell)}), ${literal(currency)})`;
}

/** A role's cell by its kind; undefined where no column has the role. */
export function readRole(plan: ReadPlan, role: Role, kind: RoleKind): string | undefined {
  const cell = plan.cells[role];
  if (!cell) return undefined;
  switch (kind) {
    case "id":
      return idText(cell);
    case "text":
      return plainText(cell);
    case "money":
      return numberOf(plan, role, MONEY);
    case "factor":
      return numberOf(plan, role, FACTOR);
    case "number":
      return `CAST(${numberOf(plan, role, FACTOR)} AS DOUBLE)`;
    case "whole":
      return `try_cast(${numberOf(plan, role, FACTOR)} AS INTEGER)`;
    case "time":
      return timeOf(plan, role);
    case "day":
    case "month": {
      const time = timeOf(plan, role);
      return time && `CAST(${time} AS DATE)`;
    }
    case "flag":
      return flagSql(cell);
  }
}

function flagSql(cell: string): string {
  const word = `lower(trim(${cell}))`;
  return `CASE WHEN ${word} IN (${list(YES)}) THEN TRUE WHEN ${word} IN (${list(NO)}) THEN FALSE END`;
}
