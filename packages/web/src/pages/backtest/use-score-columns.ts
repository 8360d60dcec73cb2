import type { BacktestMethod } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { UNKNOWN, useFormat } from "../../i18n/format.ts";

type Value = number | null;

export type ScoreColumn = {
  readonly label: string;
  /** What it measures and in which direction it is better. */
  readonly hint: string;
  raw(score: BacktestMethod): Value;
  show(score: BacktestMethod): string;
  /** The 95 % bootstrap interval. */
  interval?(score: BacktestMethod): string;
};

const MEASURES = [
  "deviance",
  "bias",
  "gini",
  "top10",
  "top20",
  "rmse",
  "mae",
  "spearman",
  "calibrationError",
] as const;
const SHARES: readonly string[] = ["bias", "top10", "top20", "calibrationError"];
const INTERVALS = {
  deviance: ["devianceLow", "devianceHigh"],
  bias: ["biasLow", "biasHigh"],
  gini: ["giniLow", "giniHigh"],
} as const;

/** The measures of the backtest: the one that decides first, the one that misleads late. */
export function useScoreColumns(): ScoreColumn[] {
  const { t } = useTranslation();
  const { percent, number } = useFormat();
  return MEASURES.map((name) => {
    const format = (value: Value) =>
      SHARES.includes(name) ? percent(value, 1) : number(value, digits(value));
    const bounds = name in INTERVALS ? INTERVALS[name as keyof typeof INTERVALS] : undefined;
    return {
      label: t(`score.${name}`),
      hint: t(`score.${name}.hint`),
      raw: (score) => score[name],
      show: (score) => format(score[name]),
      ...(bounds && {
        interval: (score) => {
          const [low, high] = [score[bounds[0]], score[bounds[1]]];
          return low === null || high === null ? UNKNOWN : `${format(low)} – ${format(high)}`;
        },
      }),
    };
  });
}

/** About three digits that say something. */
function digits(value: Value): number {
  const size = Math.abs(value ?? 0);
  return size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
}
