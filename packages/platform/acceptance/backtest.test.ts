/** The backtest on CDNOW beside the published numbers of the peers. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import type { BacktestReport, MethodScore } from "../src/pipeline/backtest/report.ts";
import { json } from "./kundenwert.ts";

const directory = mkdtempSync(join(tmpdir(), "kundenwert-acceptance-"));
afterAll(() => rmSync(directory, { recursive: true }));
const predictions = join(directory, "predictions.csv");
const report = json<BacktestReport>(
  "backtest",
  join(inject("datasets"), "cdnow/cdnow_full.csv.gz"),
  ...["--calibration-end", "1997-09-30", "--holdout-end", "1998-06-30", "--format", "json"],
  ...["--predictions", predictions],
);
const score = (method: string, target: string) =>
  report.methods.find((one) => one.method === method && one.target === target) as MethodScore;

test("splits as told and counts what was held out", () => {
  expect(report).toMatchObject({
    calibrationEnd: "1997-09-30",
    holdoutEnd: "1998-06-30",
    customers: 23_570,
    repeaters: 9_451,
    holdoutPurchases: 19_684,
  });
  expect(report.holdoutRevenue).toBeCloseTo(776_961.13, 2);
});

test("reaches the peers' accuracy for revenue with MBG/NBD and Gamma-Gamma of all purchases", () => {
  const { rmse, gini } = score("mbg-nbd", "revenue");
  expect(rmse).toBeLessThanOrEqual(93.3);
  expect(gini).toBeGreaterThanOrEqual(0.713);
});

test.each([
  [
    "bg-nbd",
    "purchases",
    {
      mae: 0.8187,
      rmse: 1.7329,
      spearman: 0.442,
      gini: 0.6626,
      top10: 0.4558,
      top20: 0.6295,
      bias: 0.8572,
    },
  ],
  [
    "mbg-nbd",
    "purchases",
    {
      mae: 0.7945,
      rmse: 1.7396,
      spearman: 0.4454,
      gini: 0.6655,
      top10: 0.4591,
      top20: 0.6303,
      bias: 0.8095,
    },
  ],
  [
    "formula",
    "purchases",
    {
      mae: 1.9094,
      rmse: 2.6603,
      spearman: 0.4393,
      gini: 0.6644,
      top10: 0.4436,
      top20: 0.6265,
      bias: 2.9157,
    },
  ],
  [
    "repeat-rate",
    "purchases",
    {
      mae: 1.0381,
      rmse: 2.1582,
      spearman: 0.485,
      gini: 0.6569,
      top10: 0.4436,
      top20: 0.6265,
      bias: 1.4738,
    },
  ],
  [
    "last-window",
    "purchases",
    {
      mae: 1.589,
      rmse: 2.2678,
      spearman: 0.4852,
      gini: 0.6543,
      top10: 0.4413,
      top20: 0.6222,
      bias: 2.4338,
    },
  ],
  [
    "bg-nbd",
    "revenue",
    {
      mae: 32.1925,
      rmse: 92.9349,
      spearman: 0.4292,
      gini: 0.7095,
      top10: 0.524,
      top20: 0.6877,
      bias: 0.8101,
    },
  ],
  [
    "mbg-nbd",
    "revenue",
    {
      mae: 31.4616,
      rmse: 93.1765,
      spearman: 0.4398,
      gini: 0.7142,
      top10: 0.5248,
      top20: 0.688,
      bias: 0.7679,
    },
  ],
  [
    "formula",
    "revenue",
    {
      mae: 71.4285,
      rmse: 154.0628,
      spearman: 0.3975,
      gini: 0.6977,
      top10: 0.4989,
      top20: 0.6646,
      bias: 2.6557,
    },
  ],
  [
    "repeat-rate",
    "revenue",
    {
      mae: 42.361,
      rmse: 132.6672,
      spearman: 0.4794,
      gini: 0.6834,
      top10: 0.5099,
      top20: 0.6769,
      bias: 1.4557,
    },
  ],
  ["mean", "revenue", { mae: 76.1804, rmse: 130.9847, gini: 0, bias: 2.2181 }],
  ["zero", "revenue", { mae: 32.964, rmse: 128.9628, gini: 0, bias: 0 }],
] as const)(
  "gives %s the measures of %s that an independent program has",
  (method, target, known) => {
    const measured = score(method, target);
    for (const [name, value] of Object.entries(known)) {
      // Four digits are printed there. Customers with equal forecasts share their place here, whose
      // order is chance there: the top shares may differ by that.
      const digits = name.startsWith("top") ? 2 : 3;
      expect(measured[name as keyof MethodScore], name).toBeCloseTo(value, digits);
    }
  },
);

test("fits to the log-likelihoods that are known", () => {
  const known = { "bg-nbd": -95_368.443933, "mbg-nbd": -95_336.95832 };
  for (const [model, logLikelihood] of Object.entries(known)) {
    const fit = report.fits.find((one) => one.model === model);
    expect((fit?.logLikelihood ?? 0) / logLikelihood).toBeCloseTo(1, 8);
  }
});

test("writes every prediction in long form", () => {
  const lines = readFileSync(predictions, "utf8").trimEnd().split("\r\n");
  expect(lines[0]).toBe(
    "customer_id,method,predicted_purchases,predicted_revenue,actual_purchases,actual_revenue",
  );
  expect(lines).toHaveLength(1 + 10 * 23_570);
});
