import type { TransitionCell } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { movesQuery, transitionsQuery } from "../../api/segment-queries.ts";
import { QueryView } from "../../components/QueryView.tsx";
import { usePeriodName } from "../../figures/period-name.ts";
import { usePoints } from "../../figures/use-points.ts";
import { useFormat } from "../../i18n/format.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { Matrix } from "./Matrix.tsx";
import { monthEndYearBefore } from "./transitions-search.ts";

/** How much likelier each move was in the last month than in the same one a year before. */
export function ChangeMatrix() {
  const query = useQuery(movesQuery({ level: "macro", grain: "month" }));
  return (
    <QueryView query={query} height={560}>
      {({ moves }) => <TwoMonths periodEnd={moves[0]?.periodEnd ?? "1970-01-31"} />}
    </QueryView>
  );
}

function TwoMonths({ periodEnd }: { periodEnd: string }) {
  const month = { level: "macro", months: 1 } as const;
  const before = monthEndYearBefore(periodEnd);
  const now = useQuery(transitionsQuery({ ...month, periodEnd }));
  const year = useQuery(transitionsQuery({ ...month, periodEnd: before }));
  return (
    <QueryView query={now} height={560}>
      {({ cells }) => (
        <QueryView query={year} height={560}>
          {({ cells: earlier }) => (
            <Changes cells={cells} earlier={earlier} ends={[before, periodEnd]} />
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

type Props = {
  cells: readonly TransitionCell[];
  earlier: readonly TransitionCell[];
  ends: readonly [string, string];
};

function Changes({ cells, earlier, ends }: Props) {
  const { t } = useTranslation();
  const { percent, count } = useFormat();
  const periodName = usePeriodName();
  const [before, now] = ends.map((end) => periodName(end.slice(0, 7)));
  const points = usePoints();
  const share = (value: number | null) => percent(value);
  const compared = compare(cells, earlier);
  const [first] = compared
    .filter(({ cell, isSure }) => isSure && cell.fromSegment !== cell.toSegment)
    .toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change));
  if (compared.length === 0) return <Text>{t("transitions.change.none")}</Text>;
  return (
    <Matrix
      title={t("transitions.change.title")}
      reading={
        first
          ? t("transitions.change.reading", {
              now,
              before,
              from: segmentName(first.cell.fromSegment),
              to: segmentName(first.cell.toSegment),
              was: percent(first.year.probability),
              is: percent(first.cell.probability),
            })
          : t("transitions.change.still", { now, before })
      }
      made={{
        period: t("transitions.change.period", { now, before }),
        n: t("made.customers", {
          n: count(cells.reduce((sum, { customers }) => sum + customers, 0)),
        }),
        basis: t("flows.basis"),
        method: t("transitions.change.method"),
      }}
      ways={compared.map(({ cell, year, change, isSure }) => ({
        from: cell.fromSegment,
        to: cell.toSegment,
        mark: cell.mark,
        weight: isSure ? Math.abs(change) : 0,
        text: `${points(change)}${isSure ? " !" : ""}`,
        n: cell.customers,
        ofAll: cell.fromCustomers,
        more: [
          year.probability,
          cell.probability,
          change,
          t(isSure ? "transitions.sure" : "transitions.unsure"),
        ],
      }))}
      columns={[
        { label: before ?? "", format: share },
        { label: now ?? "", format: share },
        { label: t("trigger.effect"), format: points },
        { label: t("trigger.verdict") },
      ]}
      fileName="kundenwert-transitions-change"
    />
  );
}

type Compared = {
  readonly cell: TransitionCell;
  readonly year: TransitionCell;
  readonly change: number;
  /** Whether the intervals lie apart. */
  readonly isSure: boolean;
};

/** The ways that were gone in both months. */
function compare(cells: readonly TransitionCell[], earlier: readonly TransitionCell[]): Compared[] {
  return cells.flatMap((cell) => {
    const year = earlier.find(
      (each) => each.fromSegment === cell.fromSegment && each.toSegment === cell.toSegment,
    );
    if (!year) return [];
    const isSure = cell.low > year.high || cell.high < year.low;
    return [{ cell, year, change: cell.probability - year.probability, isSure }];
  });
}
