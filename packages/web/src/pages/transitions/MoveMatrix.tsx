import type { SegmentMove } from "@kundenwert/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { movesQuery } from "../../api/segment-queries.ts";
import { QueryView } from "../../components/QueryView.tsx";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { valueChange } from "../flows/Flows.tsx";
import { Matrix } from "./Matrix.tsx";

type Props = { view: "count" | "euros" };

/** How many made each move in the last month, or by how much their value changed. */
export function MoveMatrix({ view }: Props) {
  const query = useQuery(movesQuery({ level: "macro", grain: "month" }));
  return (
    <QueryView query={query} height={560}>
      {({ moves }) => <Shown view={view} moves={moves} />}
    </QueryView>
  );
}

function Shown({ view, moves: all }: Props & { moves: readonly SegmentMove[] }) {
  const { t } = useTranslation();
  const { count, signedMoney, money } = useFormat();
  const periodName = usePeriodName();
  const moves = all.filter(({ fromSegment }) => fromSegment !== "");
  const sizes = Map.groupBy(moves, ({ fromSegment }) => fromSegment);
  const sizeOf = (segment: string) =>
    (sizes.get(segment) ?? []).reduce((sum, { customers }) => sum + customers, 0);
  const strength = (move: SegmentMove) =>
    view === "count" ? move.customers : Math.abs(valueChange(move) ?? 0);
  const [first] = moves
    .filter(({ fromSegment, toSegment }) => fromSegment !== toSegment)
    .toSorted((one, other) => strength(other) - strength(one));
  const period = periodName((all[0]?.periodEnd ?? "").slice(0, 7));
  return (
    <Matrix
      title={t(`transitions.moves.${view}`)}
      reading={
        first
          ? t(`transitions.moves.${view}.reading`, {
              period,
              from: segmentName(first.fromSegment),
              to: segmentName(first.toSegment),
              n: count(first.customers),
              amount: signedMoney(valueChange(first)),
            })
          : t("segment.ways.none")
      }
      made={{
        period,
        n: t("made.customers", { n: count(moves.reduce((sum, each) => sum + each.customers, 0)) }),
        basis: t(view === "count" ? "flows.basis" : "transitions.moves.basis"),
        method: t(view === "count" ? "made.counted" : "transitions.moves.method"),
      }}
      ways={moves.map((move) => ({
        from: move.fromSegment,
        to: move.toSegment,
        mark: move.mark,
        weight: strength(move),
        text: view === "count" ? count(move.customers) : signedMoney(valueChange(move)),
        n: move.customers,
        ofAll: sizeOf(move.fromSegment),
        more: [move.aged, valueChange(move)],
      }))}
      columns={[
        { label: t("segments.byTime"), format: count },
        { label: t("moves.change"), format: money },
      ]}
      fileName={`kundenwert-moves-${view}`}
    />
  );
}
