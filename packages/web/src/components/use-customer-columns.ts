import type { Basis, CustomerValue } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";

export type CustomerColumn = { readonly name: string; show(customer: CustomerValue): string };

/** The figures of a list of customers; those in money only where the data hold amounts. */
export function useCustomerColumns(
  items: readonly CustomerValue[],
  basis: Basis,
): CustomerColumn[] {
  const { t } = useTranslation();
  const format = useFormat();
  const isRevenue = basis === "revenue";
  const hasAmounts = items.some(({ revenueDiscounted }) => revenueDiscounted !== null);
  const value: CustomerColumn = {
    name: t("customers.value", { basis: t(`basis.${basis}`) }),
    show: (each) => format.money(isRevenue ? each.revenueDiscounted : each.contributionDiscounted),
  };
  const historic: CustomerColumn = {
    name: t("customers.historic"),
    show: (each) => format.money(isRevenue ? each.revenueHistoric : each.contributionHistoric),
  };
  return [
    ...(hasAmounts ? [value] : []),
    {
      name: t("customers.expected"),
      show: ({ expectedPurchases }) => format.number(expectedPurchases),
    },
    {
      name: t("customers.alive"),
      show: ({ probabilityAlive }) => format.percent(probabilityAlive, 0),
    },
    ...(hasAmounts ? [historic] : []),
    { name: t("customers.purchases"), show: ({ purchases }) => format.count(purchases) },
    { name: t("customers.lastDay"), show: ({ lastDay }) => format.day(lastDay) },
  ];
}
