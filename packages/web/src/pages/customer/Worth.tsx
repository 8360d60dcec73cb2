import type { CustomerDetail, CustomerValue } from "@kundenwert/contract";
import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ClassBadge } from "../../components/ClassBadge.tsx";
import { KeyFigure } from "../../components/KeyFigure.tsx";
import { useFormat } from "../../i18n/format.ts";
import { methodName } from "../../i18n/method.ts";
import { useView } from "../../view.ts";

/** The value over the horizon that is looked at, and the sum it comes from. */
export function Worth({ detail: { values, customers } }: { detail: CustomerDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { horizon } = useView();
  const value = values.find(({ horizonMonths }) => horizonMonths === horizon) ?? values[0];
  if (!value) return null;
  const isWorth = value.revenueDiscounted !== null;
  const place = {
    rank: format.count(value.rankPlace),
    n: format.count(customers),
    decile: format.count(value.decile),
  };
  return (
    <section className="kw-card kw-equity" aria-labelledby="worth">
      <div>
        <Title order={2} size="h4" id="worth">
          {t(isWorth ? "customer.worth" : "equity.titlePurchases", { count: value.horizonMonths })}
        </Title>
        <Text className="kw-hero">
          {isWorth
            ? format.money(value.revenueDiscounted)
            : format.expected(value.expectedPurchases)}
        </Text>
        <Why value={value} />
        <Text size="sm" c="dimmed" mt={8}>
          {isWorth && <ClassBadge name={value.class} />} {t("customer.place", place)}
        </Text>
      </div>
      <Facts value={value} />
    </section>
  );
}

/** The value as the product it is. */
function Why({ value }: { value: CustomerValue }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value.revenueDiscounted === null) return <Text>{t("customer.purchasesOnly")}</Text>;
  const parts = {
    purchases: format.expected(value.expectedPurchases),
    spend: format.money(value.expectedSpend),
    predicted: format.money(value.revenuePredicted),
    value: format.money(value.revenueDiscounted),
  };
  return <Text>{t("customer.why", parts)}</Text>;
}

function Facts({ value }: { value: CustomerValue }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { probabilityNoPurchase: none } = value;
  const buys = none === null ? null : 1 - none;
  // The transition method knows of no active and inactive customers: that is the model beside it.
  const isForeseenElse = value.method.split("+").includes("transition");
  const since = { first: format.day(value.firstDay), days: format.count(value.age) };
  return (
    <div className="kw-figures">
      <KeyFigure
        label={t("customer.buys")}
        value={format.percent(buys, 0)}
        note={t("customer.buys.note", {
          count: value.horizonMonths,
          method: methodName(value.method),
        })}
      />
      <KeyFigure
        label={t("customers.alive")}
        value={format.percent(value.probabilityAlive, 0)}
        note={t(isForeseenElse ? "customer.alive.base" : "customer.alive.note")}
      />
      <KeyFigure
        label={t("customers.purchases")}
        value={format.count(value.purchases)}
        note={t("customer.since", since)}
      />
      <KeyFigure label={t("customers.lastDay")} value={format.day(value.lastDay)} />
      {value.revenueHistoric !== null && (
        <>
          <KeyFigure label={t("customers.historic")} value={format.money(value.revenueHistoric)} />
          <KeyFigure label={t("customer.average")} value={format.money(value.averageOrderValue)} />
        </>
      )}
    </div>
  );
}
