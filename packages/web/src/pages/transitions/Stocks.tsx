import type { Transitions } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DeviationChart } from "../../charts/DeviationChart.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";
import { inOrder, segmentName } from "../../segments/segment-name.ts";

type Props = { transitions: Transitions };

/** How many of today's customers are expected where a month from now, against “as today”. */
export function Stocks({ transitions }: Props) {
  const { t } = useTranslation();
  const { count, day, signedPercent } = useFormat();
  const { stocks, forecastFor, reason, isKept } = transitions;
  if (reason !== null || forecastFor === null || stocks.length === 0) {
    return (
      <div className="kw-below">
        <Notice severity="info" title={t("stocks.none")}>
          {textOf(`stocks.reason.${reason}`) ?? t("stocks.none.text")}
        </Notice>
      </div>
    );
  }
  const ordered = stocks
    .filter(({ today }) => today > 0)
    .toSorted((one, other) => inOrder(one.segment, other.segment));
  const [most] = ordered.toSorted(
    (one, other) => Math.abs(other.expected - other.today) - Math.abs(one.expected - one.today),
  );
  return (
    <div className="kw-below">
      <DeviationChart
        title={t("stocks.title", { day: day(forecastFor) })}
        reading={t("stocks.reading", {
          segment: segmentName(most?.segment ?? ""),
          today: count(most?.today),
          expected: count(most?.expected),
        })}
        made={{
          period: t("stocks.period", { day: day(forecastFor) }),
          n: t("made.customers", { n: count(stocks.reduce((sum, { today }) => sum + today, 0)) }),
          basis: t("stocks.basis"),
          method: t("stocks.method"),
          note: isKept ? t("stocks.kept") : undefined,
        }}
        deviations={ordered.map(({ segment, today, expected }) => ({
          name: segmentName(segment),
          own: count(expected),
          all: count(today),
          difference: expected / today - 1,
        }))}
        names={{
          measure: t("alert.segment"),
          own: t("stocks.expected"),
          all: t("stocks.today"),
          difference: t("trigger.effect"),
        }}
        full={signedPercent}
        fileName={`kundenwert-stocks-${forecastFor}`}
      />
      <Proof transitions={transitions} />
    </div>
  );
}

/** How good such a forecast was in the last month, before that had come. */
function Proof({ transitions: { judged } }: Props) {
  const { t } = useTranslation();
  const { day, percent, signedPercent } = useFormat();
  const last = judged.at(-1);
  const proof = last
    ? t("stocks.proof", {
        error: percent(last.stockError),
        asToday: percent(last.asTodayError),
        day: day(last.periodEnd),
        change: signedPercent(last.change),
        low: signedPercent(last.low),
        high: signedPercent(last.high),
      })
    : t("stocks.noProof");
  return (
    <Text size="sm" mt={8}>
      {proof}
    </Text>
  );
}
