import { expect, test } from "vitest";
import { type Line, ledgerOf } from "../../test/orders-table.ts";
import { returnLink } from "./return-link.ts";
import { runSteps } from "./runner.ts";

async function link(lines: readonly Line[]) {
  const { engine, context } = await ledgerOf(lines);
  await runSteps([returnLink], context);
  const rows = await engine.rows(
    "SELECT line, counted_on, found_by FROM return_link ORDER BY line",
  );
  await engine.close();
  return rows;
}

test("follows the order that a return names, whatever its product", async () => {
  const rows = await link([
    { customer: "ann", at: "2026-01-05", order: "o1", product: "p", amount: 30 },
    { customer: "ann", at: "2026-02-05", order: "o2", product: "p", amount: 30 },
    { customer: "ann", at: "2026-03-01", order: "r1", product: "q", amount: -30, returnOf: "o1" },
  ]);
  expect(rows).toEqual([{ line: 3, counted_on: "2026-01-05", found_by: "return_of" }]);
});

test("pairs returns and purchases of one product at one price in their order", async () => {
  const rows = await link([
    { customer: "ann", at: "2026-01-05", product: "p", amount: 30 },
    { customer: "ann", at: "2026-02-05", product: "p", amount: 30 },
    { customer: "ann", at: "2026-03-01", product: "p", amount: -30 },
    { customer: "ann", at: "2026-03-02", product: "p", amount: -30 },
    { customer: "ann", at: "2026-03-03", product: "p", amount: -30 },
  ]);
  expect(rows).toEqual([
    { line: 3, counted_on: "2026-01-05", found_by: "same_price" },
    { line: 4, counted_on: "2026-02-05", found_by: "same_price" },
  ]);
});

test("takes a partial return off the latest earlier purchase of the product", async () => {
  const rows = await link([
    { customer: "ann", at: "2026-01-05", product: "p", amount: 100 },
    { customer: "ann", at: "2026-02-05", product: "p", amount: 200 },
    { customer: "ann", at: "2026-03-01", product: "p", amount: -50 },
    { customer: "ann", at: "2026-04-05", product: "p", amount: 500 },
  ]);
  expect(rows).toEqual([{ line: 3, counted_on: "2026-02-05", found_by: "in_part" }]);
});

test("links no return to another customer, to the future, or to a smaller purchase", async () => {
  const rows = await link([
    { customer: "bob", at: "2026-01-05", product: "p", amount: 30 },
    { customer: "ann", at: "2026-01-06", product: "p", amount: 20 },
    { customer: "ann", at: "2026-01-07", product: "p", amount: -30 },
    { customer: "ann", at: "2026-01-08", product: "p", amount: 30 },
    { customer: null, at: "2026-01-09", product: "p", amount: -30 },
  ]);
  expect(rows).toEqual([]);
});
