import type { ChartPoint } from "@kundenwert/contract";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ControlChart } from "../../charts/ControlChart.tsx";
import { spansOf } from "../../events/event-marks.ts";
import { useEvents } from "../../events/use-events.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { signalName } from "./signal-name.ts";
import type { Move } from "./warnings-search.ts";

type Props = { points: readonly ChartPoint[]; move: Move };

/** Month by month the share of a segment that moved, beside what is usual for it. */
export function SegmentControl({ points, move }: Props) {
  const { t } = useTranslation();
  const { percent, count, day } = useFormat();
  const periodName = usePeriodName();
  const [first, last] = [points[0], points.at(-1)];
  const events = useEvents(
    spansOf(
      points.map(({ periodEnd }) => periodEnd),
      1,
    ),
  );
  const shown = useMemo(
    () =>
      points.map((point) => ({
        ...point,
        period: periodName(point.periodEnd.slice(0, 7)),
        signalName: point.signal === null ? null : signalName(point.signal),
      })),
    [points, periodName],
  );
  const title = t(`control.title.${move}`, { segment: segmentName(last?.macro ?? "") });
  const said = {
    period: periodName((last?.periodEnd ?? "").slice(0, 7)),
    share: percent(last?.share),
    n: count(last?.size),
    low: percent(last?.lowerLimit),
    high: percent(last?.upperLimit),
  };
  const young = last?.centre == null;
  const reading = young
    ? t("control.reading.young", { period: said.period, share: said.share, n: said.n })
    : last?.signal
      ? t("control.reading.signal", {
          ...said,
          signal: signalName(last.signal),
          since: day(last.since),
        })
      : t("control.reading.usual", said);
  return (
    <ControlChart
      title={title}
      reading={reading}
      made={{
        period: t("made.between", { from: day(first?.periodEnd), to: day(last?.periodEnd) }),
        n: t("control.n", { n: count(last?.size) }),
        basis: t("control.basis"),
        method: t("control.method"),
        note: t("control.note"),
      }}
      points={shown}
      events={events}
      fileName={`kundenwert-control-${last?.macro}-${move}`}
    />
  );
}
