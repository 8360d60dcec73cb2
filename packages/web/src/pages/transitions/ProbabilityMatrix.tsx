import type { TransitionCell, Transitions } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format.ts";
import { isStay, segmentName } from "../../segments/segment-name.ts";
import { Matrix } from "./Matrix.tsx";

/** How likely each move is, with n and the interval. */
export function ProbabilityMatrix({ transitions }: { transitions: Transitions }) {
  const { t } = useTranslation();
  const { percent, number, count, day } = useFormat();
  const { cells, level, months, learntAt } = transitions;
  const share = (value: number | null) => percent(value);
  const points = (value: number) => number(100 * value, 1);
  const all = new Map(cells.map((cell) => [cell.fromSegment, cell.fromCustomers]));
  const total = [...all.values()].reduce((sum, each) => sum + each, 0);
  return (
    <Matrix
      title={t("transitions.title", { count: months })}
      reading={useReading(cells, months)}
      made={{
        period: t("transitions.period", { count: months }),
        n: t("transitions.n", { n: count(total) }),
        basis: t(`transitions.basis.${level}`),
        method: t("transitions.method"),
        note: learntAt ? t("transitions.learntAt", { day: day(learntAt) }) : undefined,
      }}
      ways={cells.map((cell) => ({
        from: cell.fromSegment,
        to: cell.toSegment,
        // A micro-segment is worth more or less than its macro segment: to stay there is no move.
        mark: isStay(cell.fromSegment, cell.toSegment) ? "neutral" : cell.mark,
        weight: cell.probability,
        text: `${share(cell.probability)}\n${points(cell.low)}–${points(cell.high)}`,
        n: cell.customers,
        ofAll: cell.fromCustomers,
        more: [cell.probability, cell.low, cell.high],
      }))}
      columns={[
        { label: t("alert.probability"), format: share },
        { label: t("trend.low"), format: share },
        { label: t("trend.high"), format: share },
      ]}
      fileName={`kundenwert-transitions-${level}-${months}`}
    />
  );
}

/** The likeliest desired and undesired moves that are not rare. */
function useReading(cells: readonly TransitionCell[], months: number): string {
  const { t } = useTranslation();
  const { percent, count } = useFormat();
  const likeliest = (mark: TransitionCell["mark"]) =>
    cells
      .filter((cell) => cell.mark === mark && !isStay(cell.fromSegment, cell.toSegment))
      .toSorted((one, other) => other.probability - one.probability)[0];
  const say = (cell: TransitionCell | undefined) =>
    cell
      ? t("transitions.way", {
          from: segmentName(cell.fromSegment),
          to: segmentName(cell.toSegment),
          share: percent(cell.probability),
          low: percent(cell.low),
          high: percent(cell.high),
          n: count(cell.customers),
        })
      : "–";
  return t("transitions.reading", {
    count: months,
    down: say(likeliest("undesired")),
    up: say(likeliest("desired")),
  });
}
