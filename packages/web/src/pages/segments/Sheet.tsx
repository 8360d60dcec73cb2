import type { SegmentPeriod } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { KeyFigure } from "../../components/KeyFigure.tsx";
import { Panel } from "../../components/Panel.tsx";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { endsOf, periodOf, worthEach, yearBefore, yearEach } from "../../segments/segment-rows.ts";
import type { SegmentProps } from "./SegmentPage.tsx";

/** What happened in the segment in a period, each figure beside that of the year before. */
export function Sheet({ segment, segments, periodEnd }: SegmentProps) {
  const { t } = useTranslation();
  const { count, money, percent } = useFormat();
  const periodName = usePeriodName();
  const own = segments.periods.filter((each) => each.segment === segment);
  const earlier = yearBefore(periodEnd, endsOf(own));
  const now = own.find((each) => each.periodEnd === periodEnd);
  const before = own.find((each) => each.periodEnd === earlier);
  const compare = useComparison();
  if (!now) return null;
  const figure = (
    name:
      | "stock"
      | "firstSeen"
      | "came"
      | "went"
      | "byTime"
      | "stayed"
      | "value"
      | "year"
      | "revenue",
    of: (period: SegmentPeriod) => number | null,
    format: (value: number | null) => string,
  ) => (
    <KeyFigure
      key={name}
      label={t(`sheet.${name}`)}
      value={format(of(now))}
      note={compare(of(now), before ? of(before) : null, format)}
    />
  );
  const share = (value: number | null) => percent(value);
  return (
    <div className="kw-above">
      <Panel title={t("sheet.title", { period: periodName(periodOf(periodEnd, segments.grain)) })}>
        <div className="kw-figures">
          {figure("stock", (each) => each.customers, count)}
          {figure("firstSeen", (each) => each.firstSeen, count)}
          {figure("came", (each) => each.came, count)}
          {figure("went", (each) => each.went, count)}
          {figure("byTime", (each) => each.wentByTime, count)}
          {figure("stayed", (each) => each.stayRate, share)}
          {figure("value", worthEach, money)}
          {figure("year", yearEach, money)}
          {figure("revenue", (each) => each.revenue, money)}
        </div>
      </Panel>
    </div>
  );
}

/** The year before, and which way it went since, by sign. */
function useComparison() {
  const { t } = useTranslation();
  return (
    now: number | null,
    before: number | null,
    format: (value: number | null) => string,
  ): string => {
    if (before === null || now === null) return t("sheet.noYear");
    const sign = now === before ? "=" : now > before ? "▲" : "▼";
    return t("sheet.before", { sign, value: format(before) });
  };
}
