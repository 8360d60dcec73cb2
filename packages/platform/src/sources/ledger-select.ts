/** From the text cells of a file to rows of a ledger table, in one pass and one SELECT. */
import type { Check, LedgerTarget, ReadPlan } from "./ledger-target.ts";
import type { Relation } from "./relation.ts";
import { literal } from "./sql-text.ts";

export type Select = {
  readonly target: LedgerTarget;
  readonly plan: ReadPlan;
  readonly relation: Relation;
};

/** The accepted rows: line, the table's columns, and what the sides are made of. */
export function acceptedSql(select: Select): string {
  const { target, plan } = select;
  const refused = target.checks(plan).map(({ fails }) => `(${fails})`);
  const constants = constantColumns(target, plan);
  const names = Object.keys(target.columns);
  const columns = names.map((name) => (constants[name] ? `${constants[name]} AS ${name}` : name));
  const extras = Object.keys(target.read(plan)).filter((name) => !names.includes(name));
  const where = refused.length > 0 ? `WHERE NOT (${refused.join(" OR ")})` : "";
  return `SELECT line, ${[...columns, ...extras].join(", ")} FROM (${typedSql(select)}) AS typed
    ${where}`;
}

/** The refused rows: line, column_name, value, reason, and whatever `also` names of the relation. */
export function refusedSql(select: Select, also: readonly string[]): string {
  const { target, plan } = select;
  const checks = target.checks(plan);
  if (checks.length === 0) {
    const columns = ["line", "NULL AS column_name", "NULL AS value", "NULL AS reason", ...also];
    return `SELECT ${columns.join(", ")} FROM (${typedSql(select)}) AS typed WHERE FALSE`;
  }
  const first = (value: (check: Check) => string) =>
    `CASE ${checks.map((check) => `WHEN ${check.fails} THEN ${value(check)}`).join(" ")} END`;
  const cell = ({ role }: Check) => (role && plan.cells[role]) ?? "NULL";
  const name = ({ role }: Check) => (role && literal(plan.names[role] ?? role)) ?? "NULL";
  const columns = [
    "line",
    `${first(name)} AS column_name`,
    `${first(cell)} AS value`,
    `${first(({ reason }) => reason)} AS reason`,
    ...also,
  ];
  return `SELECT ${columns.join(", ")} FROM (${typedSql(select)}) AS typed
    WHERE ${checks.map(({ fails }) => `(${fails})`).join(" OR ")}`;
}

/** SQL by column of what holds in every row, because the file says nothing of it. */
export function constantColumns(target: LedgerTarget, plan: ReadPlan): Record<string, string> {
  const read = target.read(plan);
  return Object.fromEntries(
    Object.entries(target.columns)
      .filter(([name]) => read[name] === undefined)
      .map(([name, type]) => [
        name,
        name === "currency" ? literal(plan.currency) : `CAST(NULL AS ${type})`,
      ]),
  );
}

/**
 * The relation with the columns read from it, refused rows included. Rows are numbered last:
 * DuckDB pushes conditions through a plain SELECT, and would then read each cell as often as a
 * condition names it. Through a window it does not. Constants stay outside for the same reason.
 */
function typedSql({ target, plan, relation: { cells, line } }: Select): string {
  const read = Object.entries(target.read(plan)).map(([name, sql]) => `${sql} AS ${name}`);
  const typed = `SELECT ${["*", ...read].join(", ")} FROM (${cells}) AS cells`;
  return `SELECT ${line} AS line, * FROM (${typed}) AS unnumbered`;
}
