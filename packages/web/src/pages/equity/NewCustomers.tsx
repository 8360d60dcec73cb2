import type { Basis, NewCustomer, NewCustomers as Worth } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { newCustomersQuery } from "../../api/queries.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

type Props = { horizon: number; basis: Basis };

/** What a customer who is won now is worth, beside what it costs to win one. */
export function NewCustomers({ horizon, basis }: Props) {
  const { t } = useTranslation();
  const query = useQuery(newCustomersQuery(horizon));
  return (
    <div className="kw-below">
      <Panel title={t("newCustomers.title")}>
        <QueryView query={query}>{(worth) => <Told worth={worth} basis={basis} />}</QueryView>
      </Panel>
    </div>
  );
}

function Told({ worth, basis }: { worth: Worth; basis: Basis }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const { items, horizonMonths, smallestGroup } = worth;
  const data = useTable(items, basis);
  const [first] = items;
  if (!first) return <Text>{t("newCustomers.none")}</Text>;
  const { value, low, high } = of(first, basis);
  const isPrior = items.every(({ source }) => source === "prior");
  return (
    <>
      <Text mb="sm">
        {t("newCustomers.reading", {
          count: horizonMonths,
          value: money(value),
          low: money(low),
          high: money(high),
        })}{" "}
        {first.clvCac === null
          ? t("newCustomers.noCost")
          : t("newCustomers.ratio", {
              cost: money(first.acquisitionCost),
              ratio: number(first.clvCac, 1),
              low: number(first.clvCacLow, 1),
              high: number(first.clvCacHigh, 1),
            })}
        {isPrior && ` ${t("newCustomers.tooYoung")}`}
      </Text>
      <DataTable data={data} label={t("newCustomers.title")} />
      <Text size="xs" c="dimmed" mt="xs">
        {t("newCustomers.made", {
          count: horizonMonths,
          basis: t(`basis.${basis}`),
          n: smallestGroup,
        })}
      </Text>
      <TableFiles table={data} fileName={`kundenwert-new-customers-${horizonMonths}-${basis}`} />
    </>
  );
}

function of(row: NewCustomer, basis: Basis) {
  return basis === "contribution"
    ? { value: row.contribution, low: row.contributionLow, high: row.contributionHigh }
    : { value: row.revenue, low: row.revenueLow, high: row.revenueHigh };
}

function useTable(items: readonly NewCustomer[], basis: Basis) {
  const { t } = useTranslation();
  const { money, number, count } = useFormat();
  const ratio = (value: number | null) => number(value, 1);
  const columns = [
    { label: t("newCustomers.cut") },
    { label: t("newCustomers.member") },
    { label: "n", format: count },
    { label: t(`basis.${basis}`), format: money },
    { label: t("newCustomers.low"), format: money },
    { label: t("newCustomers.high"), format: money },
    { label: t("newCustomers.cost"), format: money },
    { label: "CLV ÷ CAC", format: ratio },
    { label: t("newCustomers.ratioLow"), format: ratio },
    { label: t("newCustomers.ratioHigh"), format: ratio },
  ];
  const cutOf = ({ source, dimension }: NewCustomer) =>
    source === "prior" ? t("newCustomers.prior") : (textOf(`dimension.${dimension}`) ?? dimension);
  const memberOf = ({ dimension, member }: NewCustomer) => {
    if (dimension === "all") return "";
    if (member === "") return t("member.unknown");
    return textOf(`member.${dimension}.${member}`) ?? textOf(`member.${member}`) ?? member;
  };
  const rows = items.map((item) => {
    const { value, low, high } = of(item, basis);
    return [
      ...[cutOf(item), memberOf(item), item.customers, value, low, high],
      ...[item.acquisitionCost, item.clvCac, item.clvCacLow, item.clvCacHigh],
    ];
  });
  return { columns, rows };
}
