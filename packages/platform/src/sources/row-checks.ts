/** Why a row is refused, by the kinds of its roles. */
import type { Check, LedgerTarget, ReadPlan } from "./ledger-target.ts";
import { isNumberSql } from "./number-sql.ts";
import { numberFormOf, readRole } from "./read-column.ts";
import type { RejectReason } from "./reject-reason.ts";
import { isNumberKind, isTimeKind, type Role, type RoleSpec } from "./roles.ts";
import { isMissing, literal } from "./sql-text.ts";

const EARLIEST = "DATE '1900-01-01'";
const AFTER_LATEST = "DATE '2101-01-01'";
/** Such as 1.23E+18: a spreadsheet's writing of an id that it took for a number. */
export const ROUNDED = "\\d([.,]\\d+)?[eE]\\+\\d+";

export function reason(code: RejectReason): string {
  return literal(code);
}

/** The checks that follow from the kinds of the roles, in the order of the roles. */
export function kindChecks(plan: ReadPlan, roles: LedgerTarget["roles"]): Check[] {
  const mapped = Object.entries(roles).filter(([role]) => plan.cells[role] && role !== "only");
  return [...commonChecks(plan), ...mapped.flatMap(([role, spec]) => roleChecks(plan, role, spec))];
}

/** A row of JSON lines must be a document, and a row that says so is none for this table. */
export function commonChecks(plan: ReadPlan): Check[] {
  const checks: Check[] = [];
  if (plan.documents) checks.push({ fails: "broken", reason: reason("JSON_UNREADABLE") });
  const only = readRole(plan, "only", "flag");
  if (!only) return checks;
  const fails = `coalesce(NOT ${only}, TRUE)`;
  const unreadable = reason("FLAG_UNREADABLE");
  const why = `CASE WHEN ${only} IS NULL THEN ${unreadable} ELSE ${reason("OF_ANOTHER_KIND")} END`;
  return [...checks, { role: "only", fails, reason: why }];
}

/** A column that says whether a row counts: it has to be named, no column's name tells. */
export const ONLY: RoleSpec = { kind: "flag", names: [] };

function roleChecks(plan: ReadPlan, role: Role, spec: RoleSpec): Check[] {
  const cell = plan.cells[role] as string;
  const typed = spec.column ?? `(${readRole(plan, role, spec.kind)})`;
  if (spec.kind === "id") return idChecks(role, typed, spec);
  if (spec.kind === "text") {
    return spec.needed
      ? [{ role, fails: `${typed} IS NULL`, reason: reason("VALUE_MISSING") }]
      : [];
  }
  const missing = isMissing(cell);
  const unread = spec.needed ? `${typed} IS NULL` : `${typed} IS NULL AND NOT ${missing}`;
  if (isTimeKind(spec.kind)) return [timeCheck(role, cell, typed, spec)];
  const [absent, unreadable] = isNumberKind(spec.kind)
    ? numberReasons(plan, role, cell, spec)
    : [reason("VALUE_MISSING"), reason("FLAG_UNREADABLE")];
  return [
    {
      role,
      fails: unread,
      reason: `CASE WHEN ${missing} THEN ${absent} ELSE ${unreadable} END`,
    },
  ];
}

function numberReasons(
  plan: ReadPlan,
  role: Role,
  cell: string,
  { kind }: RoleSpec,
): [absent: string, unreadable: string] {
  const isMoney = kind === "money";
  const isNumber = isNumberSql(cell, numberFormOf(plan, role));
  const out = reason(isMoney ? "AMOUNT_OUT_OF_RANGE" : "NUMBER_OUT_OF_RANGE");
  const unreadable = reason(isMoney ? "AMOUNT_UNREADABLE" : "NUMBER_UNREADABLE");
  return [
    reason(isMoney ? "AMOUNT_MISSING" : "VALUE_MISSING"),
    `CASE WHEN ${isNumber} THEN ${out} ELSE ${unreadable} END`,
  ];
}

function idChecks(role: Role, typed: string, { needed }: RoleSpec): Check[] {
  const checks: Check[] = [];
  if (needed) checks.push({ role, fails: `${typed} IS NULL`, reason: reason("ID_MISSING") });
  if (role === "customer") checks.push(roundedCheck(role, typed));
  return checks;
}

/** A customer's id must name one customer; an id that was rounded names many. */
export function roundedCheck(role: Role, typed: string): Check {
  // A CASE, because DuckDB reorders what AND joins, and the pattern is the slow part.
  const fails = `CASE WHEN contains(${typed}, '+')
    THEN regexp_full_match(${typed}, ${literal(ROUNDED)}) ELSE FALSE END`;
  return { role, fails, reason: reason("CUSTOMER_LOOKS_NUMERIC_ROUNDED") };
}

/** A time that was read must be one of living people's. */
export function timeCheck(
  role: Role,
  cell: string,
  typed: string,
  { needed, open }: Pick<RoleSpec, "needed" | "open">,
): Check {
  const unread = needed ? `${typed} IS NULL` : `(${typed} IS NULL AND NOT ${isMissing(cell)})`;
  const late = open ? "FALSE" : `${typed} >= ${AFTER_LATEST}`;
  const impossible = `coalesce(${typed} < ${EARLIEST} OR ${late}, FALSE)`;
  return {
    role,
    fails: `${unread} OR ${impossible}`,
    reason: `CASE WHEN ${isMissing(cell)} THEN ${reason("TIME_MISSING")}
      WHEN ${typed} IS NULL THEN ${reason("TIME_UNREADABLE")}
      ELSE ${reason("TIME_OUT_OF_RANGE")} END`,
  };
}
