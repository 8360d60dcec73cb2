/** From the text cells of a file to lines of the ledger's orders, in one pass and one SELECT. */
import { type Check, checksOf } from "./orders-checks.ts";
import { constantColumns, ORDER_COLUMNS, type OrdersPlan, orderColumns } from "./orders-columns.ts";
import type { Relation } from "./relation.ts";
import { literal } from "./sql-text.ts";

/** The accepted rows: line and ORDER_COLUMNS. */
export function acceptedSql(plan: OrdersPlan, relation: Relation): string {
  const typed = typedSql(plan, relation);
  const refused = checksOf(plan).map(({ fails }) => `(${fails})`);
  const constants = constantColumns(plan);
  const columns = ORDER_COLUMNS.map((name) =>
    constants[name] ? `${constants[name]} AS ${name}` : name,
  );
  return `SELECT line, ${columns.join(", ")} FROM (${typed}) AS typed
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

/**
 * The relation with the columns read from it, refused rows included. Rows are numbered last:
 * DuckDB pushes conditions through a plain SELECT, and would then read each cell as often as a
 * condition names it. Through a window it does not. Constants stay outside for the same reason.
 */
function typedSql(plan: OrdersPlan, { cells, line }: Relation): string {
  const read = Object.entries(orderColumns(plan)).map(([name, sql]) => `${sql} AS ${name}`);
  const typed = `SELECT ${["*", ...read].join(", ")} FROM (${cells}) AS cells`;
  return `SELECT ${line} AS line, * FROM (${typed}) AS unnumbered`;
}
