import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { METHODS, YARDSTICKS } from "../../src/pipeline/method.ts";
import { openShop, type Shop } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** A small file of orders, written for one test. */
function file(name: string, ...rows: string[]): string {
  const path = join(shop.directory, name);
  writeFileSync(path, `${rows.join("\n")}\n`);
  return path;
}

describe("backtest", () => {
  type Report = {
    calibrationEnd: string;
    holdoutEnd: string;
    customers: number;
    winner: string;
    refused: Record<string, unknown>;
    methods: Record<string, unknown>[];
  };

  test("prints the fields people build on, and every prediction", async () => {
    const predictions = join(shop.directory, "predictions.csv");
    const report = await shop.json<Report>("backtest", "--predictions", predictions);
    expect(report).toMatchObject({ calibrationEnd: "2025-10-31", holdoutEnd: "2026-10-31" });
    const methods = [...new Set(report.methods.map(({ method }) => String(method)))];
    // The shop is too small for the transition method, which says so instead of competing.
    const competing = METHODS.filter((method) => method !== "transition");
    expect([...methods].sort()).toEqual([...competing, ...YARDSTICKS].sort());
    expect(report.refused).toHaveProperty("transition.code", "FEW_CUSTOMERS");
    expect(methods).toContain(report.winner);
    expect(report.methods).toHaveLength(2 * methods.length);
    for (const score of report.methods) {
      expect(["purchases", "revenue"]).toContain(score.target);
      for (const name of ["deviance", "rmse", "mae", "bias", "top10", "top20"]) {
        expect(score[name], name).toBeTypeOf("number");
      }
      // Everyone alike has no order, so neither a rank correlation.
      const isAlike = score.method === "zero" || score.method === "mean";
      expect(score.spearman === null).toBe(isAlike);
      if (!isAlike) expect(score.gini).toBeGreaterThan(0);
    }
    const [header, ...rows] = readFileSync(predictions, "utf8").trimEnd().split("\r\n");
    expect(header).toBe(
      "customer_id,method,predicted_purchases,predicted_revenue,actual_purchases,actual_revenue",
    );
    expect(rows).toHaveLength(report.customers * methods.length);
    expect(new Set(rows.map((row) => row.split(",").slice(0, 2).join())).size).toBe(rows.length);
  });

  test("works on files without touching the workspace, at days of the user's choice", async () => {
    const before = await shop.json<object>("equity");
    const days = ["--calibration-end", "2025-03-31", "--holdout-end", "2025-12-31"];
    const { code, stdout } = await shop.on("--lang", "de", "backtest", shop.orders, ...days);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Kunden bekannt bis 31\.03\.2025 .* vorherzusagen bis 31\.12\.2025/);
    expect(stdout).toMatch(/★ /);
    expect(stdout).toContain("Nicht am MAE messen");
    expect(await shop.json<object>("equity")).toEqual(before);
  });

  test("refuses what cannot be split", async () => {
    const few = file("few.csv", "customer,date,amount", "a,2026-01-01,5", "b,2026-01-02,6");
    const short = await shop.on("--lang", "de", "backtest", few);
    expect(short).toMatchObject({ code: 1, stdout: "" });
    expect(short.stderr).toContain("Abhilfe: Nötig sind mindestens 90 Tage");
    const outside = await shop.on("--lang", "de", "backtest", "--calibration-end", "2031-01-01");
    expect(outside.code).toBe(1);
    expect(outside.stderr).toMatch(/\(2023-11-\d\d bis 2026-10-31\)/);
  });
});
