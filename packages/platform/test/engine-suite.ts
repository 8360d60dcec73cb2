import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../src/engines/engine.ts";

/** What every engine must do; `open` gives an empty one. */
export function engineSuite(name: string, open: () => Promise<Engine>): void {
  describe(`engine ${name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine.close());

    test("binds numbers, text, days and NULL as parameters", async () => {
      const day = new Date("2026-02-28");
      const [row] = await engine.rows(
        `SELECT CAST($number AS DOUBLE) AS number, CAST($text AS VARCHAR) AS text,
           CAST($day AS DATE) AS day, CAST($nothing AS VARCHAR) AS nothing`,
        { number: 1.5, text: "O'Brien; DROP TABLE x", day, nothing: null, unused: 7 },
      );
      expect(row).toEqual({
        number: 1.5,
        text: "O'Brien; DROP TABLE x",
        day: "2026-02-28",
        nothing: null,
      });
    });

    test("reads numbers and days as Float64Array and NULL as NaN", async () => {
      const columns = await engine.columns(`
        SELECT * FROM (VALUES
          (CAST(1.25 AS DOUBLE), CAST(7 AS INTEGER), DATE '1970-01-03', 'a'),
          (CAST(NULL AS DOUBLE), CAST(NULL AS INTEGER), CAST(NULL AS DATE), CAST(NULL AS VARCHAR))
        ) AS t(amount, orders, day, name) ORDER BY orders`);
      expect(columns).toEqual({
        amount: Float64Array.of(1.25, Number.NaN),
        orders: Float64Array.of(7, Number.NaN),
        day: Float64Array.of(2, Number.NaN),
        name: ["a", null],
      });
    });

    test("gives an empty result its columns", async () => {
      const columns = await engine.columns(
        "SELECT CAST(1 AS DOUBLE) AS amount, 'x' AS name WHERE 1 = 0",
      );
      expect(columns).toEqual({ amount: new Float64Array(0), name: [] });
    });

    test("appends what it reads, over many batches", async () => {
      const count = 10_001;
      const score = Float64Array.from({ length: count }, (_, i) => i / 3);
      score[5000] = Number.NaN;
      const key = Array.from({ length: count }, (_, i) => `k${i}`);
      await engine.run("CREATE TABLE appended (key VARCHAR, score DOUBLE)");
      await engine.append("appended", { score, key });
      const watched = { onProgress: () => {}, signal: new AbortController().signal };
      const back = await engine.columns("SELECT key, score FROM appended", {}, watched);
      const order = (back.key as string[]).map((name) => Number(name.slice(1)));
      expect(order).toHaveLength(count);
      order.forEach((i, at) => {
        expect(back.score?.[at]).toBe(score[i]);
      });
    });

    test("replaces a table, and keeps the one before when the new one fails", async () => {
      await engine.replaceTable("replaced", "SELECT CAST($value AS DOUBLE) AS x", { value: 1 });
      await engine.replaceTable("replaced", "SELECT CAST($value AS DOUBLE) AS x", { value: 2 });
      const broken = engine.replaceTable("replaced", "SELECT CAST('no number' AS DOUBLE) AS x");
      await expect(broken).rejects.toMatchObject({ code: "ENGINE_VALUE_INVALID" });
      expect(await engine.rows("SELECT x FROM replaced")).toEqual([{ x: 2 }]);
    });

    test("replaces one period and leaves the others, all or nothing", async () => {
      await engine.run("CREATE TABLE by_period (period DATE, x DOUBLE)");
      const march = { table: "by_period", column: "period", value: new Date("2026-03-01") };
      const april = { ...march, value: new Date("2026-04-01") };
      const select = "SELECT CAST($period AS DATE) AS period, CAST($x AS DOUBLE) AS x";
      await engine.replacePeriod(march, select, { period: march.value, x: 3 });
      await engine.replacePeriod(april, select, { period: april.value, x: 4 });
      await engine.replacePeriod(march, select, { period: march.value, x: 5 });
      const broken = "SELECT CAST($period AS DATE) AS period, CAST('no' AS DOUBLE) AS x";
      await expect(
        engine.replacePeriod(march, broken, { period: march.value }),
      ).rejects.toMatchObject({ code: "ENGINE_VALUE_INVALID" });
      expect(await engine.rows("SELECT period, x FROM by_period ORDER BY period")).toEqual([
        { period: "2026-03-01", x: 5 },
        { period: "2026-04-01", x: 4 },
      ]);
    });

    test("replaces a period as part of a transaction, and takes it back with it", async () => {
      await engine.run("CREATE TABLE in_transaction (period DATE, x DOUBLE)");
      const value = new Date("2026-03-01");
      const march = { table: "in_transaction", column: "period", value };
      const select = "SELECT CAST($period AS DATE) AS period, CAST($x AS DOUBLE) AS x";
      await engine.transaction((inside) =>
        inside.replacePeriod(march, select, { period: value, x: 3 }),
      );
      const failing = engine.transaction(async (inside) => {
        await inside.replacePeriod(march, select, { period: value, x: 5 });
        throw Object.assign(new Error("checks failed"), { code: "OWN" });
      });
      await expect(failing).rejects.toMatchObject({ code: "OWN" });
      expect(await engine.rows("SELECT x FROM in_transaction")).toEqual([{ x: 3 }]);
    });

    test("takes all of a transaction back when its work fails", async () => {
      await engine.run("CREATE TABLE kept (x DOUBLE)");
      const failing = engine.transaction(async (inside) => {
        await inside.run("INSERT INTO kept SELECT CAST(1 AS DOUBLE)");
        throw Object.assign(new Error("checks failed"), { code: "OWN" });
      });
      await expect(failing).rejects.toMatchObject({ code: "OWN" });
      expect(await engine.rows("SELECT x FROM kept")).toEqual([]);
    });

    test("knows which tables there are", async () => {
      await engine.replaceTable("present", "SELECT CAST(1 AS DOUBLE) AS x");
      expect(await engine.hasTable("present")).toBe(true);
      expect(await engine.hasTable("absent")).toBe(false);
    });

    test("refuses a name that is no identifier of ours", async () => {
      await expect(engine.replaceTable("x; DROP TABLE y", "SELECT 1")).rejects.toThrow(TypeError);
    });

    test("keeps SQL, cause and code of an error", async () => {
      const sql = "SELECT nothing FROM nowhere";
      await expect(engine.rows(sql)).rejects.toMatchObject({
        code: "ENGINE_SQL_INVALID",
        sql,
        cause: expect.any(Error),
      });
    });

    test("stops a running statement when asked and goes on working", async () => {
      const controller = new AbortController();
      const { signal } = controller;
      const endless = `SELECT count(*) AS n FROM
        (SELECT 1 AS x FROM appended a CROSS JOIN appended b CROSS JOIN appended c
         WHERE length(a.key || b.key || c.key) = 1) AS crossed`;
      const running = engine.rows(endless, {}, { signal });
      setTimeout(() => controller.abort(), 50);
      await expect(running).rejects.toMatchObject({ code: "ENGINE_CANCELLED" });
      expect(await engine.rows("SELECT CAST(1 AS DOUBLE) AS x")).toEqual([{ x: 1 }]);
    });

    test("does not start a statement that is cancelled already", async () => {
      const signal = AbortSignal.abort();
      await expect(
        engine.run("CREATE TABLE never (x DOUBLE)", {}, { signal }),
      ).rejects.toMatchObject({ code: "ENGINE_CANCELLED" });
      expect(await engine.hasTable("never")).toBe(false);
    });
  });
}
