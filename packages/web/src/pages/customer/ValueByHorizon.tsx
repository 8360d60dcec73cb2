import type { CustomerValue } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";

/** The forecast over each horizon beside the past. */
export function ValueByHorizon({ values }: { values: readonly CustomerValue[] }) {
  const { t } = useTranslation();
  const { money, expected, percent } = useFormat();
  const known = values.some(({ contributionDiscounted }) => contributionDiscounted !== null);
  const hasAmounts = values.some(({ revenueDiscounted }) => revenueDiscounted !== null);
  const columns = [
    { label: t("customer.horizon") },
    { label: t("customers.expected"), format: expected },
    { label: t("customer.noPurchase"), format: (value: number | null) => percent(value, 0) },
    ...(hasAmounts
      ? [
          { label: t("equity.predicted"), format: money },
          { label: t("customer.discounted"), format: money },
          { label: t("equity.total"), format: money },
        ]
      : []),
    ...(known ? [{ label: t("basis.contribution"), format: money }] : []),
  ];
  const rows = values.map((value) => [
    t("view.months", { count: value.horizonMonths }),
    value.expectedPurchases,
    value.probabilityNoPurchase,
    ...(hasAmounts ? [value.revenuePredicted, value.revenueDiscounted, value.revenueTotal] : []),
    ...(known ? [value.contributionDiscounted] : []),
  ]);
  return (
    <Panel title={t("customer.horizons")}>
      <DataTable data={{ columns, rows }} label={t("customer.horizons")} />
    </Panel>
  );
}
