/**
 * Fits the models to the public data sets and compares them with what is published or was
 * recomputed with 25 digits: `node --conditions=source packages/models/bench/fits.ts DIR`, DIR
 * the folder of the data sets (or KUNDENWERT_DATASETS). Exit code 1 if a log-likelihood is off by
 * more than 1e-8 relative.
 */
import type { Fit } from "../src/fit.ts";
import { bgBb, bgNbd, gammaGamma, mbgNbd, paretoNbd, shiftedBetaGeometric } from "../src/index.ts";
import { dayOf, readRows, type Split, split } from "./data-sets.ts";

type Case = { data: string; fit: () => Fit<Record<string, number>>; reference: number };

const TOLERANCE = 1e-8;

const folder = process.argv[2] ?? process.env.KUNDENWERT_DATASETS;
if (folder === undefined) {
  console.error("Name the folder of the data sets, as an argument or in KUNDENWERT_DATASETS.");
  process.exit(2);
}

function cases(directory: string): Case[] {
  const cdnow = (file: string) =>
    split(
      readRows(directory, `cdnow/${file}`).map((row) => ({
        customer: row.customer_id,
        day: dayOf(row.date),
        amount: Number(row.amount),
      })),
      "1997-09-30",
      "1998-06-30",
    );
  const apparel = split(
    readRows(directory, "clvtools_apparel/apparel_trans.csv.gz").map((row) => ({
      customer: row.id,
      day: dayOf(row.date),
      amount: Number(row.price),
    })),
    "2006-12-31",
    "2010-12-20",
  );
  return [
    ...purchaseCases(
      "CDNOW sample",
      cdnow("cdnow_sample.csv.gz"),
      [-9582.42920667393, -9582.13571555375, -9594.97617893954, -4055.9176948019],
    ),
    ...purchaseCases(
      "CDNOW full",
      cdnow("cdnow_full.csv.gz"),
      [-95368.443933, -95336.95832, -95415.118619, -40763.476261],
    ),
    ...purchaseCases(
      "apparelTrans",
      apparel,
      [-5857.01974891, -5848.045279, -5848.09782692, -1670.663044],
    ),
    donations(directory),
    ...renewals(directory),
  ];
}

function purchaseCases(data: string, { summary, meanOfRepeats }: Split, values: number[]): Case[] {
  const buyers = meanOfRepeats.map((mean) => (mean > 0 ? 1 : 0));
  const spend = {
    frequency: summary.frequency.map((x, i) => x * buyers[i]),
    monetaryValue: meanOfRepeats,
  };
  const fits = [
    () => bgNbd.fit(summary),
    () => mbgNbd.fit(summary),
    () => paretoNbd.fit(summary),
    () => gammaGamma.fit(spend),
  ];
  return fits.map((fit, i) => ({ data, fit, reference: values[i] }));
}

function donations(directory: string): Case {
  const rows = readRows(directory, "btyd_donations/donations_rf_matrix_calibration.csv.gz");
  const column = (name: string) => Float64Array.from(rows, (row) => Number(row[name]));
  const summary = {
    frequency: column("x"),
    recency: column("t.x"),
    T: column("n.cal"),
    weight: column("custs"),
  };
  return { data: "donations", fit: () => bgBb.fit(summary), reference: -33225.581274347 };
}

/** Fader & Hardie (2007), Table 1: seven years of two cohorts of 1000. */
function renewals(directory: string): Case[] {
  const rows = readRows(directory, "sbg_example/sbg_survival_pct.csv.gz").slice(0, 8);
  const fit = (name: string) => () =>
    shiftedBetaGeometric.fit(rows.map((row) => 10 * Number(row[name])));
  return [
    { data: "sBG high end", fit: fit("high_end"), reference: -1611.15814739 },
    { data: "sBG regular", fit: fit("regular"), reference: -1680.26518846 },
  ];
}

let isOff = false;
for (const { data, fit, reference } of cases(folder)) {
  const begin = process.cpuUsage();
  const { model, params, standardErrors, logLikelihood, iterations, warnings } = fit();
  const { user, system } = process.cpuUsage(begin);
  const error = Math.abs(logLikelihood / reference - 1);
  isOff ||= error > TOLERANCE;
  const estimates = Object.entries(params).map(
    ([name, value]) => `${name} ${value.toPrecision(8)} (${standardErrors[name].toPrecision(4)})`,
  );
  console.log(
    [
      data.padEnd(13),
      model.padEnd(11),
      logLikelihood.toFixed(6).padStart(14),
      `reference ${reference} off ${error.toExponential(1)}`,
      `${((user + system) / 1e6).toFixed(3)} CPU s, ${iterations} steps`,
      estimates.join("  "),
      warnings.map(({ code }) => code).join(" "),
    ].join("  "),
  );
}
if (isOff) {
  console.error(`A log-likelihood is off by more than ${TOLERANCE} relative.`);
  process.exit(1);
}
