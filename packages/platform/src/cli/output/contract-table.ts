import type {
  ContractBacktest,
  ContractReport,
  ContractScore,
  ContractTarget,
} from "../../pipeline/contract/contract-report.ts";
import type { Speech } from "../language.ts";
import { methodName } from "./method-name.ts";
import { drawTable } from "./table.ts";

/** What was found about contracts: their backtest in words and tables, and what was left out. */
export function describeContracts(report: ContractReport, speech: Speech): string {
  const { text, number, money, day } = speech;
  const t = text.contract;
  const { data, backtest, observedFrom } = report;
  const n = (name: string) => number(data[name] ?? 0);
  return [
    t.title(
      number((data.active ?? 0) + (data.paused ?? 0)),
      n("ended"),
      money(data.monthly_fees ?? 0),
    ),
    ...Object.entries(t.left).flatMap(([name, say]) => (data[name] ? [say(n(name))] : [])),
    ...(observedFrom ? [t.observed(day(observedFrom))] : []),
    ...(backtest ? describeBacktest(backtest, speech) : [t.tooLittle]),
  ].join("\n");
}

function describeBacktest(backtest: ContractBacktest, speech: Speech): string[] {
  const { text, number, money, day, percent } = speech;
  const t = text.contract;
  const targets: ContractTarget[] = ["months", "revenue"];
  const { winner, reason } = backtest;
  return [
    t.caption({
      contracts: number(backtest.contracts),
      calibrationEnd: day(backtest.calibrationEnd),
      holdoutEnd: day(backtest.holdoutEnd),
      lost: number(backtest.lost),
      months: number(backtest.months),
      revenue: money(backtest.revenue),
    }),
    ...targets.flatMap((target) => ["", `${t.target[target]}:`, toTable(backtest, target, speech)]),
    "",
    t.reading({
      winner: methodName(text, winner),
      runnerUp: methodName(text, reason.runnerUp ?? ""),
      difference: percent(reason.difference ?? null),
      low: percent(reason.low ?? null),
      high: percent(reason.high ?? null),
    }),
  ];
}

function toTable(
  { methods, winner }: ContractBacktest,
  target: ContractTarget,
  { text, number, percent }: Speech,
): string {
  const t = text.backtest;
  const digits = target === "revenue" ? 2 : 3;
  const row = (score: ContractScore) => [
    `${score.method === winner ? "★ " : "  "}${methodName(text, score.method)}`,
    number(score.deviance, digits),
    `${number(score.devianceLow, digits)} – ${number(score.devianceHigh, digits)}`,
    number(score.logLikelihood, 4),
    number(score.rmse, digits),
    number(score.mae, digits),
    number(score.bias, 3),
    number(score.gini, 3),
    percent(score.top10),
    number(score.calibrationError, 3),
  ];
  const titles = [
    t.deviance,
    t.interval,
    text.contract.likelihood,
    "RMSE",
    "MAE",
    "Bias",
    "Gini",
    "Top 10 %",
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
