import { expect, test } from "vitest";
import { changeOf } from "./trino-transaction.ts";

test.each([
  ["SELECT 1", undefined],
  ["-- what it is\nWITH a AS (SELECT 1) SELECT * FROM a", undefined],
  ["INSERT INTO journal SELECT 1", { kind: "rows", table: "journal", to: "" }],
  ["DELETE FROM orders\n  WHERE day = $end", { kind: "rows", table: "orders", to: "" }],
  ["CREATE TABLE IF NOT EXISTS report (x DOUBLE)", { kind: "create", table: "report", to: "" }],
  ["CREATE OR REPLACE TABLE fits AS SELECT 1", { kind: "replace", table: "fits", to: "" }],
  ["DROP TABLE IF EXISTS fits", { kind: "drop", table: "fits", to: "" }],
  ["ALTER TABLE a__next RENAME TO a", { kind: "rename", table: "a__next", to: "a" }],
])("knows what %j changes", (sql, change) => {
  expect(changeOf(sql)).toEqual(change);
});

test("refuses in a transaction what it could not take back", () => {
  expect(() => changeOf("ALTER TABLE a ADD COLUMN x DOUBLE")).toThrow(
    "cannot hold: ALTER TABLE a ADD",
  );
  expect(() => changeOf("CREATE SCHEMA lake.other")).toThrow("cannot hold");
});
