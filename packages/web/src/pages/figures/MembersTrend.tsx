import type { FigureCatalogue, FigureDefinition } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { TrendChart } from "../../charts/TrendChart.tsx";
import { useEvents } from "../../events/use-events.ts";
import { FEW, latestOf } from "../../figures/change.ts";
import { useMemberName } from "../../figures/member-name.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import { largest, periodsOf, type Series } from "../../figures/series.ts";
import { useFigureText } from "../../figures/use-catalogue.ts";
import { useFigureFormat } from "../../figures/use-figure-format.ts";
import { mark } from "./SingleTrend.tsx";
import { useFigureMade } from "./use-figure-made.ts";

/** More lines than these cannot be told apart. */
const LINES = 6;

type Props = {
  definition: FigureDefinition;
  catalogue: FigureCatalogue;
  all: readonly Series[];
};

/** One figure over time, a line for each of the largest members of a dimension. */
export function MembersTrend({ definition, catalogue, all }: Props) {
  const { t } = useTranslation();
  const { period = "month", by = "all" } = useSearch({ from: "/figures" });
  const periodName = usePeriodName();
  const memberName = useMemberName(by);
  const format = useFigureFormat()(definition);
  const label = useFigureText()(definition).label;
  const shown = useMemo(() => largest(all, LINES), [all]);
  const made = useFigureMade(definition, catalogue, shown);
  const periods = useMemo(() => periodsOf(shown), [shown]);
  const events = useEvents(
    periods.map(({ periodStart, periodEnd }) => ({ start: periodStart, end: periodEnd })),
  );
  const trends = shown.map(({ member, values }) => {
    const at = new Map(values.map((each) => [each.period, each]));
    const read = (name: "value" | "n" | "low" | "high") =>
      periods.map(({ period: each }) => at.get(each)?.[name] ?? null);
    const interval = definition.interval === null ? {} : { low: read("low"), high: read("high") };
    return { name: memberName(member), values: read("value"), n: read("n"), ...interval };
  });
  const few = shown.some(({ values }) => values.some(({ n }) => n < FEW));
  return (
    <>
      <TrendChart
        title={t("trend.by", { figure: label, dimension: t(`dimension.${by}`) })}
        reading={useReading(shown, { label, memberName, full: format.full })}
        made={made}
        axis={t(`period.${period}`)}
        periods={periods.map((each) => mark(each, periodName(each.period)))}
        trends={trends}
        full={format.full}
        short={format.short}
        fileName={`kundenwert-${definition.name}-${period}-${by}`}
        names={{ low: t("trend.low"), high: t("trend.high") }}
        events={events}
      />
      <Text size="sm" mt={8}>
        {all.length > LINES && `${t("trend.some", { shown: LINES, all: all.length })} `}
        {few && t("trend.few", { n: FEW })}
      </Text>
    </>
  );
}

type Words = {
  readonly label: string;
  memberName(member: string): string;
  full(value: number | null): string;
};

/** Who is highest and who is lowest at the end. */
function useReading(shown: readonly Series[], { label, memberName, full }: Words): string {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const ends = shown
    .map(({ member, values }) => ({ member, value: latestOf(values) }))
    .filter(({ value }) => value !== undefined && value.value !== null)
    .toSorted((a, b) => (b.value?.value ?? 0) - (a.value?.value ?? 0));
  const [top, bottom] = [ends[0], ends.at(-1)];
  if (!top || !bottom || top === bottom) return t("trend.reading.none", { figure: label });
  return t("trend.reading.members", {
    figure: label,
    period: periodName(top.value?.period ?? ""),
    top: memberName(top.member),
    highest: full(top.value?.value ?? null),
    bottom: memberName(bottom.member),
    lowest: full(bottom.value?.value ?? null),
  });
}
