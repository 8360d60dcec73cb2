/** Which rows of a file orders refuse, and why. */
import type { Check, ReadPlan } from "./ledger-target.ts";
import { isNumberSql } from "./number-sql.ts";
import { amountRoles } from "./orders-columns.ts";
import { FACTOR, MONEY, numberFormOf, numberOf } from "./read-column.ts";
import type { Role } from "./roles.ts";
import { commonChecks, reason, roundedCheck, timeCheck } from "./row-checks.ts";
import { isMissing } from "./sql-text.ts";

const NUMBERS = [
  "quantity",
  "amount",
  "unitPrice",
  "gross",
  "tax",
  "taxRate",
  "cost",
  "unitCost",
] as const;

/** In the order in which a row's first fault is looked for. */
export function orderChecks(plan: ReadPlan): Check[] {
  const { cells } = plan;
  const checks = commonChecks(plan);
  if (cells.time) checks.push(timeCheck("time", cells.time, "ordered_at", { needed: true }));
  const needed = amountRoles(plan);
  for (const role of NUMBERS) {
    const cell = cells[role];
    if (cell) checks.push(numberCheck(plan, role, cell, needed.includes(role)));
  }
  const last = needed.at(-1);
  if (last && needed.length > 1) {
    checks.push({ role: last, fails: "amount IS NULL", reason: reason("AMOUNT_OUT_OF_RANGE") });
  }
  if (cells.customer) checks.push(roundedCheck("customer", "customer_id"));
  return checks;
}

/** A number that the amount needs must be there; any other may be missing, but not be nonsense. */
function numberCheck(plan: ReadPlan, role: Role, cell: string, needed: boolean): Check {
  const typed = resultColumn(plan, role);
  const missing = isMissing(cell);
  const form = numberFormOf(plan, role);
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
function resultColumn(plan: ReadPlan, role: Role): string {
  if (role === "quantity") return "quantity";
  if (role === "tax") return "tax_amount";
  if (role === "taxRate") return "tax_rate";
  if (role === "cost") return "cost";
  if (amountRoles(plan).length === 1 && amountRoles(plan)[0] === role) return "amount";
  return `(${numberOf(plan, role, role === "gross" ? MONEY : FACTOR)})`;
}
