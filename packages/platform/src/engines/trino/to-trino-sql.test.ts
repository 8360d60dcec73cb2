import { expect, test } from "vitest";
import { toTrinoSql } from "./to-trino-sql.ts";

test("binds every kind of value as a literal of its type", () => {
  const sql = "SELECT $n, $text, $day, $flag, $nothing";
  const day = new Date("2026-02-28T22:15:00Z");
  const text = "O'Brien; DROP TABLE x --";
  expect(toTrinoSql(sql, { n: 0.1, text, day, flag: true, nothing: null })).toBe(
    "SELECT 1E-1, 'O''Brien; DROP TABLE x --', DATE '2026-02-28', TRUE, NULL",
  );
});

test("binds a number to the last digit", () => {
  for (const n of [1 / 3, 1 - 2 ** 53, 5e-324, 1.7976931348623157e308, 0]) {
    expect(Number(toTrinoSql("$n", { n }))).toBe(n);
  }
});

test("leaves alone what stands in quotes, and comments out", () => {
  const sql = `SELECT '$n 1.5 greatest(a, b)' AS "least(1.5)" -- $n\n/* $n */ FROM t`;
  expect(toTrinoSql(sql)).toBe(`SELECT '$n 1.5 greatest(a, b)' AS "least(1.5)" \n FROM t`);
});

test("takes a parameter for no other whose name it begins with", () => {
  expect(toTrinoSql("$end, $end_day", { end: "a", end_day: "b" })).toBe("'a', 'b'");
});

test("makes numbers with a point DOUBLE and leaves whole ones", () => {
  expect(toTrinoSql("1.5 * x + .5 / 2 - 1e-3 - t1.x2 - DECIMAL(18, 4)")).toBe(
    "1.5E0 * x + .5E0 / 2 - 1e-3 - t1.x2 - DECIMAL(18, 4)",
  );
});

test("passes over NULL in greatest and least, one inside of the other as well", () => {
  expect(toTrinoSql("least(f(a, b), greatest(c, 0))")).toBe(
    "coalesce(least(f(a, b), coalesce(greatest(c, 0), c, 0)), f(a, b), coalesce(greatest(c, 0), c, 0))",
  );
  expect(() => toTrinoSql("greatest(a, b, c)")).toThrow("takes two arguments");
});

test("passes over NULL in concat, and takes any type", () => {
  expect(toTrinoSql("concat(name, ',', n)")).toBe(
    "concat(coalesce(CAST(name AS VARCHAR), ''), coalesce(CAST(',' AS VARCHAR), ''), coalesce(CAST(n AS VARCHAR), ''))",
  );
});

test("calls by Trino's name what it calls otherwise", () => {
  expect(toTrinoSql("isnan(a + isfinite(b))")).toBe("is_nan(a + is_finite(b))");
});

test("misses no value", () => {
  expect(() => toTrinoSql("SELECT $n", {})).toThrow("$n has no value");
});
