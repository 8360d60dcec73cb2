import type { ValueDecile, ValueDistribution } from "@kundenwert/contract";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import { usePalette } from "./palette.ts";
import { useMadeOf } from "./use-made-of.ts";

/** Smaller shares stand in the table; on a narrow screen their labels would touch. */
const LABELLED = 0.05;

/** What each tenth of the customers is worth, the most valuable first. */
export function DecileChart({ distribution }: { distribution: ValueDistribution }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { deciles } = distribution;
  const mean = (decile: ValueDecile | undefined) =>
    decile?.revenueDiscounted ? decile.revenueDiscounted / decile.customers : null;
  const reading = t("decile.reading", {
    top: format.money(mean(deciles[0])),
    bottom: format.money(mean(deciles.at(-1))),
    share: format.percent(deciles[0]?.valueShare, 0),
  });
  const columns = [
    { label: t("decile.decile"), format: format.count },
    { label: t("decile.customers"), format: format.count },
    { label: t("decile.value"), format: format.money },
    { label: t("decile.share"), format: (value: number | null) => format.percent(value) },
    { label: t("decile.purchases"), format: (value: number | null) => format.number(value, 0) },
    { label: t("decile.historic"), format: format.money },
  ];
  const rows = deciles.map((each) => [
    each.decile,
    each.customers,
    each.revenueDiscounted,
    each.valueShare,
    each.expectedPurchases,
    each.revenueHistoric,
  ]);
  return (
    <Figure
      title={t("decile.title")}
      reading={reading}
      made={useMadeOf(distribution)}
      option={useOption(deciles)}
      table={{ columns, rows }}
      fileName={`kundenwert-decile-${distribution.asOf}`}
      height={320}
    />
  );
}

function useOption(deciles: readonly ValueDecile[]) {
  const { t } = useTranslation();
  const { shortMoney, percent } = useFormat();
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const say = ([point]: { dataIndex: number }[]) => {
      const each = deciles[point?.dataIndex ?? -1];
      return tooltipText([
        t("decile.place", { n: each?.decile }),
        `${shortMoney(each?.revenueDiscounted)} · ${percent(each?.valueShare)}`,
      ]);
    };
    return {
      ...base,
      tooltip: { ...base.tooltip, formatter: say },
      xAxis: categoryAxis(
        palette,
        deciles.map(({ decile }) => String(decile)),
        t("decile.axis"),
      ),
      yAxis: valueAxis(palette, { format: shortMoney }),
      series: [
        {
          type: "bar",
          data: deciles.map(({ revenueDiscounted }) => revenueDiscounted),
          barMaxWidth: 48,
          itemStyle: { color: palette.first, borderRadius: [3, 3, 0, 0] },
          label: {
            show: true,
            position: "top",
            color: palette.dimmed,
            fontSize: 11,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const share = deciles[dataIndex]?.valueShare ?? 0;
              return share >= LABELLED ? percent(share, 0) : "";
            },
          },
        },
      ],
    };
  }, [deciles, palette, percent, shortMoney, t]);
}
