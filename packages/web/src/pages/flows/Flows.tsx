import type { SegmentMove } from "@kundenwert/contract";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { AlluvialChart } from "../../charts/AlluvialChart.tsx";
import type { TableData } from "../../components/table-data.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { type FlowPeriod, flowsOf } from "../../segments/flows.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { periodOf } from "../../segments/segment-rows.ts";
import { SIGNS, useMarkText } from "../../segments/use-mark.ts";

/** Moves of a period that are drawn on their own. */
const TOP = 12;

type Props = { periods: readonly FlowPeriod[] };

/** The macro segments at the end of each period, and the ways between them. */
export function Flows({ periods }: Props) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const { grain = "month", show } = useSearch({ from: "/flows" });
  const periodName = usePeriodName();
  const markText = useMarkText();
  const ends = periods.map(({ periodEnd }) => periodName(periodOf(periodEnd, grain)));
  const words = useMemo(
    () => ({
      name: segmentName,
      rest: t("flows.rest"),
      lines: (move: SegmentMove) => [
        `${segmentName(move.fromSegment)} → ${segmentName(move.toSegment)}`,
        `n = ${count(move.customers)} (${t("segments.byTime")}: ${count(move.aged)})`,
        markText(move.mark),
      ],
    }),
    [t, count, markText],
  );
  const { nodes, links } = useMemo(
    () => flowsOf(periods, { top: TOP, withStays: show !== "moves", words }),
    [periods, show, words],
  );
  const table = useMovesTable(periods);
  const last = periods.at(-1)?.moves ?? [];
  return (
    <AlluvialChart
      title={t("flows.title")}
      reading={useReading(last, ends.at(-1) ?? "")}
      made={{
        period: `${ends[0]} – ${ends.at(-1)}`,
        n: t("made.customers", { n: count(last.reduce((sum, each) => sum + each.customers, 0)) }),
        basis: t("flows.basis"),
        method: t("made.counted"),
        note: t("flows.note", { top: TOP }),
      }}
      columns={[t("flows.before", { period: ends[0] }), ...ends]}
      nodes={nodes}
      links={links}
      table={table}
      fileName={`kundenwert-flows-${grain}`}
    />
  );
}

/** The moves of every period, the latest first. */
function useMovesTable(periods: readonly FlowPeriod[]): TableData {
  const { t } = useTranslation();
  const { count, money } = useFormat();
  const { grain = "month" } = useSearch({ from: "/flows" });
  const periodName = usePeriodName();
  const markText = useMarkText();
  const moves = periods
    .toReversed()
    .flatMap((period) => period.moves.filter((each) => each.fromSegment !== each.toSegment));
  const columns = [
    { label: t(`period.${grain}`) },
    { label: t("flows.from") },
    { label: t("flows.to") },
    { label: t("segments.customers"), format: count },
    { label: t("segments.byTime"), format: count },
    { label: t("moves.change"), format: money },
    { label: t("moves.mark") },
  ];
  const rows = moves.map((move) => [
    periodName(periodOf(move.periodEnd, grain)),
    segmentName(move.fromSegment),
    segmentName(move.toSegment),
    move.customers,
    move.aged,
    valueChange(move),
    markText(move.mark),
  ]);
  return { columns, rows };
}

/** What those who moved are expected to bring after the move, less what it was before. */
export function valueChange({ worthBefore, worthAfter }: SegmentMove): number | null {
  return worthBefore === null || worthAfter === null ? null : worthAfter - worthBefore;
}

/** How many moved the wanted and the unwanted way in the last period, and the largest of each. */
function useReading(moves: readonly SegmentMove[], period: string): string {
  const { t } = useTranslation();
  const { count } = useFormat();
  const changes = moves.filter(
    ({ fromSegment, toSegment }) => fromSegment !== "" && fromSegment !== toSegment,
  );
  const side = (mark: SegmentMove["mark"]) => {
    const own = changes.filter((each) => each.mark === mark);
    const [first] = own.toSorted((one, other) => other.customers - one.customers);
    return {
      n: count(own.reduce((sum, { customers }) => sum + customers, 0)),
      most: first
        ? `${SIGNS[mark]} ${segmentName(first.fromSegment)} → ${segmentName(first.toSegment)}, ${count(first.customers)}`
        : "–",
    };
  };
  const [up, down] = [side("desired"), side("undesired")];
  return t("flows.reading", {
    period,
    up: up.n,
    down: down.n,
    mostUp: up.most,
    mostDown: down.most,
  });
}
