/** The pipeline's SQL as Trino reads it: values bound, and the few words that mean something else there. */
import type { Parameters, SqlValue } from "../engine.ts";
import { type SqlToken, sqlTokens } from "./sql-tokens.ts";

/**
 * Binds `$parameters` and translates what DuckDB and Trino understand differently:
 * - a number with a point is a DOUBLE: Trino divides decimals to as many digits as they had;
 * - `greatest`, `least` and `concat` pass over NULL, where Trino's are NULL if any argument is;
 * - `isnan` and `isfinite` are called `is_nan` and `is_finite`.
 *
 * Values are bound as literals: Trino's own parameters are literals, too, in the text of a USING
 * clause, and two of them never count as equal in a GROUP BY.
 *
 * @throws TypeError where a parameter has no value
 */
export function toTrinoSql(sql: string, parameters: Parameters = {}): string {
  const tokens = sqlTokens(sql).filter(({ kind }) => kind !== "comment");
  return translate(tokens.map((token) => ({ ...token, text: toText(token, parameters) })));
}

function toText({ kind, text }: SqlToken, parameters: Parameters): string {
  if (kind === "number") return text.includes(".") && !/e/i.test(text) ? `${text}E0` : text;
  if (kind !== "parameter") return text;
  const value = parameters[text.slice(1)];
  if (value === undefined) throw new TypeError(`${text} has no value`);
  return toLiteral(value);
}

/** A value as SQL; numbers are whole or DOUBLE, as DuckDB binds them. */
function toLiteral(value: SqlValue): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return `DATE '${value.toISOString().slice(0, 10)}'`;
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (Number.isSafeInteger(value)) return String(value);
  if (Number.isFinite(value)) return `${value.toExponential()}`.replace("e", "E");
  return Number.isNaN(value) ? "nan()" : value > 0 ? "infinity()" : "-infinity()";
}

/** Calls that are written otherwise for Trino, by their translated arguments. */
const calls: Readonly<Record<string, (args: readonly string[]) => string>> = {
  greatest: (args) => overNull("greatest", args),
  least: (args) => overNull("least", args),
  concat: (args) =>
    `concat(${args.map((arg) => `coalesce(CAST(${arg} AS VARCHAR), '')`).join(", ")})`,
  isnan: (args) => `is_nan(${args.join(", ")})`,
  isfinite: (args) => `is_finite(${args.join(", ")})`,
};

/** Exact for two arguments; ours have two. */
function overNull(name: string, args: readonly string[]): string {
  if (args.length !== 2) throw new TypeError(`${name} takes two arguments here`);
  return `coalesce(${name}(${args.join(", ")}), ${args.join(", ")})`;
}

function translate(tokens: readonly SqlToken[]): string {
  let sql = "";
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at] as SqlToken;
    const write = kind === "word" ? calls[text.toLowerCase()] : undefined;
    const call = write && callAt(tokens, at + 1);
    if (!call) {
      sql += text;
      continue;
    }
    sql += write(call.args.map((arg) => translate(arg).trim()));
    at = call.end;
  }
  return sql;
}

/** The arguments of a call whose bracket opens at `at`, and where it closes. */
function callAt(
  tokens: readonly SqlToken[],
  at: number,
): { args: SqlToken[][]; end: number } | undefined {
  if (tokens[at]?.text !== "(") return undefined;
  const args: SqlToken[][] = [[]];
  let depth = 0;
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i] as SqlToken;
    if (token.text === "(") depth++;
    if (token.text === ")" && depth-- === 0) return { args, end: i };
    if (token.text === "," && depth === 0) args.push([]);
    else args.at(-1)?.push(token);
  }
  return undefined;
}
