import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { StackChart } from "../../charts/StackChart.tsx";
import { WaterfallChart } from "../../charts/WaterfallChart.tsx";
import { useEvents } from "../../events/use-events.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import type { Series } from "../../figures/series.ts";
import { useFormat } from "../../i18n/format.ts";
import { MOVEMENTS, type MrrPeriod, mrrPeriods } from "./mrr-periods.ts";

/** What moved the MRR: period by period, and the latest one from its beginning to its end. */
export function Movements({ series }: { series: readonly Series[] }) {
  const periods = useMemo(() => mrrPeriods(series), [series]);
  const latest = periods.findLast(({ isComplete }) => isComplete) ?? periods.at(-1);
  return (
    <div className="kw-grid">
      <Bars periods={periods} />
      {latest && <Bridge period={latest} />}
    </div>
  );
}

function Bars({ periods }: { periods: readonly MrrPeriod[] }) {
  const { t } = useTranslation();
  const { money, shortMoney } = useFormat();
  const { period: kind = "month" } = useSearch({ from: "/recurring" });
  const periodName = usePeriodName();
  const made = useMrrMade(periods);
  const events = useEvents(
    periods.map(({ periodStart, periodEnd }) => ({ start: periodStart, end: periodEnd })),
  );
  const moved = MOVEMENTS.filter((name) => periods.some((each) => each[name] !== 0));
  const up = sum(
    periods.map(
      ({ mrr_new, mrr_expansion, mrr_reactivation }) => mrr_new + mrr_expansion + mrr_reactivation,
    ),
  );
  const down = sum(periods.map(({ mrr_churn, mrr_contraction }) => mrr_churn + mrr_contraction));
  const of = (name: "mrr_opening" | "mrr") => periods.map((each) => each[name]);
  return (
    <StackChart
      title={t("recurring.movements")}
      reading={t("recurring.movements.reading", {
        periods: periods.length,
        up: money(up),
        down: money(-down),
        from: money(periods[0]?.mrr_opening),
        to: money(periods.at(-1)?.mrr),
      })}
      made={made}
      axis={t(`period.${kind}`)}
      bars={periods.map(
        ({ period, isComplete }) => `${periodName(period)}${isComplete ? "" : " *"}`,
      )}
      parts={moved.map((name) => ({
        name: t(`recurring.${name}`),
        values: periods.map((each) => each[name]),
      }))}
      also={[
        { name: t("recurring.mrr_opening"), values: of("mrr_opening"), format: money },
        { name: t("recurring.mrr"), values: of("mrr"), format: money },
      ]}
      full={money}
      short={shortMoney}
      fileName={`kundenwert-mrr-movements-${kind}`}
      events={events}
    />
  );
}

function Bridge({ period }: { period: MrrPeriod }) {
  const { t } = useTranslation();
  const { money, wholeMoney, shortMoney } = useFormat();
  const periodName = usePeriodName();
  const made = useMrrMade([period]);
  const moved = MOVEMENTS.filter((name) => period[name] !== 0);
  const largest = moved.toSorted((a, b) => Math.abs(period[b]) - Math.abs(period[a]))[0];
  const steps = [
    { name: t("recurring.mrr_opening"), amount: period.mrr_opening, isLevel: true },
    ...moved.map((name) => ({
      name: t(`recurring.${name}`),
      amount: period[name],
      isLevel: false,
    })),
    { name: t("recurring.mrr"), amount: period.mrr, isLevel: true },
  ];
  const said = {
    period: periodName(period.period),
    from: money(period.mrr_opening),
    to: money(period.mrr),
  };
  return (
    <WaterfallChart
      title={t("recurring.bridge", { period: said.period })}
      reading={
        largest
          ? t("recurring.bridge.reading", {
              ...said,
              largest: t(`recurring.${largest}`),
              amount: money(period[largest]),
            })
          : t("recurring.bridge.still", said)
      }
      made={made}
      steps={steps}
      full={money}
      short={shortMoney}
      label={wholeMoney}
      fileName={`kundenwert-mrr-bridge-${period.period}`}
    />
  );
}

function useMrrMade(periods: readonly MrrPeriod[]) {
  const { t } = useTranslation();
  const { day, count } = useFormat();
  const last = periods.at(-1);
  return {
    period: t("made.between", { from: day(periods[0]?.periodStart), to: day(last?.periodEnd) }),
    n: t("made.subscribers", { n: count(last?.n) }),
    basis: t("made.basisIs", { basis: t("figureBasis.fees") }),
    method: t("made.counted"),
    note: periods.some(({ isComplete }) => !isComplete) ? t("made.runs") : undefined,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
