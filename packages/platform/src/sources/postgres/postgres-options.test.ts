import { describe, expect, test } from "vitest";
import { type PostgresOptions, requireValidPostgres } from "./postgres-options.ts";

const given = (options: Partial<PostgresOptions>) => () =>
  requireValidPostgres({ url: "postgresql://host/shop", ...options });

describe("a query", () => {
  test.each([
    "SELECT 1",
    "  select 1;",
    "(SELECT 1) UNION (SELECT 2)",
    "-- orders\n/* of\nall shops */ WITH a AS (SELECT 1) SELECT * FROM a",
  ])("may be %s", (query) => {
    expect(given({ query })).not.toThrow();
  });

  test.each([
    ["DELETE FROM orders", "DELETE"],
    ["-- SELECT\nUPDATE orders SET amount = 0", "UPDATE"],
    ["/* SELECT */ copy orders to program 'sh'", "COPY"],
    ["selection", "SELECTION"],
    [" -- nothing", "?"],
  ])("may not be %s", (query, reason) => {
    expect(given({ query })).toThrow(
      expect.objectContaining({ code: "POSTGRES_NOT_A_SELECT", details: { reason } }),
    );
  });
});

test.each([
  ["neither a table nor a query", {}, "query"],
  ["both a table and a query", { from: "orders", query: "SELECT 1" }, "query"],
  ["a table without a name", { from: " " }, "from"],
  ["a watermark without a name", { from: "orders", watermark: "" }, "watermark"],
  ["an overlap that goes ahead", { from: "orders", overlap: "-2 hours" }, "overlap"],
  ["an overlap that is more than a span", { from: "orders", overlap: "1' OR '1" }, "overlap"],
  ["no time at all", { from: "orders", timeout: 0 }, "timeout"],
  ["a time that is no number", { from: "orders", timeout: Number.NaN }, "timeout"],
])("refuses %s", (_, options, option) => {
  expect(given(options)).toThrow(
    expect.objectContaining({
      code: "OPTION_INVALID",
      details: expect.objectContaining({ option }),
    }),
  );
});

test.each(["5000", "2 hours", "1 day", "30 minutes"])("takes an overlap of %s", (overlap) => {
  expect(given({ from: "orders", watermark: "id", overlap })).not.toThrow();
});
