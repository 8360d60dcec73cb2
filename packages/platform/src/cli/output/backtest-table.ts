import type { BacktestReport, MethodScore, Target } from "../../pipeline/backtest/report.ts";
import type { Speech } from "../language.ts";
import { methodName } from "./method-name.ts";
import { drawScores, placesOf, type ScoreColumn } from "./score-table.ts";

/** A backtest in words and tables: what was foreseen, how well, and how to read it. */
export function describeBacktest(report: BacktestReport, speech: Speech): string {
  const { text, number, day, money } = speech;
  const t = text.backtest;
  const targets: Target[] =
    report.holdoutRevenue === null ? ["purchases"] : ["revenue", "purchases"];
  const caption = t.caption({
    customers: number(report.customers),
    repeaters: number(report.repeaters),
    calibrationEnd: day(report.calibrationEnd),
    holdoutEnd: day(report.holdoutEnd),
    purchases: number(report.holdoutPurchases),
    revenue: money(report.holdoutRevenue),
  });
  const sampled = report.evaluatedCustomers < report.customers;
  return [
    caption,
    ...(sampled ? [t.sampled(number(report.evaluatedCustomers))] : []),
    ...targets.flatMap((target) => ["", `${t.target[target]}:`, toTable(report, target, speech)]),
    "",
    ...reading(report, speech),
    ...Object.entries(report.refused).map(([method, { message }]) =>
      t.refused(methodName(text, method), message),
    ),
  ].join("\n");
}

function toTable(report: BacktestReport, target: Target, speech: Speech): string {
  const { text, number, percent } = speech;
  const digits = placesOf(target);
  const columns: ScoreColumn<MethodScore>[] = [
    ["RMSE", ({ rmse }) => number(rmse, digits)],
    ["MAE", ({ mae }) => number(mae, digits)],
    ["Bias", ({ bias }) => number(bias, 3)],
    ["Spearman", ({ spearman }) => number(spearman, 3)],
    ["Gini", ({ gini }) => number(gini, 3)],
    ["Top 10 %", ({ top10 }) => percent(top10)],
    ["Top 20 %", ({ top20 }) => percent(top20)],
    [text.backtest.calibration, ({ calibrationError }) => number(calibrationError, 3)],
  ];
  return drawScores(report, target, columns, speech);
}

function reading({ methods, winner, reason }: BacktestReport, speech: Speech): string[] {
  const { text, percent, number } = speech;
  const t = text.backtest;
  const of = (method: string) =>
    methods.find((score) => score.method === method && score.target === reason.target);
  const signed = (share: number | undefined) => percent(share ?? null);
  return [
    t.reading({
      winner: methodName(text, winner),
      target: t.target[reason.target],
      runnerUp: methodName(text, reason.runnerUp ?? ""),
      difference: signed(reason.difference),
      low: signed(reason.low),
      high: signed(reason.high),
    }),
    t.maeWarning(number(of("zero")?.mae ?? null, 2), number(of(winner)?.mae ?? null, 2)),
  ];
}
