import type { Basis, Equity } from "@kundenwert/contract";
import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyFigure } from "../../components/KeyFigure.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { type Amounts, amountsOf } from "./equity-amounts.ts";
import { Interval } from "./Interval.tsx";

type Props = { equity: Equity; basis: Basis };

/** What all customers are worth over the horizon, with its interval and what it is made of. */
export function EquityCard({ equity, basis }: Props) {
  const { t } = useTranslation();
  const amounts = amountsOf(equity, basis);
  return (
    <section className="kw-card kw-equity" aria-labelledby="equity">
      <div>
        <Title order={2} size="h4" id="equity">
          {t(amounts.value === null ? "equity.titlePurchases" : "equity.title", {
            count: equity.horizonMonths,
          })}
        </Title>
        {amounts.value === null ? (
          <Purchases equity={equity} />
        ) : (
          <Worth equity={equity} basis={basis} amounts={amounts} />
        )}
      </div>
      <div className="kw-figures">
        <Buyers equity={equity} />
        {amounts.value !== null && <Parts equity={equity} basis={basis} amounts={amounts} />}
      </div>
    </section>
  );
}

/** Without amounts there are purchases to foretell, and no value. */
function Purchases({ equity }: { equity: Equity }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Text className="kw-hero">{format.count(equity.expectedPurchases)}</Text>
      <Text mb="sm">{t("equity.purchasesOnly")}</Text>
      <Notice severity="info" title={t("equity.noAmounts")}>
        {t("equity.noAmounts.todo")}
      </Notice>
    </>
  );
}

function Worth({ equity, basis, amounts }: Props & { amounts: Amounts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { low, value, high } = amounts;
  const reading = {
    basis: t(`basis.${basis}`),
    from: format.day(equity.asOf),
    to: format.day(equity.horizonEnd),
    rate: format.rate(equity.discountRate),
    n: format.count(equity.customers),
  };
  return (
    <>
      <Text className="kw-hero">{format.wholeMoney(value)}</Text>
      {low !== null && value !== null && high !== null && (
        <>
          <Interval low={low} value={value} high={high} />
          <Text fw={500} mt={8}>
            {t("equity.interval", { low: format.shortMoney(low), high: format.shortMoney(high) })}
          </Text>
        </>
      )}
      {!equity.verified && (
        <Text size="sm" mt={6} c="var(--kw-warn)">
          {t("equity.unverified")}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={6}>
        {t("equity.reading", reading)}
      </Text>
    </>
  );
}

function Buyers({ equity: { customers, expectedPurchases } }: { equity: Equity }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <KeyFigure label={t("equity.customers")} value={format.count(customers)} />
      <KeyFigure
        label={t("equity.purchases")}
        value={format.count(expectedPurchases)}
        note={t("equity.purchases.note", { n: format.number(expectedPurchases / customers) })}
      />
    </>
  );
}

function Parts({ equity, basis, amounts }: Props & { amounts: Amounts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { customers, marginRate } = equity;
  const perCustomer = amounts.value === null ? null : amounts.value / customers;
  const name = t(`basis.${basis}`);
  return (
    <>
      <KeyFigure
        label={t("equity.perCustomer")}
        value={format.money(perCustomer)}
        note={t("equity.perCustomer.note")}
      />
      <KeyFigure
        label={t("equity.historic", { basis: name })}
        value={format.shortMoney(amounts.historic)}
        note={t("equity.historic.note")}
      />
      {basis === "revenue" ? (
        <KeyFigure
          label={t("equity.predicted")}
          value={format.shortMoney(equity.revenuePredicted)}
          note={t("equity.predicted.note")}
        />
      ) : (
        <KeyFigure label={t("equity.margin")} value={format.percent(marginRate)} />
      )}
      <KeyFigure
        label={t("equity.total")}
        value={format.shortMoney(amounts.total)}
        note={t("equity.total.note")}
      />
    </>
  );
}
