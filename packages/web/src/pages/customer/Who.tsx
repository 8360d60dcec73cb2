import type { CustomerDetail } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

type Fact = readonly [label: string, value: ReactNode];

/** Master data, stage of life, and the marks the customer is known by. */
export function Who({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation();
  const facts = [...useMasterData(detail), ...useStage(detail), ...furtherFacts(detail)];
  const { members, identifiers } = detail;
  if (facts.length + members.length + identifiers.length === 0) return null;
  const ids = members.map(({ customerId, source }) =>
    source ? `${customerId} (${source})` : customerId,
  );
  const marks = identifiers.map(({ kind, value }) => `${kind} ${value}`);
  return (
    <Panel title={t("who.title")}>
      {ids.length > 0 && <Text mb="sm">{t("who.members", { ids: ids.join(", ") })}</Text>}
      <dl className="kw-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {marks.length > 0 && (
          <div>
            <dt>{t("who.identifiers")}</dt>
            <dd>{marks.join(" · ")}</dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}

function useMasterData({ master, referredBy }: CustomerDetail): Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const place = master && [master.postcode, master.city, master.region, master.country];
  const link = referredBy && (
    <TextLink to="/customers/$customerId" params={{ customerId: referredBy }} fz="inherit">
      {referredBy}
    </TextLink>
  );
  const facts: [string, ReactNode][] = [
    [t("who.registeredOn"), master?.registeredOn && format.day(master.registeredOn)],
    [t("who.birthYear"), master?.birthYear && String(master.birthYear)],
    [t("who.gender"), master?.gender],
    [t("who.place"), place?.filter(Boolean).join(", ")],
    [t("who.acquisitionChannel"), master?.acquisitionChannel],
    [t("who.paidToAcquire"), master?.paidToAcquire != null && format.money(master.paidToAcquire)],
    [t("who.referredBy"), link],
    [t("who.account"), master?.accountId],
    [t("who.group"), master?.groupId],
  ];
  return facts.filter(([, value]) => Boolean(value));
}

function useStage({ stages, intent }: CustomerDetail): Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const [latest] = stages;
  const stage = latest && textOf(`stage.${latest.stage}`, {});
  const at = latest && t("who.stage.note", { day: format.day(latest.periodEnd) });
  return [
    ...(latest ? [[t("who.stage"), `${stage ?? latest.stage} (${at})`] as const] : []),
    ...(intent
      ? [[t("who.intent"), textOf(`intent.${intent.intent}`) ?? intent.intent] as const]
      : []),
  ];
}

function furtherFacts({ attributes }: CustomerDetail): Fact[] {
  return attributes.map(({ attribute, value }) => [attribute, value]);
}
