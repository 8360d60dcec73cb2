import type { EquityBridge as Months } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { bridgeQuery, overviewQuery } from "../../api/queries.ts";
import { WaterfallChart } from "../../charts/WaterfallChart.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { Switch } from "../../components/Switch.tsx";
import { useFormat } from "../../i18n/format.ts";
import { methodName } from "../../i18n/method.ts";
import { type Bridge, bridgeOver, unexplained } from "./bridge.ts";

/** Why the worth of all customers is another than before. */
export function EquityBridge() {
  const query = useQuery(bridgeQuery);
  return <QueryView query={query}>{(months) => <Spans months={months} />}</QueryView>;
}

function Spans({ months }: { months: Months }) {
  const { t } = useTranslation();
  const [span, setSpan] = useState("3");
  const { items } = months;
  const bridge = bridgeOver(items, Number(span));
  if (!bridge) return <Text my="md">{t("bridge.none")}</Text>;
  const spans = ["1", "3", "11"].filter((each) => Number(each) <= Math.max(1, items.length));
  return (
    <div className="kw-above">
      <div className="kw-above">
        <Switch
          label={t("bridge.span")}
          value={spans.includes(span) ? span : (spans.at(-1) ?? "1")}
          options={spans.map((each) => ({
            value: each,
            label: t("view.months", { count: Number(each) }),
          }))}
          onChange={setSpan}
        />
      </div>
      <Chart bridge={bridge} horizon={months.horizonMonths} />
      <Text size="sm" c="dimmed" mt={8}>
        {t("bridge.missing")}
      </Text>
      <ServerFiles table="equity-bridge" query={{}} />
    </div>
  );
}

function Chart({ bridge, horizon }: { bridge: Bridge; horizon: number }) {
  const { t } = useTranslation();
  const { money, signedMoney, wholeMoney, shortMoney, count, day } = useFormat();
  const { opening, closing, movements, first, last } = bridge;
  const moved = movements.filter(({ amount }) => amount !== 0);
  const largest = moved.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))[0];
  const contribution = useQuery(overviewQuery).data?.contributionKnown === true;
  return (
    <WaterfallChart
      title={t("bridge.title")}
      reading={t("bridge.reading", {
        to: money(closing),
        from: money(opening),
        difference: signedMoney(closing - opening),
        largest: largest ? t(`bridge.${largest.name}`) : "–",
        amount: signedMoney(largest?.amount ?? null),
        n: count(largest?.n ?? null),
      })}
      made={{
        period: t("bridge.until", {
          count: monthsOf(first.periodEnd, last.periodEnd),
          day: day(last.periodEnd),
        }),
        n: t("made.customers", { n: count(last.customers) }),
        basis: t(contribution ? "bridge.basis.contribution" : "bridge.basis.revenue", {
          count: horizon,
        }),
        method: t("made.method", { method: methodName(last.method) }),
        note: t("bridge.rest", { rest: money(Math.abs(unexplained(bridge))) }),
      }}
      steps={[
        { name: t("bridge.opening"), amount: opening, isLevel: true },
        ...moved.map(({ name, amount }) => ({ name: t(`bridge.${name}`), amount, isLevel: false })),
        { name: t("bridge.closing"), amount: closing, isLevel: true },
      ]}
      full={money}
      short={shortMoney}
      label={wholeMoney}
      fileName={`kundenwert-bridge-${last.periodEnd}`}
    />
  );
}

/** How many months lie from one month end to another, both counted. */
function monthsOf(first: string, last: string): number {
  const number = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return number(last) - number(first) + 1;
}
