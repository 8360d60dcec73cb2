import type { SegmentPeriod } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { StackChart } from "../../charts/StackChart.tsx";
import { TrendChart } from "../../charts/TrendChart.tsx";
import { spansOf, weeksOf } from "../../events/event-marks.ts";
import { useEvents } from "../../events/use-events.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { endsOf, periodOf, yearBefore, yearEach } from "../../segments/segment-rows.ts";
import { PER_YEAR } from "../../segments/segment-search.ts";
import type { SegmentProps } from "./SegmentPage.tsx";
import { useSegmentMade } from "./use-segment-made.ts";

/** Stock, who came and went, who stayed and what they are worth, beside the year before. */
export function Course(props: SegmentProps) {
  return (
    <div className="kw-grid">
      <OverTime {...props} measure="stock" of={(each) => each.customers} />
      <ComingAndGoing {...props} />
      <OverTime {...props} measure="stayed" of={(each) => each.stayRate} />
      <OverTime {...props} measure="year" of={yearEach} />
    </div>
  );
}

type Measure = "stock" | "stayed" | "year";
type OverTimeProps = SegmentProps & {
  measure: Measure;
  of: (period: SegmentPeriod) => number | null;
};

/** The segment by period and the ends of those that are shown: a year of them, and the one before. */
function useOwn({ segment, segments, periodEnd }: SegmentProps) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const periodName = usePeriodName();
  const own = new Map(
    segments.periods.flatMap((each) => (each.segment === segment ? [[each.periodEnd, each]] : [])),
  );
  const all = endsOf(segments.periods);
  const shown = all.filter((end) => end <= periodEnd).slice(-1 - PER_YEAR[segments.grain]);
  const names = shown.map((end) => periodName(periodOf(end, segments.grain)));
  const before = (end: string) => own.get(yearBefore(end, all) ?? "");
  const events = useEvents(
    segments.grain === "week" ? weeksOf(shown) : spansOf(shown, segments.grain === "month" ? 1 : 3),
  );
  const made = {
    ...useSegmentMade(periodEnd, segments),
    period: [...new Set([names[0], names.at(-1)])].join(" – "),
    n: t("sheet.n", { n: count(own.get(periodEnd)?.customers) }),
    basis: t(`sheet.basis.${segments.grain}`),
  };
  return { own, shown, names, before, events, made };
}

function OverTime({ measure, of, ...props }: OverTimeProps) {
  const { t } = useTranslation();
  const { count, money, percent, shortMoney } = useFormat();
  const { own, shown, names, before, events, made } = useOwn(props);
  const share = (value: number | null) => percent(value);
  const full = { stock: count, stayed: share, year: money }[measure];
  const read = (period: SegmentPeriod | undefined) => (period ? of(period) : null);
  const values = shown.map((end) => read(own.get(end)));
  const years = shown.map((end) => read(before(end)));
  const [now, year] = [values.at(-1), years.at(-1)];
  const trends = [
    { name: t("trend.value"), values },
    // Without a year before there is nothing to tell apart.
    ...(years.some((each) => each !== null) ? [{ name: t("trend.year"), values: years }] : []),
  ];
  const said = { period: names.at(-1) ?? "", value: full(now ?? null) };
  return (
    <TrendChart
      title={t(`sheet.${measure}`)}
      reading={
        year == null
          ? t("sheet.reading.alone", said)
          : t("sheet.reading", { ...said, before: full(year) })
      }
      made={made}
      axis={t(`period.${props.segments.grain}`)}
      periods={names}
      trends={trends}
      full={full}
      short={{ stock: count, stayed: share, year: shortMoney }[measure]}
      fileName={`kundenwert-${props.segment}-${measure}`}
      names={{ low: t("trend.low"), high: t("trend.high") }}
      events={events}
    />
  );
}

/** Who came stands above zero, who went below; time alone is a part of its own. */
function ComingAndGoing(props: SegmentProps) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const { own, shown, names, events, made } = useOwn(props);
  const part = (
    name: "firstSeen" | "came" | "wentBuying" | "byTime",
    of: (each: SegmentPeriod) => number,
  ) => ({
    name: t(`sheet.${name}`),
    values: shown.map((end) => {
      const each = own.get(end);
      return each ? of(each) : null;
    }),
  });
  const last = own.get(props.periodEnd);
  return (
    <StackChart
      title={t("sheet.moves")}
      reading={t("sheet.moves.reading", {
        period: names.at(-1),
        came: count((last?.came ?? 0) + (last?.firstSeen ?? 0)),
        went: count(last?.went),
        byTime: count(last?.wentByTime),
      })}
      made={made}
      axis={t(`period.${props.segments.grain}`)}
      bars={names}
      parts={[
        part("firstSeen", (each) => each.firstSeen),
        part("came", (each) => each.came),
        part("wentBuying", (each) => each.wentByTime - each.went),
        part("byTime", (each) => 0 - each.wentByTime),
      ]}
      full={count}
      short={count}
      fileName={`kundenwert-${props.segment}-moves`}
      events={events}
    />
  );
}
