/** From the text cells of a file to lines of the ledger's orders, in one pass and one SELECT. */
import type { FileFormat, NumberForm } from "./file-format.ts";
import { isNumberSql, numberSql } from "./number-sql.ts";
import type { RejectReason } from "./reject-reason.ts";
import type { Relation } from "./relation.ts";
import type { Basis, Mapping, NumberRole, Role } from "./roles.ts";
import { idText, isMissing, literal, plainText } from "./sql-text.ts";
import { timeSql } from "./time-sql.ts";

/** The columns of orders that a file fills, in the order of sql/ledger/orders.sql. */
export const ORDER_COLUMNS = [
  "order_id",
  "line_id",
  "customer_id",
  "ordered_at",
  "product_id",
  "category",
  "quantity",
  "amount",
  "tax_amount",
  "cost",
  "currency",
  "channel",
  "return_of",
] as const;

export type OrdersPlan = {
  /** Where each role's text stands: an SQL name. */
  readonly cells: Readonly<Partial<Record<Role, string>>>;
  readonly names: Mapping;
  readonly format: Pick<FileFormat, "numbers" | "times">;
  readonly basis: Basis;
  readonly currency: string;
  readonly timeZone: string;
  /** Whether the relation has a column `broken`: rows that are no document. */
  readonly documents: boolean;
};

/** A row for which `fails` holds is refused; `fails` is never NULL. `reason` is SQL. */
type Check = { readonly role?: Role; readonly fails: string; readonly reason: string };

const MONEY = "DECIMAL(18, 4)";
/** Quantities and prices of one may have more digits; their product has all of both. */
const FACTOR = "DECIMAL(18, 6)";
const EARLIEST = "TIMESTAMP '1900-01-01'";
const AFTER_LATEST = "TIMESTAMP '2101-01-01'";
/** Such as 1.23E+18: a spreadsheet's writing of an id that it took for a number. */
export const ROUNDED = "\\d([.,]\\d+)?[eE]\\+\\d+";

/** The accepted rows: line and ORDER_COLUMNS. */
export function acceptedSql(plan: OrdersPlan, relation: Relation): string {
  const typed = typedSql(plan, relation);
  const refused = checksOf(plan).map(({ fails }) => `(${fails})`);
  return `SELECT line, ${ORDER_COLUMNS.join(", ")} FROM (${typed}) AS typed
    WHERE NOT (${refused.join(" OR ")})`;
}

/** The refused rows: line, column_name, value, reason, and whatever `also` names of the relation. */
export function refusedSql(plan: OrdersPlan, relation: Relation, also: readonly string[]): string {
  const checks = checksOf(plan);
  const first = (value: (check: Check) => string) =>
    `CASE ${checks.map((check) => `WHEN ${check.fails} THEN ${value(check)}`).join(" ")} END`;
  const cell = ({ role }: Check) => (role && plan.cells[role]) ?? "NULL";
  const name = ({ role }: Check) => (role && literal(plan.names[role] ?? "")) ?? "NULL";
  const columns = [
    "line",
    `${first(name)} AS column_name`,
    `${first(cell)} AS value`,
    `${first(({ reason }) => reason)} AS reason`,
    ...also,
  ];
  const typed = typedSql(plan, relation);
  return `SELECT ${columns.join(", ")} FROM (${typed}) AS typed
    WHERE ${checks.map(({ fails }) => `(${fails})`).join(" OR ")}`;
}

/** The relation with the typed columns beside it, refused rows included. */
export function typedSql(plan: OrdersPlan, relation: Relation): string {
  const { format, names, timeZone } = plan;
  const { time } = plan.cells;
  const read = (role: Role, sql: (cell: string) => string) => {
    const cell = plan.cells[role];
    return cell ? sql(cell) : "CAST(NULL AS VARCHAR)";
  };
  const text = (role: Role) => read(role, plainText);
  const id = (role: Role) => read(role, idText);
  const form = names.time ? format.times[names.time] : undefined;
  const columns: Record<(typeof ORDER_COLUMNS)[number], string> = {
    order_id: id("order"),
    line_id: id("line"),
    customer_id: id("customer"),
    ordered_at: form && time ? timeSql(time, form, timeZone) : "CAST(NULL AS TIMESTAMP)",
    product_id: text("product"),
    category: text("category"),
    quantity: `CAST(${number(plan, "quantity", FACTOR)} AS DOUBLE)`,
    amount: amountSql(plan),
    tax_amount: number(plan, "tax", MONEY),
    cost: costSql(plan),
    currency: currencySql(plan),
    channel: text("channel"),
    return_of: id("returnOf"),
  };
  const list = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  // Rows are numbered last: DuckDB pushes conditions through a plain SELECT, and would then read
  // each cell as often as a condition names it. Through a window it does not.
  const cells = `SELECT *, ${list.join(", ")} FROM (${relation.cells}) AS cells`;
  return `SELECT ${relation.line} AS line, * FROM (${cells}) AS unnumbered`;
}

function number({ cells, names, format }: OrdersPlan, role: NumberRole, type: string): string {
  const cell = cells[role];
  const form = format.numbers[names[role] ?? ""];
  return cell && form ? numberSql(cell, form, type) : `CAST(NULL AS ${type})`;
}

/** The roles that make up the amount; none where a file names purchases only. */
function amountRoles({ cells, basis }: OrdersPlan): readonly NumberRole[] {
  if (cells.amount) return ["amount"];
  if (cells.unitPrice && cells.quantity) return ["quantity", "unitPrice"];
  if (cells.gross) return basis === "net" && cells.tax ? ["gross", "tax"] : ["gross"];
  return [];
}

function amountSql(plan: OrdersPlan): string {
  const [first, second] = amountRoles(plan);
  if (!first) return `CAST(NULL AS ${MONEY})`;
  if (!second) return number(plan, first, MONEY);
  if (first === "gross") return `${number(plan, first, MONEY)} - ${number(plan, second, MONEY)}`;
  const product = `${number(plan, first, FACTOR)} * ${number(plan, second, FACTOR)}`;
  return `try_cast(${product} AS ${MONEY})`;
}

function costSql(plan: OrdersPlan): string {
  const { cost, unitCost, quantity } = plan.cells;
  if (cost || !unitCost) return number(plan, "cost", MONEY);
  if (!quantity) return number(plan, "unitCost", MONEY);
  const product = `${number(plan, "quantity", FACTOR)} * ${number(plan, "unitCost", FACTOR)}`;
  return `try_cast(${product} AS ${MONEY})`;
}

function currencySql({ cells, currency }: OrdersPlan): string {
  const fallback = literal(currency);
  return cells.currency ? `coalesce(upper(${plainText(cells.currency)}), ${fallback})` : fallback;
}

function checksOf(plan: OrdersPlan): Check[] {
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
  return `(${number(plan, role, role === "gross" ? MONEY : FACTOR)})`;
}

function reason(code: RejectReason): string {
  return literal(code);
}
