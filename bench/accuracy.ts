/**
 * How well every method foresees held-out time on public logs, by the product's own backtest:
 *
 *   npm run bench -- accuracy [part of a split's name]
 *
 * Reads the data sets from KUNDENWERT_DATASETS or ../shared/datasets. Ends with the bars: the
 * transition method against the formula and against Pareto/NBD, with 95 % paired bootstrap
 * intervals over customers.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { evaluation } from "../packages/models/src/index.ts";
import { columnOf } from "../packages/platform/src/pipeline/backtest/column-of.ts";
import type { BacktestReport } from "../packages/platform/src/pipeline/backtest/report.ts";
import { runBacktest } from "../packages/platform/src/pipeline/backtest/run-backtest.ts";
import { METHODS, type Method } from "../packages/platform/src/pipeline/method.ts";
import { readTransitionFit } from "../packages/platform/src/pipeline/transition/transition-fit.ts";
import { importFile } from "../packages/platform/src/sources/import-file.ts";
import { openWorkspace, type Workspace } from "../packages/platform/src/workspace/workspace.ts";
import { type AccuracySplit, fileOf, SPLITS } from "./accuracy-splits.ts";

const SEED = 1997;
/** 80 % of a normal lie within this many standard deviations; drift as in sql/equity.sql. */
const EIGHTY_PERCENT = 1.2816;
const DRIFT = 0.3;

type Difference = { readonly estimate: number; readonly lower: number; readonly upper: number };

type Measured = {
  readonly split: AccuracySplit;
  readonly formula: Difference;
  readonly pareto: Difference;
  readonly maeAgainstFormula: number;
  readonly bias: number;
  readonly decileError: number;
  /** Decile totals inside their nominal 80 % interval, of ten. */
  readonly covered: number;
};

const datasets = resolve(process.env.KUNDENWERT_DATASETS ?? "../shared/datasets");
const wanted = process.argv[2] ?? "";
const scratch = mkdtempSync(join(tmpdir(), "kundenwert-accuracy-"));
const results: Measured[] = [];
for (const split of SPLITS.filter(({ name }) => name.includes(wanted))) {
  results.push(await measure(split));
}
rmSync(scratch, { recursive: true });
process.exit(reportBars(results) ? 0 : 1);

async function measure(split: AccuracySplit): Promise<Measured> {
  const directory = join(scratch, split.name.replaceAll(/\W+/g, "-"));
  mkdirSync(directory);
  writeFileSync(join(directory, "kundenwert.yaml"), `currency: ${split.currency}\n`);
  const workspace = await openWorkspace(directory, { command: "bench" });
  await importFile(workspace, fileOf(split, datasets, scratch));
  const before = process.cpuUsage();
  const report = await runBacktest(workspace, {
    calibrationEnd: new Date(split.calibrationEnd),
    holdoutEnd: new Date(split.holdoutEnd),
  });
  const { user, system } = process.cpuUsage(before);
  if (!report) throw new Error(`${split.name}: there is no backtest`);
  console.log(`\n${split.name}: ${split.target} of ${report.customers} customers`);
  console.log(`  ${((user + system) / 1e6).toFixed(1)} CPU s, winner ${report.winner}`);
  printMethods(report, split);
  const measured = await compare(workspace, split);
  await workspace.close();
  return measured;
}

function printMethods({ methods }: BacktestReport, { target }: AccuracySplit): void {
  console.log(
    "  method              deviance      RMSE       MAE    Gini  top 20 %   bias  deciles",
  );
  for (const score of methods.filter((one) => one.target === target)) {
    const { deviance, rmse, mae, gini, top20, bias, calibrationError } = score;
    const cells = [
      score.method.padEnd(18),
      deviance.toFixed(3).padStart(9),
      rmse.toFixed(2).padStart(9),
      mae.toFixed(2).padStart(9),
      (gini ?? 0).toFixed(3).padStart(7),
      top20.toFixed(3).padStart(9),
      bias.toFixed(2).padStart(6),
      calibrationError.toFixed(3).padStart(8),
    ];
    console.log(`  ${cells.join(" ")}`);
  }
}

async function compare(workspace: Workspace, split: AccuracySplit): Promise<Measured> {
  const { predictions, actual } = await readPredictions(workspace, split);
  const against = (reference: Method): Difference => {
    const { transition } = evaluation.bootstrapIntervals(predictions, actual, {
      seed: SEED,
      resamples: 500,
      reference,
    });
    const found = transition?.relativeDevianceDifference;
    if (!found) throw new Error(`${split.name}: the transition method did not compete`);
    console.log(`  against ${reference.padEnd(11)} ${percent(found)} deviance`);
    return found;
  };
  const formula = against("formula");
  const pareto = against("pareto-nbd");
  const of = (method: Method) => evaluation.evaluate(predictions[method] as Float64Array, actual);
  const { mae, bias, decileError, deciles } = of("transition");
  const dispersion = await dispersionOf(workspace, split);
  const covered = deciles.filter(({ customers, predictedMean, actualMean }) => {
    const spread = Math.hypot(Math.sqrt(dispersion / (customers * predictedMean)), DRIFT);
    return Math.abs(Math.log(actualMean / predictedMean)) <= EIGHTY_PERCENT * spread;
  }).length;
  const maeAgainstFormula = mae / of("formula").mae - 1;
  return { split, formula, pareto, maeAgainstFormula, bias, decileError, covered };
}

async function readPredictions({ engine }: Workspace, { target }: AccuracySplit) {
  const names = METHODS.map((method) => `${columnOf(method)}_${target} AS ${columnOf(method)}`);
  const columns = await engine.columns(
    `SELECT actual_${target} AS actual, ${names.join(", ")} FROM backtest_prediction ORDER BY place`,
  );
  const all = METHODS.map((method) => [method, columns[columnOf(method)] as Float64Array] as const);
  const predictions = Object.fromEntries(all.filter(([, values]) => !values.some(Number.isNaN)));
  return { predictions, actual: columns.actual as Float64Array };
}

/** As it was on windows that had passed by the end of calibration. */
async function dispersionOf({ engine }: Workspace, { target }: AccuracySplit): Promise<number> {
  const fit = await readTransitionFit(engine, "calibration_transition_fit");
  if (fit.model === "refused") return 0;
  return fit.windows[0]?.targets[target]?.ratio.dispersion ?? 0;
}

function reportBars(measured: readonly Measured[]): boolean {
  const named = ({ split }: Measured) => split.name;
  const failing = (isMet: (one: Measured) => boolean) =>
    measured.filter((one) => !isMet(one)).map(named);
  const paretos = measured.map(({ pareto }) => pareto.estimate).toSorted((a, b) => a - b);
  const median = paretos[Math.floor(paretos.length / 2)] ?? 0;
  const lower = measured.filter(({ pareto }) => pareto.upper < 0).length;
  const covered = measured.reduce((sum, one) => sum + one.covered, 0) / (10 * measured.length);
  const calm = measured.filter(({ split }) => !split.isPreChristmas);
  const bars: [string, boolean, string][] = [
    bar(
      "deviance significantly below the formula's",
      failing(({ formula }) => formula.upper < 0),
    ),
    bar(
      "MAE at least 7 % below the formula's",
      failing((one) => one.maeAgainstFormula <= -0.07),
    ),
    bar(
      "deviance never above Pareto/NBD + 1 %",
      failing(({ pareto }) => pareto.upper <= 0.01),
    ),
    [
      "deviance significantly below Pareto/NBD on 5 of 7",
      lower >= Math.ceil((5 / 7) * measured.length),
      `${lower} of ${measured.length}`,
    ],
    ["median at least 5 % below Pareto/NBD", median <= -0.05, `${(100 * median).toFixed(1)} %`],
    bar(
      "|log total bias| at most 0.20, before Christmas apart",
      calm.filter(({ bias }) => Math.abs(Math.log(bias)) > 0.2).map(named),
    ),
    bar(
      "decile error at most 0.25",
      failing(({ decileError }) => decileError <= 0.25),
    ),
    [
      "nominal 80 % intervals cover 70 to 90 % of decile totals",
      covered >= 0.7 && covered <= 0.9,
      `${(100 * covered).toFixed(0)} %`,
    ],
  ];
  console.log("");
  for (const [name, isMet, detail] of bars)
    console.log(`${isMet ? "met    " : "NOT MET"} ${name}: ${detail}`);
  return bars.every(([, isMet]) => isMet);
}

function bar(name: string, failing: readonly string[]): [string, boolean, string] {
  return [
    name,
    failing.length === 0,
    failing.length === 0 ? "on all" : `not on ${failing.join(", ")}`,
  ];
}

function percent({ estimate, lower, upper }: Difference): string {
  const [mean, low, high] = [estimate, lower, upper].map((share) => (100 * share).toFixed(1));
  return `${mean} % [${low}, ${high}]`;
}
