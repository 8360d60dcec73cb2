import { Text } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { StackChart } from "../../charts/StackChart.tsx";
import { useEvents } from "../../events/use-events.ts";
import { latestOf } from "../../figures/change.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import type { Series } from "../../figures/series.ts";
import { useFormat } from "../../i18n/format.ts";

/** Promoters, passives and detractors among the answers of each period. */
export function NpsBars({ series }: { series: readonly Series[] }) {
  const { t } = useTranslation();
  const { percent, number, count, day } = useFormat();
  const { period = "quarter" } = useSearch({ from: "/feedback" });
  const periodName = usePeriodName();
  const of = (figure: string) => series.find((each) => each.figure === figure)?.values ?? [];
  const [nps, promoters, detractors] = [of("nps"), of("promoter_share"), of("detractor_share")];
  const latest = latestOf(nps);
  const events = useEvents(
    nps.map(({ periodStart, periodEnd }) => ({ start: periodStart, end: periodEnd })),
  );
  if (!latest || promoters.length !== nps.length || detractors.length !== nps.length) {
    return <Text my="md">{t("npsBars.none")}</Text>;
  }
  const share = (values: typeof nps, at: number) => values[at]?.value ?? 0;
  const at = nps.indexOf(latest);
  const passive = (i: number) => 1 - share(promoters, i) - share(detractors, i);
  const full = (value: number | null) => percent(value);
  const points = (value: number | null) => number(value, 1);
  return (
    <StackChart
      title={t("npsBars.title")}
      reading={t("npsBars.reading", {
        period: periodName(latest.period),
        promoters: full(share(promoters, at)),
        detractors: full(share(detractors, at)),
        nps: points(latest.value),
        low: points(latest.low),
        high: points(latest.high),
      })}
      made={{
        period: t("made.between", {
          from: day(nps[0]?.periodStart),
          to: day(nps.at(-1)?.periodEnd),
        }),
        n: t("npsBars.n", { n: count(latest.n) }),
        basis: t("npsBars.basis"),
        method: t("made.interval", { share: percent(0.95, 0) }),
        note: nps.some(({ isComplete }) => !isComplete) ? t("made.runs") : undefined,
      }}
      axis={t(`period.${period}`)}
      bars={nps.map((each) => `${periodName(each.period)}${each.isComplete ? "" : " *"}`)}
      parts={[
        { name: t("npsBars.promoter"), values: nps.map((_, i) => share(promoters, i)) },
        { name: t("npsBars.passive"), values: nps.map((_, i) => passive(i)) },
        { name: t("npsBars.detractor"), values: nps.map((_, i) => share(detractors, i)) },
      ]}
      also={[
        { name: "NPS", values: nps.map(({ value }) => value), format: points },
        { name: t("npsBars.low"), values: nps.map(({ low }) => low), format: points },
        { name: t("npsBars.high"), values: nps.map(({ high }) => high), format: points },
        { name: "n", values: nps.map(({ n }) => n), format: count },
      ]}
      full={full}
      short={(value) => percent(value, 0)}
      max={1}
      fileName={`kundenwert-nps-${period}`}
      events={events}
    />
  );
}
