import { useTranslation } from "react-i18next";
import { type MatrixCell, MatrixChart } from "../../charts/MatrixChart.tsx";
import type { Made } from "../../charts/made.ts";
import type { TableCell, TableColumn } from "../../components/table-data.ts";
import { useFormat } from "../../i18n/format.ts";
import { inOrder, isStay, segmentName } from "../../segments/segment-name.ts";
import { type Mark, SIGNS, useMarkText } from "../../segments/use-mark.ts";

/** A way from one segment to another and what is shown of it. */
type Way = {
  readonly from: string;
  readonly to: string;
  readonly mark: Mark;
  /** How dark it is; staying is left as light as can be, for it is most of all. */
  readonly weight: number;
  /** In the cell, below the sign of the mark. */
  readonly text: string;
  readonly n: number;
  readonly ofAll: number;
  readonly more: readonly TableCell[];
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  ways: readonly Way[];
  /** Of `more`. */
  columns: readonly TableColumn[];
  fileName: string;
};

/** Ways from the rows to the columns; desired ones point up, undesired ones down. */
export function Matrix({ ways, columns: moreColumns, ...rest }: Props) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const markText = useMarkText();
  const from = [...new Set(ways.map((way) => way.from))].sort(inOrder);
  const to = [...new Set(ways.map((way) => way.to))].sort(inOrder);
  const size = new Map(ways.map((way) => [way.from, way.ofAll]));
  const ordered = ways.toSorted(
    (one, other) => inOrder(one.from, other.from) || inOrder(one.to, other.to),
  );
  const columns: TableColumn[] = [
    { label: t("flows.from") },
    { label: t("flows.to") },
    ...moreColumns,
    { label: "n", format: count },
    { label: t("transitions.ofAll"), format: count },
    { label: t("moves.mark") },
  ];
  const rows = ordered.map((way): TableCell[] => [
    segmentName(way.from),
    segmentName(way.to),
    ...way.more,
    way.n,
    way.ofAll,
    markText(way.mark),
  ]);
  const cells = ordered.map((way): MatrixCell => {
    const more = moreColumns.map(
      ({ label, format }, at) =>
        `${label}: ${format?.((way.more[at] ?? null) as number | null) ?? way.more[at] ?? "–"}`,
    );
    return {
      row: from.indexOf(way.from),
      column: to.indexOf(way.to),
      weight: isStay(way.from, way.to) ? 0 : way.weight,
      text: `${isStay(way.from, way.to) ? "" : `${SIGNS[way.mark]} `}${way.text}`,
      lines: [
        `${segmentName(way.from)} → ${segmentName(way.to)}`,
        ...more,
        `n = ${count(way.n)} / ${count(way.ofAll)}`,
        markText(way.mark),
      ],
    };
  });
  return (
    <MatrixChart
      {...rest}
      rows={from.map((segment) => `${segmentName(segment)}\nn = ${count(size.get(segment))}`)}
      columns={to.map(segmentName)}
      cells={cells}
      table={{ columns, rows }}
    />
  );
}
