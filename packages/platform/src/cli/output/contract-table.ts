import type {
  ContractBacktest,
  ContractReport,
  ContractScore,
  ContractTarget,
} from "../../pipeline/contract/contract-report.ts";
import type { Speech } from "../language.ts";
import { methodName } from "./method-name.ts";
import { drawScores, placesOf, type ScoreColumn } from "./score-table.ts";

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

function toTable(backtest: ContractBacktest, target: ContractTarget, speech: Speech): string {
  const { text, number, percent } = speech;
  const digits = placesOf(target);
  const columns: ScoreColumn<ContractScore>[] = [
    [text.contract.likelihood, ({ logLikelihood }) => number(logLikelihood, 4)],
    ["RMSE", ({ rmse }) => number(rmse, digits)],
    ["MAE", ({ mae }) => number(mae, digits)],
    ["Bias", ({ bias }) => number(bias, 3)],
    ["Gini", ({ gini }) => number(gini, 3)],
    ["Top 10 %", ({ top10 }) => percent(top10)],
    [text.backtest.calibration, ({ calibrationError }) => number(calibrationError, 3)],
  ];
  return drawScores(backtest, target, columns, speech);
}
