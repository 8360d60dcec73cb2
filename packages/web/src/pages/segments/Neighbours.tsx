import type { SegmentMove } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { movesQuery } from "../../api/segment-queries.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMarkText } from "../../segments/use-mark.ts";
import type { SegmentProps } from "./SegmentPage.tsx";
import { nameOf } from "./use-segment-table.ts";

/** Ways that are listed; the rest stands in one line. */
const LISTED = 8;

/** Where customers of the segment came from in the period, and where others went. */
export function Neighbours(props: SegmentProps) {
  const { segments, periodEnd } = props;
  const query = useQuery(movesQuery({ level: segments.level, grain: segments.grain, periodEnd }));
  return (
    <QueryView query={query}>
      {({ moves }) => (
        <>
          <Ways {...props} moves={moves} side="from" />
          <div className="kw-below">
            <Ways {...props} moves={moves} side="to" />
          </div>
        </>
      )}
    </QueryView>
  );
}

type WaysProps = SegmentProps & { moves: readonly SegmentMove[]; side: "from" | "to" };

function Ways({ segment, segments, moves, side }: WaysProps) {
  const { t } = useTranslation();
  const { count, money } = useFormat();
  const markText = useMarkText();
  const own = moves.filter(({ fromSegment, toSegment }) =>
    side === "from"
      ? toSegment === segment && fromSegment !== segment
      : fromSegment === segment && toSegment !== segment,
  );
  const value = ({ worthBefore, worthAfter }: SegmentMove) =>
    worthBefore === null || worthAfter === null ? null : worthAfter - worthBefore;
  const columns = [
    { label: t("alert.segment") },
    { label: t("segments.customers"), format: count },
    { label: t("segments.byTime"), format: count },
    { label: t("moves.change"), format: money },
    { label: t("moves.mark") },
  ];
  const rows = own.map((move) => [
    nameOf(side === "from" ? move.fromSegment : move.toSegment, segments),
    move.customers,
    move.aged,
    value(move),
    markText(move.mark),
  ]);
  const rest = own.slice(LISTED).reduce((sum, { customers }) => sum + customers, 0);
  const title = t(`segment.ways.${side}`);
  const all = { columns, rows };
  return (
    <Panel
      title={title}
      actions={<TableFiles table={all} fileName={`kundenwert-${segment}-${side}`} />}
    >
      {own.length > 0 ? (
        <DataTable data={{ columns, rows: rows.slice(0, LISTED) }} label={title} />
      ) : (
        <Text>{t("segment.ways.none")}</Text>
      )}
      {rest > 0 && (
        <Text size="sm" mt={6}>
          {t("segment.ways.rest", { ways: own.length - LISTED, n: count(rest) })}
        </Text>
      )}
    </Panel>
  );
}
