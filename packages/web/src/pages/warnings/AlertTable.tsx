import type { Alert, WarningKind } from "@kundenwert/contract";
import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useFormat } from "../../i18n/format.ts";
import { segmentName } from "../../segments/segment-name.ts";

type Props = { alerts: readonly Alert[]; kind: WarningKind; label: string };

/** Who is warned of and why; a row leads to the customer. */
export function AlertTable({ alerts, kind, label }: Props) {
  const { t } = useTranslation();
  const numbers = ["alert.probability", `alert.value.${kind}`, "alert.atStake"] as const;
  return (
    <ScrollingTable label={label} verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" className="kw-number" visibleFrom="sm">
            {t("customers.rank")}
          </Table.Th>
          <Table.Th scope="col">{t("customers.customer")}</Table.Th>
          <Table.Th scope="col">{t("alert.segment")}</Table.Th>
          {numbers.map((name) => (
            <Table.Th key={name} scope="col" className="kw-number">
              {t(name)}
            </Table.Th>
          ))}
          <Table.Th scope="col">{t("alert.reasons")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {alerts.map((alert) => (
          <Row key={alert.customerId} alert={alert} />
        ))}
      </Table.Tbody>
    </ScrollingTable>
  );
}

function Row({ alert }: { alert: Alert }) {
  const format = useFormat();
  const words = useReasons();
  const { customerId, kind, rankPlace, macro, probability, customerWorth, gap, atStake } = alert;
  const numbers = [
    format.percent(probability, 0),
    format.money(kind === "undesired" ? customerWorth : gap),
    format.money(atStake),
  ];
  return (
    <Table.Tr className="kw-clickable">
      <Table.Td className="kw-number" visibleFrom="sm">
        {format.count(rankPlace)}
      </Table.Td>
      <Table.Td>
        <TextLink
          to="/customers/$customerId"
          params={{ customerId }}
          className="kw-nowrap"
          fz="inherit"
        >
          {customerId}
        </TextLink>
      </Table.Td>
      <Table.Td>{segmentName(macro)}</Table.Td>
      {numbers.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand in one order
        <Table.Td key={at} className="kw-number">
          {text}
        </Table.Td>
      ))}
      <Table.Td className="kw-reasons">{words(alert)}</Table.Td>
    </Table.Tr>
  );
}

/** What speaks for the change, the strongest reason first, in the reader's language. */
export function useReasons(): (alert: Alert) => string {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "de" ? "de" : "en";
  return ({ drivers }) =>
    drivers.map(({ words }) => words[language]).join("; ") || t("alert.noReasons");
}
