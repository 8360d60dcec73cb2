import type { CustomerDetail } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { localDay } from "./local-day.ts";

type Props = { detail: CustomerDetail };

/** What the customer allows, purpose by purpose. */
export function Consents({ detail: { consents } }: Props) {
  const { t } = useTranslation();
  const { day } = useFormat();
  if (consents.length === 0) return null;
  const columns = [
    { label: t("consents.purpose") },
    { label: t("consents.channel") },
    { label: t("consents.state") },
    { label: t("consents.since") },
    { label: t("consents.basis") },
  ];
  const rows = consents.map(({ purpose, channel, granted, decidedAt, refusedAt, basis }) => [
    purpose || null,
    channel || null,
    t(granted ? "consents.granted" : "consents.refused"),
    day(localDay(granted ? decidedAt : (refusedAt ?? decidedAt))),
    basis,
  ]);
  return (
    <Panel title={t("consents.title")}>
      <DataTable data={{ columns, rows }} label={t("consents.title")} />
    </Panel>
  );
}

/** Customers who came because of this one. */
export function Referred({ detail: { referred } }: Props) {
  const { t } = useTranslation();
  const { day, count, money } = useFormat();
  if (referred.length === 0) return null;
  const revenue = referred.reduce((sum, { revenueSoFar }) => sum + (revenueSoFar ?? 0), 0);
  const columns = [
    { label: t("referred.customer") },
    { label: t("referred.on") },
    { label: t("referred.purchases"), format: count },
    { label: t("referred.revenue"), format: money },
  ];
  const rows = referred.map(({ customerId, referredOn, purchases, revenueSoFar }) => [
    customerId,
    day(referredOn),
    purchases,
    revenueSoFar,
  ]);
  return (
    <Panel title={t("referred.title")}>
      <Text mb="sm">
        {t("referred.reading", { count: referred.length, revenue: money(revenue) })}
      </Text>
      <DataTable data={{ columns, rows }} label={t("referred.title")} />
    </Panel>
  );
}
