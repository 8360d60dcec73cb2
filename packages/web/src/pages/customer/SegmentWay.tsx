import type { CustomerDetail, SegmentMonth } from "@kundenwert/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { customerSegmentsQuery } from "../../api/segment-queries.ts";
import { StepChart } from "../../charts/StepChart.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { spansOf } from "../../events/event-marks.ts";
import { useEvents } from "../../events/use-events.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { inOrder, segmentName } from "../../segments/segment-name.ts";

/** The customer's way through the segments, month by month. */
export function SegmentWay({ detail: { customerId } }: { detail: CustomerDetail }) {
  const query = useQuery(customerSegmentsQuery(customerId));
  return (
    <QueryView query={query} height={300}>
      {({ months }) => (months.length > 1 ? <Way customerId={customerId} months={months} /> : null)}
    </QueryView>
  );
}

type Props = { customerId: string; months: readonly SegmentMonth[] };

function Way({ customerId, months }: Props) {
  const { t } = useTranslation();
  const { money, count, day } = useFormat();
  const periodName = usePeriodName();
  const [first, last] = [months[0], months.at(-1)];
  const moves = months.filter(({ macro }, at) => at > 0 && macro !== months[at - 1]?.macro).length;
  const since = months.findLast(({ macro }, at) => macro !== months[at - 1]?.macro);
  const places = useMemo(
    () => [...new Set(months.map(({ macro }) => macro))].sort(inOrder).map(segmentName),
    [months],
  );
  const ends = months.map(({ periodEnd }) => periodEnd);
  const events = useEvents(spansOf(ends, 1));
  const columns = [
    { label: t("period.month") },
    { label: t("way.macro") },
    { label: t("way.micro") },
    { label: t("way.own") },
    { label: t("way.worth"), format: money },
  ];
  const rows = months.map(({ periodEnd, macro, segment, own, worth }) => [
    periodName(periodEnd.slice(0, 7)),
    segmentName(macro),
    segment === null ? null : segmentName(segment),
    own,
    worth,
  ]);
  return (
    <div className="kw-above">
      <StepChart
        title={t("way.title")}
        reading={t("way.reading", {
          segment: segmentName(last?.segment ?? last?.macro ?? ""),
          macro: segmentName(since?.macro ?? ""),
          since: periodName((since?.periodEnd ?? "").slice(0, 7)),
          count: moves,
          moves: count(moves),
          months: count(months.length),
        })}
        made={{
          period: t("made.between", { from: day(first?.periodEnd), to: day(last?.periodEnd) }),
          n: t("way.n", { n: count(months.length) }),
          basis: t("flows.basis"),
          method: t("segments.method.macro"),
        }}
        steps={months.map(({ periodEnd, macro, segment, worth }) => ({
          moment: periodName(periodEnd.slice(0, 7)),
          place: segmentName(macro),
          lines: [
            periodName(periodEnd.slice(0, 7)),
            segmentName(segment ?? macro),
            ...(worth === null ? [] : [`${t("way.worth")}: ${money(worth)}`]),
          ],
        }))}
        places={places}
        table={{ columns, rows }}
        events={events}
        fileName={`kundenwert-segments-${customerId.replaceAll(/[^\p{L}\p{N}-]/gu, "_")}`}
      />
    </div>
  );
}
