import type { BacktestReport, MethodScore, Target } from "../../pipeline/backtest/report.ts";
import type { Speech } from "../language.ts";
import { drawTable } from "./table.ts";

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
      t.refused(text.methods[method] ?? method, message),
    ),
  ].join("\n");
}

function toTable({ methods, winner }: BacktestReport, target: Target, speech: Speech): string {
  const { text, number, percent } = speech;
  const t = text.backtest;
  const digits = target === "revenue" ? 2 : 3;
  const cell = (value: number | null, places = 3) => number(value, places);
  const row = (score: MethodScore) => [
    `${score.method === winner ? "★ " : "  "}${text.methods[score.method] ?? score.method}`,
    cell(score.deviance, digits),
    `${cell(score.devianceLow, digits)} – ${cell(score.devianceHigh, digits)}`,
    cell(score.rmse, digits),
    cell(score.mae, digits),
    cell(score.bias),
    cell(score.spearman),
    cell(score.gini),
    percent(score.top10),
    percent(score.top20),
    cell(score.calibrationError),
  ];
  const titles = [
    t.deviance,
    t.interval,
    "RMSE",
    "MAE",
    "Bias",
    "Spearman",
    "Gini",
    "Top 10 %",
    "Top 20 %",
    t.calibration,
  ];
  return drawTable(
    [{ title: t.method }, ...titles.map((title) => ({ title, align: "right" as const }))],
    methods
      .filter((score) => score.target === target)
      .toSorted((one, other) => one.deviance - other.deviance)
      .map(row),
  );
}

function reading({ methods, winner, reason }: BacktestReport, speech: Speech): string[] {
  const { text, percent, number } = speech;
  const t = text.backtest;
  const of = (method: string) =>
    methods.find((score) => score.method === method && score.target === reason.target);
  const name = (method: string | undefined) => text.methods[method ?? ""] ?? String(method);
  const signed = (share: number | undefined) => percent(share ?? null);
  return [
    t.reading({
      winner: name(winner),
      target: t.target[reason.target],
      runnerUp: name(reason.runnerUp),
      difference: signed(reason.difference),
      low: signed(reason.low),
      high: signed(reason.high),
    }),
    t.maeWarning(number(of("zero")?.mae ?? null, 2), number(of(winner)?.mae ?? null, 2)),
  ];
}
