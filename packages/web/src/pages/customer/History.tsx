import type { CustomerDetail } from "@kundenwert/contract";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { chartBase, tooltipText, valueAxis } from "../../charts/axes.ts";
import { Figure } from "../../charts/Figure.tsx";
import { usePalette } from "../../charts/palette.ts";
import { useEventDays } from "../../events/use-events.ts";
import { useFormat } from "../../i18n/format.ts";

/** What the customer bought and gave back, day by day. */
export function History({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { history, customerId } = detail;
  const [last, first] = [history[0], history.at(-1)];
  const sum = history.reduce((total, { amount }) => total + (amount ?? 0), 0);
  const hasAmounts = history.some(({ amount }) => amount !== null);
  const reading = t(hasAmounts ? "history.reading" : "history.withoutAmounts", {
    count: history.length,
    n: format.count(history.length),
    from: format.day(first?.day),
    to: format.day(last?.day),
    sum: format.money(sum),
  });
  const events = useEventDays(history.map(({ day }) => day));
  const columns = [
    { label: t("history.day") },
    { label: t("history.orders"), format: format.count },
    { label: t("history.lines"), format: format.count },
    { label: t("history.amount"), format: format.money },
  ];
  const rows = history.map(({ day, orders, lines, amount }) => [day, orders, lines, amount]);
  const made = {
    period: t("made.between", { from: format.day(first?.day), to: format.day(last?.day) }),
    n: t("history.made.n", { count: history.length, n: format.count(history.length) }),
    basis: t("history.made.basis"),
    method: t("made.asImported"),
    note: t("history.made.limit"),
  };
  return (
    <div className="kw-below">
      <Figure
        title={t("history.title")}
        reading={reading}
        made={made}
        option={useOption(history)}
        table={{ columns, rows }}
        fileName={`kundenwert-${customerId.replaceAll(/[^\p{L}\p{N}-]/gu, "_")}`}
        height={260}
        events={events}
      />
    </div>
  );
}

function useOption(history: CustomerDetail["history"]) {
  const { shortMoney, money, day, count } = useFormat();
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    // Without amounts the bars count orders.
    const hasAmounts = history.some(({ amount }) => amount !== null);
    const shown = hasAmounts ? money : count;
    const say = ([point]: { value: [string, number] }[]) =>
      point ? tooltipText([day(point.value[0]), shown(point.value[1])]) : "";
    return {
      ...base,
      grid: { ...base.grid, top: 32 },
      tooltip: { ...base.tooltip, formatter: say },
      xAxis: {
        type: "time",
        // Room for half a bar at either end.
        boundaryGap: ["1%", "1%"],
        axisLabel: {
          color: palette.dimmed,
          hideOverlap: true,
          fontSize: 12,
          formatter: (time: number) => day(new Date(time).toISOString()),
        },
        axisLine: { lineStyle: { color: palette.line } },
      },
      yAxis: {
        ...valueAxis(palette, { format: hasAmounts ? shortMoney : count }),
        minInterval: hasAmounts ? 0 : 1,
      },
      series: [
        {
          type: "bar",
          data: history.map(({ day: on, amount, orders }) => [on, hasAmounts ? amount : orders]),
          barWidth: 5,
          itemStyle: { color: palette.first },
        },
      ],
    };
  }, [history, palette, shortMoney, money, day, count]);
}
