import type { SegmentPeriod, Segments } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import type { TableData } from "../../components/table-data.ts";
import { useFormat } from "../../i18n/format.ts";
import { levelOf, segmentName } from "../../segments/segment-name.ts";
import { definitionOf, growthOf, measureOf, type SegmentRow } from "../../segments/segment-rows.ts";

/** What a segment is called: by the reader's own name for it, if there is one. */
export function nameOf(segment: string, { definitions }: Pick<Segments, "definitions">): string {
  return definitionOf(definitions, segment)?.name ?? segmentName(segment);
}

/** Size, value and stability of segments, one row each. */
export function useSegmentTable(rows: readonly SegmentRow[], segments: Segments): TableData {
  const { t, i18n } = useTranslation();
  const { count, money, percent, locale } = useFormat();
  const signed = new Intl.NumberFormat(locale, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: 0,
  });
  const growth = (value: number | null) => (value === null ? "–" : signed.format(value));
  const share = (value: number | null) => percent(value, 0);
  const rule = (segment: string) => {
    const definition = definitionOf(segments.definitions, segment);
    return (i18n.language === "de" ? definition?.ruleDe : definition?.ruleEn) ?? null;
  };
  const each = measureOf(rows.map(({ now }) => now));
  const all = (period: SegmentPeriod) => {
    const value = each(period);
    return value === null ? null : value * period.customers;
  };
  const hasRules = rows.some(({ now }) => levelOf(now.segment) === "micro");
  return {
    columns: [
      { label: t("alert.segment") },
      { label: t("segments.customers"), format: count },
      { label: t("segments.growth"), format: growth },
      { label: t("segments.valueEach"), format: money },
      { label: t("segments.value"), format: money },
      { label: t("segments.stayed"), format: share },
      { label: t("segments.byTime"), format: count },
      ...(hasRules ? [{ label: t("segments.rule") }] : []),
    ],
    rows: rows.map((row) => [
      nameOf(row.now.segment, segments),
      row.now.customers,
      growthOf(row),
      each(row.now),
      all(row.now),
      row.now.stayRate,
      row.now.wentByTime,
      ...(hasRules ? [rule(row.now.segment)] : []),
    ]),
  };
}
