import type { ValueClass, ValueDistribution } from "@kundenwert/contract";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import { usePalette } from "./palette.ts";
import { useMadeOf } from "./use-made-of.ts";

/** How many customers are worth how much, in classes of 1, 2, 5, 10 … */
export function ClassChart({ distribution }: { distribution: ValueDistribution }) {
  const { t } = useTranslation();
  const { count, money, wholeMoney, percent } = useFormat();
  const { classes, customers } = distribution;
  const name = useClassName();
  const commonest = classes.toSorted((a, b) => b.customers - a.customers)[0];
  const top = classes.at(-1);
  const reading = t("class.reading", {
    n: count(commonest?.customers),
    share: percent((commonest?.customers ?? 0) / customers, 0),
    commonest: commonest ? name(commonest) : "–",
    top: count(top?.customers),
    bound: wholeMoney(top?.lowerBound),
  });
  const columns = [
    { label: t("class.class") },
    { label: t("decile.customers"), format: count },
    { label: t("decile.value"), format: money },
  ];
  const rows = classes.map((each) => [name(each), each.customers, each.revenueDiscounted]);
  return (
    <Figure
      title={t("class.title")}
      reading={reading}
      made={useMadeOf(distribution)}
      option={useOption(classes)}
      table={{ columns, rows }}
      fileName={`kundenwert-classes-${distribution.asOf}`}
      height={320}
    />
  );
}

function useClassName() {
  const { t } = useTranslation();
  const { wholeMoney } = useFormat();
  return ({ lowerBound, upperBound }: ValueClass) =>
    t("class.between", { low: wholeMoney(lowerBound), high: wholeMoney(upperBound) });
}

function useOption(classes: readonly ValueClass[]) {
  const { t } = useTranslation();
  const { count, money, shortMoney } = useFormat();
  const palette = usePalette();
  const name = useClassName();
  return useMemo(() => {
    const base = chartBase(palette);
    const say = ([point]: { dataIndex: number }[]) => {
      const each = classes[point?.dataIndex ?? -1];
      if (!each) return "";
      return tooltipText([
        name(each),
        t("class.customers", { count: each.customers, n: count(each.customers) }),
        `${t("decile.value")}: ${money(each.revenueDiscounted)}`,
      ]);
    };
    return {
      ...base,
      tooltip: { ...base.tooltip, formatter: say },
      xAxis: categoryAxis(
        palette,
        classes.map(({ lowerBound }) => shortMoney(lowerBound)),
        t("class.axis"),
      ),
      yAxis: valueAxis(palette, { name: t("decile.customers"), format: count }),
      series: [
        {
          type: "bar",
          barCategoryGap: "4%",
          data: classes.map(({ customers }) => customers),
          itemStyle: { color: palette.first },
        },
      ],
    };
  }, [classes, palette, name, count, money, shortMoney, t]);
}
