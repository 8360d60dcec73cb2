import { expect, test } from "vitest";
import { openDuckDb } from "../engines/duckdb.ts";
import { createLedger } from "./ledger.ts";

test("a ledger of an earlier version gets the columns declared since, and keeps its rows", async () => {
  const engine = await openDuckDb();
  await createLedger(engine);
  for (const table of ["products", "products_superseded"]) {
    await engine.run(`ALTER TABLE ${table} DROP COLUMN tax_class`);
  }
  await engine.run("INSERT INTO products (import_id, line, product_id) SELECT 1, 1, 'p'");
  await createLedger(engine);
  const rows = await engine.rows("SELECT product_id, tax_class FROM products");
  expect(rows).toEqual([{ product_id: "p", tax_class: null }]);
  const [superseded] = await engine.rows(
    "SELECT count(tax_class) = 0 AS ok FROM products_superseded",
  );
  expect(superseded?.ok).toBe(true);
  await engine.close();
});
