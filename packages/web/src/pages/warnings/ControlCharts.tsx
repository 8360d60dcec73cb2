import type { ChartPoint } from "@kundenwert/contract";
import { Group, NativeSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { segmentChartsQuery } from "../../api/segment-queries.ts";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { Switch } from "../../components/Switch.tsx";
import { segmentName } from "../../segments/segment-name.ts";
import { SegmentControl } from "./SegmentControl.tsx";
import { Signals } from "./Signals.tsx";
import { knownMove, MOVES, type WarningsSearch } from "./warnings-search.ts";

/** Which segments move unusually: those with a signal, and the chart of one. */
export function ControlCharts() {
  const query = useQuery(segmentChartsQuery);
  return (
    <div className="kw-below">
      <QueryView query={query}>
        {({ points }) => (points.length > 0 ? <Chosen points={points} /> : null)}
      </QueryView>
    </div>
  );
}

function Chosen({ points }: { points: readonly ChartPoint[] }) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/warnings" });
  const navigate = useNavigate({ from: "/warnings" });
  const change = (changes: WarningsSearch) =>
    void navigate({
      search: (before) => ({ ...before, ...changes }),
      replace: true,
      resetScroll: false,
    });
  const signals = signalsOf(points);
  const segment = search.segment ?? signals[0]?.macro ?? "active";
  const move = search.move ?? signals[0]?.move ?? "undesired";
  const names = [...new Set(points.map(({ macro }) => macro))];
  const own = points.filter((point) => point.macro === segment && point.move === move);
  return (
    <>
      <Signals signals={signals} />
      <Group mb="md" align="flex-end" gap="md" className="kw-filters">
        <NativeSelect
          label={t("alert.segment")}
          value={segment}
          onChange={({ currentTarget }) =>
            change({ segment: currentTarget.value, move: knownMove(move) })
          }
          data={names.map((value) => ({ value, label: segmentName(value) }))}
        />
        <Switch
          label={t("control.move")}
          value={knownMove(move)}
          options={MOVES.map((value) => ({ value, label: t(`control.move.${value}`) }))}
          onChange={(chosen) => change({ segment, move: chosen })}
        />
      </Group>
      {own.length > 0 ? (
        <SegmentControl points={own} move={knownMove(move)} />
      ) : (
        <Text>{t("control.none")}</Text>
      )}
      <ServerFiles table="segment-shifts" query={{}} />
    </>
  );
}

/** What is unusual in the last month, moves down first. */
function signalsOf(points: readonly ChartPoint[]): ChartPoint[] {
  const last = points.reduce(
    (latest, { periodEnd }) => (periodEnd > latest ? periodEnd : latest),
    "",
  );
  const order = (point: ChartPoint) => MOVES.indexOf(knownMove(point.move));
  return points
    .filter(({ periodEnd, signal }) => periodEnd === last && signal !== null)
    .toSorted((one, other) => order(one) - order(other) || other.size - one.size);
}
