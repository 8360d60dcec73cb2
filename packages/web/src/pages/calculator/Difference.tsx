import type { Formulas } from "@kundenwert/contract";
import { List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { amountOf } from "./formula-inputs.ts";

/** Why the formulas give different values, with the numbers that were put in. */
export function Difference({ formulas }: { formulas: Formulas }) {
  const { t } = useTranslation();
  const { money, rate, number } = useFormat();
  const { inputs } = formulas;
  const lifetime = inputs.retention < 1 ? 1 / (1 - inputs.retention) : null;
  const undiscounted = lifetime === null ? null : inputs.margin * (lifetime - 1);
  const reasons = [
    t("difference.order", {
      value: money(amountOf(formulas, "order-value")),
      years: number(inputs.years, 0),
    }),
    t("difference.subscription", { value: money(amountOf(formulas, "subscription")) }),
    t("difference.net", {
      gross: money(inputs.annualRevenue * inputs.relationYears),
      cost: money(inputs.acquisitionCost),
    }),
    t("difference.retention", {
      lifetime: number(lifetime),
      retention: rate(inputs.retention),
      undiscounted: money(undiscounted),
      rate: rate(inputs.discountRate),
      value: money(amountOf(formulas, "retention")),
    }),
  ];
  return (
    <div className="kw-above">
      <Panel title={t("difference.formulas")}>
        <List size="sm" spacing={6}>
          {reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
        <Text size="sm" mt="sm">
          {t("difference.forecast")}
        </Text>
      </Panel>
    </div>
  );
}
