import type { Segments } from "@kundenwert/contract";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { TreemapChart } from "../../charts/TreemapChart.tsx";
import { cellText } from "../../components/table-data.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { growthOf, measureOf, periodOf, type SegmentRow } from "../../segments/segment-rows.ts";
import { useSegmentMade } from "./use-segment-made.ts";
import { nameOf, useSegmentTable } from "./use-segment-table.ts";

type Props = { rows: readonly SegmentRow[]; segments: Segments };

/** Every segment as a tile: how large it is, what a customer of it is worth, how it grew. */
export function SegmentMap({ rows: unordered, segments }: Props) {
  const { t } = useTranslation();
  const { count, money, wholeMoney } = useFormat();
  const { level, grain } = segments;
  const rows = useMemo(
    () => unordered.toSorted((one, other) => other.now.customers - one.now.customers),
    [unordered],
  );
  const each = measureOf(rows.map(({ now }) => now));
  const table = useSegmentTable(rows, segments);
  const made = useSegmentMade(rows[0]?.now.periodEnd ?? "", segments);
  const growth = (row: SegmentRow) => {
    const value = growthOf(row);
    return value === null
      ? ""
      : `${sign(value)} ${cellText(value, table.columns[2] ?? { label: "" })}`;
  };
  // Cents would not find room on a tile, and the table has them.
  const tile = (value: number | null) => (Math.abs(value ?? 0) < 100 ? money : wholeMoney)(value);
  const tiles = rows.map((row) => ({
    name: nameOf(row.now.segment, segments),
    label: labelOf(row.now.segment, segments),
    group: segmentName(row.now.segment.split(".")[0] ?? ""),
    size: row.now.customers,
    value: each(row.now),
    lines: [count(row.now.customers), tile(each(row.now)), growth(row)].filter(Boolean),
  }));
  return (
    <TreemapChart
      title={t(`segments.map.${level}`)}
      reading={useReading(rows, segments)}
      made={made}
      tiles={tiles}
      table={table}
      fileName={`kundenwert-segments-${level}-${periodOf(rows[0]?.now.periodEnd ?? "", grain)}`}
    />
  );
}

/** A micro-segment without a name of its own is told by its number, for the group stands above. */
function labelOf(segment: string, segments: Segments): string {
  const name = nameOf(segment, segments);
  const [, number] = segment.split(".");
  return name === segmentName(segment) && number !== undefined ? `#${number}` : name;
}

function sign(value: number): string {
  if (value === 0) return "=";
  return value > 0 ? "▲" : "▼";
}

/** The largest, the most valuable, and the one that grew by the most customers. */
function useReading(rows: readonly SegmentRow[], segments: Segments): string {
  const { t } = useTranslation();
  const { count, percent, money } = useFormat();
  const periodName = usePeriodName();
  const each = measureOf(rows.map(({ now }) => now));
  const customers = rows.reduce((sum, { now }) => sum + now.customers, 0);
  const [largest] = rows;
  const valuable = rows.toSorted(
    (one, other) => (each(other.now) ?? -1) - (each(one.now) ?? -1),
  )[0];
  const gain = ({ now, yearBefore }: SegmentRow) =>
    yearBefore ? now.customers - yearBefore.customers : Number.NEGATIVE_INFINITY;
  const grown = rows.toSorted((one, other) => gain(other) - gain(one))[0];
  if (!largest || !valuable) return "";
  const said = t("segments.reading", {
    count: rows.length,
    period: periodName(periodOf(largest.now.periodEnd, segments.grain)),
    customers: count(customers),
    largest: nameOf(largest.now.segment, segments),
    share: percent(largest.now.customers / customers, 0),
    valuable: nameOf(valuable.now.segment, segments),
    value: money(each(valuable.now)),
  });
  if (!grown || !(gain(grown) > 0)) return said;
  const grew = { segment: nameOf(grown.now.segment, segments), n: count(gain(grown)) };
  return `${said} ${t("segments.reading.grown", grew)}`;
}
