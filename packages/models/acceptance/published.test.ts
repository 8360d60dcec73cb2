/** Published and recomputed numbers on the public data sets; each row names its source. */
import { beforeAll, describe, expect, inject, test } from "vitest";
import { dayOf, type Purchase, readRows, type Split, split } from "../bench/data-sets.ts";
import { bgBb, bgNbd, expectedTracking, gammaGamma, mbgNbd, paretoNbd } from "../src/index.ts";

const datasets = inject("datasets");
const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);

function purchasesOf(file: string, names: { customer: string; amount: string }): Purchase[] {
  return readRows(datasets, file).map((row) => ({
    customer: row[names.customer] as string,
    day: dayOf(row.date as string),
    amount: Number(row[names.amount]),
  }));
}

describe("the CDNOW sample, calibrated to 1997-09-30, weeks of days/7", () => {
  let sample: Split;
  let purchases: Purchase[];
  beforeAll(() => {
    const names = { customer: "customer_id", amount: "amount" };
    purchases = purchasesOf("cdnow/cdnow_sample.csv.gz", names);
    sample = split(purchases, "1997-09-30", "1998-06-30");
  });

  // Recomputed with 25 to 80 digits from the published likelihoods, rows 1 to 3 of the reference.
  test.each([
    [
      "BG/NBD",
      bgNbd,
      { r: 0.24259452243, alpha: 4.41360201901, a: 0.792922017226, b: 2.42590677683 },
      { r: 0.012557378, alpha: 0.37822406, a: 0.18573382, b: 0.70541426 },
      1653.40869794,
      1917.27767104,
    ],
    [
      "MBG/NBD",
      mbgNbd,
      { r: 0.524843159106, alpha: 6.18308527958, a: 0.891359390732, b: 1.61400224017 },
      { r: 0.083268207, alpha: 0.69562064, a: 0.15478993, b: 0.5374948 },
      1576.7283019,
      1057.63637051,
    ],
    [
      "Pareto/NBD",
      paretoNbd,
      { r: 0.553277046853, alpha: 10.5776834633, s: 0.606239989128, beta: 11.6687352889 },
      { r: 0.047627926, alpha: 0.84272253, s: 0.18728134, beta: 6.2111136 },
      1665.51310721,
      1051.87524718,
    ],
  ] as const)(
    "gives %s its parameters, standard errors and totals",
    (_, model, params, errors, expected, alive) => {
      const { summary } = sample;
      const fit = model.fit(summary);
      // The optimum is flat: parameters agree to 6 digits where log-likelihoods agree to 10.
      for (const [name, value] of Object.entries(params)) {
        expect((fit.params as Record<string, number>)[name] / value, name).toBeCloseTo(1, 6);
      }
      for (const [name, value] of Object.entries(errors)) {
        const error = (fit.standardErrors as Record<string, number>)[name];
        expect(error / value, name).toBeCloseTo(1, 5);
      }
      // At the reference's own parameters, which have 12 digits (row 63).
      const given = params as never;
      expect(total(model.expectedPurchases(given, summary, 39)) / expected).toBeCloseTo(1, 9);
      expect(total(model.probabilityAlive(given, summary)) / alive).toBeCloseTo(1, 9);
    },
  );

  test("gives Gamma-Gamma its parameters and standard errors (row 5)", () => {
    const { summary, meanOfRepeats } = sample;
    const frequency = summary.frequency.map((x, i) => ((meanOfRepeats[i] ?? 0) > 0 ? x : 0));
    const fit = gammaGamma.fit({ frequency, monetaryValue: meanOfRepeats });
    const known = { p: 6.24957227132, q: 3.74422466713, v: 15.4435209626 };
    const errors = { p: 1.1900518, q: 0.29013258, v: 4.1594104 };
    for (const name of ["p", "q", "v"] as const) {
      expect(fit.params[name] / known[name], name).toBeCloseTo(1, 6);
      expect(fit.standardErrors[name] / errors[name], name).toBeCloseTo(1, 5);
    }
  });

  test("tracks repeat purchases of weeks 20 to 25 as the BTYD vignette does (row 61)", () => {
    const first = new Map<string, number>();
    for (const { customer, day } of purchases) {
      first.set(customer, Math.min(first.get(customer) ?? Number.POSITIVE_INFINITY, day));
    }
    const start = dayOf("1997-01-01");
    const joined = Float64Array.from(first.values(), (day) => (day - start) / 7);
    const weeks = Float64Array.from({ length: 25 }, (_, week) => week + 1);
    const { params } = bgNbd.fit(sample.summary);
    const { cumulative } = expectedTracking(bgNbd, params, joined, weeks);
    const printed = [1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.6];
    // The vignette's weeks begin with the last birth period at whole weeks: half a purchase apart.
    printed.forEach((value, i) => {
      expect(cumulative[19 + i] / value).toBeCloseTo(1, 2);
    });
  });

  test("expects of each group by frequency what the vignette does (row 62)", () => {
    const { summary, holdoutPurchases } = sample;
    const bins = Array.from({ length: 8 }, () => ({ n: 0, expected: 0, actual: 0 }));
    const { params } = bgNbd.fit(summary);
    const expected = bgNbd.expectedPurchases(params, summary, 39);
    summary.frequency.forEach((x, i) => {
      const bin = bins[Math.min(x, 7)];
      bin.n++;
      bin.expected += expected[i];
      bin.actual += holdoutPurchases[i];
    });
    expect(bins.map(({ n }) => n)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    const known = [
      0.2250893, 0.5231364, 1.044126, 1.520256, 2.163824, 2.653789, 3.503957, 6.157036,
    ];
    const actual = [0.237, 0.697, 1.393, 1.56, 2.532, 2.947, 3.862, 6.359];
    bins.forEach((bin, x) => {
      // The vignette's parameters end at 5 digits.
      expect(bin.expected / bin.n / known[x]).toBeCloseTo(1, 4);
      expect(bin.actual / bin.n).toBeCloseTo(actual[x], 3);
    });
  });
});

test("fits apparelTrans to 2006-12-31 as recomputed (row 9)", () => {
  const rows = purchasesOf("clvtools_apparel/apparel_trans.csv.gz", {
    customer: "id",
    amount: "price",
  });
  const { summary } = split(rows, "2006-12-31", "2010-12-20");
  expect(summary.T).toHaveLength(600);
  const pareto = paretoNbd.fit(summary);
  const known = { r: 1.44893921, alpha: 48.634883, s: 0.5612509, beta: 46.88209 };
  for (const [name, value] of Object.entries(known)) {
    // Recomputed in double precision on a flat optimum.
    expect(pareto.params[name as keyof typeof known] / value, name).toBeCloseTo(1, 3);
  }
  expect(pareto.logLikelihood / -5848.09782692).toBeCloseTo(1, 10);
  expect(bgNbd.fit(summary).logLikelihood / -5857.01974891).toBeCloseTo(1, 10);
});

test("fits the donations and foresees them as lifetimes prints (rows 6 and 51)", () => {
  const rows = readRows(datasets, "btyd_donations/donations_rf_matrix_calibration.csv.gz");
  const column = (name: string) => Float64Array.from(rows, (row) => Number(row[name]));
  const weight = column("custs");
  const summary = { frequency: column("x"), recency: column("t.x"), T: column("n.cal"), weight };
  const { params, logLikelihood } = bgBb.fit(summary);
  expect(logLikelihood / -33225.581274347).toBeCloseTo(1, 12);
  const known = {
    alpha: 1.2035223516,
    beta: 0.749716358173,
    gamma: 0.656718208442,
    delta: 2.78344223258,
  };
  for (const [name, value] of Object.entries(known)) {
    expect(params[name as keyof typeof params] / value, name).toBeCloseTo(1, 7);
  }
  const ahead = bgBb.expectedPurchases(params, summary, 5);
  const sum = ahead.reduce((all, value, i) => all + value * weight[i], 0);
  // Printed with one digit, from parameters of three.
  expect(sum).toBeCloseTo(12_884.2, 0);
});
