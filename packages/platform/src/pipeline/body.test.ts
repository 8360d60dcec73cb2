import { expect, test } from "vitest";
import { openDuckDb } from "../engines/duckdb.ts";
import { readBody, writeBody } from "./body.ts";

test("a result of any length comes back as it was, from rows that every engine takes", async () => {
  const engine = await openDuckDb();
  // Each of the last two is two of JavaScript's characters, and a part ends between them.
  for (const body of [null, { a: [1, "ü"] }, "x".repeat(250_000), `${"x".repeat(99_998)}😀😀`]) {
    await writeBody(engine, "result", body);
    expect(await readBody(engine, "result")).toEqual(body);
  }
  await writeBody(engine, "result", "x".repeat(250_000));
  const rows = await engine.rows(
    "SELECT CAST(length(body) AS INTEGER) AS n FROM result ORDER BY part",
  );
  // Two quotes around the text.
  expect(rows.map(({ n }) => n)).toEqual([100_000, 100_000, 50_002]);
  await engine.close();
});
