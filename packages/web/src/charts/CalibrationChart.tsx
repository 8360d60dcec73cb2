import type { Backtest, BacktestMethod } from "@kundenwert/contract";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import { usePalette } from "./palette.ts";

type Props = { score: BacktestMethod; backtest: Backtest };

/** What a method foretold for each tenth of the customers beside what they did. */
export function CalibrationChart({ score, backtest }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const value = useValueFormat(score);
  const method = t(`method.${score.method}`);
  const [top] = score.deciles;
  const reading = t("calibration.reading", {
    method,
    predicted: value(top?.predicted ?? null),
    actual: value(top?.actual ?? null),
    error: format.percent(score.calibrationError, 0),
  });
  const columns = [
    { label: t("decile.decile"), format: format.count },
    { label: t("decile.customers"), format: format.count },
    { label: t("calibration.predicted"), format: value },
    { label: t("calibration.actual"), format: value },
  ];
  const rows = score.deciles.map((each) => [
    each.decile,
    each.customers,
    each.predicted,
    each.actual,
  ]);
  const made = {
    period: t("made.between", {
      from: format.day(backtest.calibrationEnd),
      to: format.day(backtest.holdoutEnd),
    }),
    n: t("made.customers", { n: format.count(backtest.evaluatedCustomers) }),
    basis: t(`made.target.${score.target}`),
    method: t("made.method", { method }),
  };
  return (
    <Figure
      title={t("calibration.title", { target: t(`target.${score.target}`) })}
      reading={reading}
      made={made}
      option={useOption(score)}
      table={{ columns, rows }}
      fileName={`kundenwert-calibration-${score.method}-${score.target}`}
    />
  );
}

function useValueFormat({ target }: BacktestMethod) {
  const { money, number } = useFormat();
  return target === "revenue" ? money : (value: number | null) => number(value);
}

function useOption(score: BacktestMethod) {
  const { t } = useTranslation();
  const { shortMoney, number } = useFormat();
  const value = useValueFormat(score);
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const names = { predicted: t("calibration.forecast"), actual: t("calibration.outcome") };
    const say = ([point]: { dataIndex: number }[]) => {
      const each = score.deciles[point?.dataIndex ?? -1];
      return tooltipText([
        t("decile.place", { n: each?.decile }),
        `${names.predicted}: ${value(each?.predicted ?? null)}`,
        `${names.actual}: ${value(each?.actual ?? null)}`,
      ]);
    };
    const axisFormat = score.target === "revenue" ? shortMoney : (x: number) => number(x, 1);
    return {
      ...base,
      grid: { ...base.grid, top: 44 },
      tooltip: { ...base.tooltip, formatter: say },
      legend: { top: 0, left: 0, itemGap: 24, textStyle: { color: palette.text } },
      xAxis: categoryAxis(
        palette,
        score.deciles.map(({ decile }) => String(decile)),
        t("calibration.axis"),
      ),
      yAxis: valueAxis(palette, { format: axisFormat }),
      series: [
        {
          name: names.actual,
          type: "bar",
          barMaxWidth: 40,
          data: score.deciles.map(({ actual }) => actual),
          // The edge carries the contrast that the soft filling lacks.
          itemStyle: {
            color: palette.soft,
            borderColor: palette.first,
            borderWidth: 1,
            borderRadius: [3, 3, 0, 0],
          },
        },
        {
          name: names.predicted,
          type: "line",
          symbol: "diamond",
          symbolSize: 11,
          data: score.deciles.map(({ predicted }) => predicted),
          lineStyle: { width: 2, color: palette.second },
          itemStyle: { color: palette.second },
        },
      ],
    };
  }, [score, palette, shortMoney, number, value, t]);
}
