/** Which rows of a file the ledger refuses, and why. */
import type { NumberForm } from "./file-format.ts";
import { isNumberSql } from "./number-sql.ts";
import { amountRoles, FACTOR, MONEY, numberOf, type OrdersPlan } from "./orders-columns.ts";
import type { RejectReason } from "./reject-reason.ts";
import type { NumberRole, Role } from "./roles.ts";
import { isMissing, literal } from "./sql-text.ts";

/** A row for which `fails` holds is refused; `fails` is never NULL. `reason` is SQL. */
export type Check = { readonly role?: Role; readonly fails: string; readonly reason: string };

const EARLIEST = "TIMESTAMP '1900-01-01'";
const AFTER_LATEST = "TIMESTAMP '2101-01-01'";
/** Such as 1.23E+18: a spreadsheet's writing of an id that it took for a number. */
export const ROUNDED = "\\d([.,]\\d+)?[eE]\\+\\d+";

/** In the order in which a row's first fault is looked for. */
export function checksOf(plan: OrdersPlan): Check[] {
  const { cells } = plan;
  const checks: Check[] = [];
  if (plan.documents) checks.push({ fails: "broken", reason: reason("JSON_UNREADABLE") });
  if (cells.time) checks.push(timeCheck(cells.time));
  const needed = amountRoles(plan);
  for (const role of [
    "quantity",
    "amount",
    "unitPrice",
    "gross",
    "tax",
    "cost",
    "unitCost",
  ] as const) {
    const cell = cells[role];
    if (cell) checks.push(numberCheck(plan, role, cell, needed.includes(role)));
  }
  const last = needed.at(-1);
  if (last && needed.length > 1) {
    checks.push({ role: last, fails: "amount IS NULL", reason: reason("AMOUNT_OUT_OF_RANGE") });
  }
  if (cells.customer) {
    // A CASE, because DuckDB reorders what AND joins, and the pattern is the slow part.
    const fails = `CASE WHEN contains(customer_id, '+')
      THEN regexp_full_match(customer_id, ${literal(ROUNDED)}) ELSE FALSE END`;
    checks.push({ role: "customer", fails, reason: reason("CUSTOMER_LOOKS_NUMERIC_ROUNDED") });
  }
  return checks;
}

function timeCheck(cell: string): Check {
  return {
    role: "time",
    fails: `ordered_at IS NULL OR ordered_at < ${EARLIEST} OR ordered_at >= ${AFTER_LATEST}`,
    reason: `CASE WHEN ${isMissing(cell)} THEN ${reason("TIME_MISSING")}
      WHEN ordered_at IS NULL THEN ${reason("TIME_UNREADABLE")}
      ELSE ${reason("TIME_OUT_OF_RANGE")} END`,
  };
}

/** A number that the amount needs must be there; any other may be missing, but not be nonsense. */
function numberCheck(plan: OrdersPlan, role: NumberRole, cell: string, needed: boolean): Check {
  const typed = resultColumn(plan, role);
  const missing = isMissing(cell);
  const form: NumberForm = plan.format.numbers[plan.names[role] ?? ""] ?? {
    decimal: "point",
    symbol: null,
  };
  const unreadable = reason(role === "quantity" ? "QUANTITY_UNREADABLE" : "AMOUNT_UNREADABLE");
  const fails = needed ? `${typed} IS NULL` : `${typed} IS NULL AND NOT ${missing}`;
  return {
    role,
    fails,
    reason: `CASE WHEN ${missing} THEN ${reason("AMOUNT_MISSING")}
      WHEN ${isNumberSql(cell, form)} THEN ${reason("AMOUNT_OUT_OF_RANGE")}
      ELSE ${unreadable} END`,
  };
}

/** The typed column that shows whether a role's cell could be read, else the reading itself. */
function resultColumn(plan: OrdersPlan, role: NumberRole): string {
  if (role === "quantity") return "quantity";
  if (role === "tax") return "tax_amount";
  if (role === "cost") return "cost";
  if (amountRoles(plan).length === 1 && amountRoles(plan)[0] === role) return "amount";
  return `(${numberOf(plan, role, role === "gross" ? MONEY : FACTOR)})`;
}

function reason(code: RejectReason): string {
  return literal(code);
}
