import type { CustomerDetail, ObservedCorrection, ValueReasons } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useView } from "../../view.ts";

/** The value over the horizon that is looked at, part by part; the parts add up to the cent. */
export function Reasons({ detail }: { detail: CustomerDetail }) {
  const { horizon } = useView();
  const { reasons } = detail;
  const shown = reasons.find(({ horizonMonths }) => horizonMonths === horizon) ?? reasons[0];
  return shown ? <Chain reasons={shown} /> : null;
}

/** The rule that holds for the customer, and how far such customers were misjudged before. */
function LikeThese({ correction }: { correction: ObservedCorrection }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { ruleDe, ruleEn, observed, low, high, seen } = correction;
  const told = {
    rule: i18n.language === "de" ? ruleDe : ruleEn,
    observed: format.signedPercent(observed),
    low: format.signedPercent(low),
    high: format.signedPercent(high),
    n: format.count(seen),
  };
  return (
    <Text size="sm" mt="sm">
      {t("why.correction", told)}
    </Text>
  );
}

function Chain({ reasons }: { reasons: ValueReasons }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { spend, transition, fees, expectedPurchases, discountRate } = reasons;
  const { marginRate, horizonMonths, basis } = reasons;
  const factors = {
    purchases: format.expected(expectedPurchases),
    ownMean: format.money(spend?.ownMean),
    ownWeight: format.percent(spend?.ownWeight),
    meanOfAll: format.money(spend?.meanOfAll),
    meanWeight: format.percent(spend?.meanWeight),
    basePurchases: format.expected(transition?.basePurchases),
    baseSpend: format.money(transition?.baseSpend),
    segmentFactor: format.number(transition?.segmentFactor),
    engineFactor: format.number(transition?.engineFactor),
    fee: format.money(fees?.monthlyFee),
    months: format.number(fees?.expectedMonths),
    rate: format.rate(discountRate),
    margin: format.percent(marginRate),
  };
  const columns = [{ label: t("why.part") }, { label: t("why.amount"), format: format.money }];
  const rows = reasons.lines.map(({ code, amount }) => [t(`why.${code}`, factors), amount]);
  return (
    <Panel title={t("why.title")}>
      <Text size="sm" c="dimmed" mb="sm">
        {t("why.reading", { count: horizonMonths, basis: t(`basis.${basis}`) })}
      </Text>
      <DataTable data={{ columns, rows }} label={t("why.title")} />
      {transition?.correction && <LikeThese correction={transition.correction} />}
      {basis === "contribution" && transition?.serviceCost === null && (
        <Text size="sm" c="dimmed" mt="sm">
          {t("why.noService")}
        </Text>
      )}
    </Panel>
  );
}
