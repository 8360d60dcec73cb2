import type { FigureCatalogue, FigureValue } from "@kundenwert/contract";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Trend, TrendChart } from "../../charts/TrendChart.tsx";
import { useEvents } from "../../events/use-events.ts";
import { changeOf, earlierOf, latestOf } from "../../figures/change.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import { periodsOf } from "../../figures/series.ts";
import type { ShownFigure } from "../../figures/shown-figure.ts";
import { useFigureText } from "../../figures/use-catalogue.ts";
import { useFigureFormat } from "../../figures/use-figure-format.ts";
import { useFigureMade } from "./use-figure-made.ts";

type Props = ShownFigure & { catalogue: FigureCatalogue; member?: string };

/** One figure over time with its interval; on wish beside the year before. */
export function SingleTrend({ definition, series, catalogue, member }: Props) {
  const { t } = useTranslation();
  const { period = "month", compare = "before" } = useSearch({ from: "/figures" });
  const periodName = usePeriodName();
  const format = useFigureFormat()(definition);
  const label = useFigureText()(definition).label;
  const made = useFigureMade(definition, catalogue, [series]);
  const title = member === undefined ? label : `${label}: ${member}`;
  const name = t("trend.value");
  const earlier = t("trend.year");
  const { values } = series;
  const trends = useMemo(
    () => trendsOf(values, { name, earlier: compare === "year" ? earlier : undefined }),
    [values, name, earlier, compare],
  );
  const latest = latestOf(values);
  const change = changeOf(values, compare);
  const events = useEvents(
    values.map(({ periodStart, periodEnd }) => ({ start: periodStart, end: periodEnd })),
  );
  const said = { figure: label, period: periodName(latest?.period ?? "") };
  const reading = change
    ? t(`trend.reading.${compare}`, {
        ...said,
        value: format.full(change.to.value),
        change: format.change(change),
        earlier: format.full(change.from.value),
      })
    : t("trend.reading.alone", { ...said, value: format.full(latest?.value ?? null) });
  return (
    <TrendChart
      title={title}
      reading={reading}
      made={made}
      axis={t(`period.${period}`)}
      periods={periodsOf([series]).map((each) => mark(each, periodName(each.period)))}
      trends={trends}
      full={format.full}
      short={format.short}
      fileName={`kundenwert-${definition.name}-${period}`}
      names={{ low: t("trend.low"), high: t("trend.high") }}
      events={events}
    />
  );
}

/** The name of a period, with the sign of one that still runs. */
export function mark({ isComplete }: FigureValue, name: string): string {
  return isComplete ? name : `${name} *`;
}

function trendsOf(
  values: readonly FigureValue[],
  names: { readonly name: string; readonly earlier: string | undefined },
): Trend[] {
  const hasInterval = values.some(({ low }) => low !== null);
  const own: Trend = {
    name: names.name,
    values: values.map(({ value }) => value),
    n: values.map(({ n }) => n),
    ...(hasInterval
      ? { low: values.map(({ low }) => low), high: values.map(({ high }) => high) }
      : {}),
  };
  if (names.earlier === undefined) return [own];
  const before = values.map((each) => earlierOf(each, values, "year")?.value ?? null);
  return [own, { name: names.earlier, values: before }];
}
