import type { SegmentPeriod } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { DeviationChart } from "../../charts/DeviationChart.tsx";
import { useFormat } from "../../i18n/format.ts";
import { periodOf, together, worthEach, yearEach } from "../../segments/segment-rows.ts";
import type { SegmentProps } from "./SegmentPage.tsx";
import { useSegmentMade } from "./use-segment-made.ts";
import { nameOf } from "./use-segment-table.ts";

const each =
  (of: (period: SegmentPeriod) => number | null) =>
  (period: SegmentPeriod): number | null => {
    const value = of(period);
    return value === null || period.customers === 0 ? null : value / period.customers;
  };
const MEASURES = [
  { name: "value", unit: "money", of: worthEach },
  { name: "year", unit: "money", of: yearEach },
  { name: "revenue", unit: "money", of: each(({ revenue }) => revenue) },
  { name: "purchases", unit: "number", of: each(({ purchases }) => purchases) },
  { name: "stayed", unit: "share", of: ({ stayRate }: SegmentPeriod) => stayRate },
  { name: "arrived", unit: "share", of: each(({ came, firstSeen }) => came + firstSeen) },
] as const;

/** In what the customers of the segment differ from all. */
export function Differences({ segment, segments, periodEnd }: SegmentProps) {
  const { t } = useTranslation();
  const { money, number, percent, locale } = useFormat();
  const made = useSegmentMade(periodEnd, segments, t("difference.note"));
  const own = segments.periods.find(
    (period) => period.segment === segment && period.periodEnd === periodEnd,
  );
  const all = together(segments.periods, periodEnd);
  const signed = new Intl.NumberFormat(locale, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: 0,
  });
  const full = (value: number | null) => (value === null ? "–" : signed.format(value));
  const write = {
    money,
    number: (value: number) => number(value),
    share: (value: number) => percent(value),
  };
  const deviations = MEASURES.flatMap(({ name, unit, of }) => {
    const [mine, theirs] = [own ? of(own) : null, of(all)];
    if (mine === null || theirs === null || theirs === 0) return [];
    return [
      {
        name: t(`difference.${name}`),
        own: write[unit](mine),
        all: write[unit](theirs),
        difference: mine / theirs - 1,
      },
    ];
  });
  const [first, ...others] = deviations.toSorted(
    (one, other) => Math.abs(other.difference) - Math.abs(one.difference),
  );
  if (!first || others.length === 0) return null;
  return (
    <div className="kw-above">
      <DeviationChart
        title={t("difference.title")}
        reading={t("difference.reading", {
          name: nameOf(segment, segments),
          measure: first.name,
          own: first.own,
          all: first.all,
          difference: full(first.difference),
        })}
        made={made}
        deviations={deviations}
        names={{
          measure: t("difference.measure"),
          own: nameOf(segment, segments),
          all: t("difference.all"),
          difference: t("trigger.effect"),
        }}
        full={full}
        fileName={`kundenwert-${segment}-${periodOf(periodEnd, segments.grain)}`}
      />
    </div>
  );
}
