import type { Alert, WarningKind } from "@kundenwert/contract";
import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { useFormat } from "../../i18n/format.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { useReasons } from "./AlertTable.tsx";

type Props = { kind: WarningKind; alerts: readonly Alert[] };

/** What is shown as a file, with its reasons in words; and the whole list, streamed. */
export function AlertFiles({ kind, alerts }: Props) {
  const { t } = useTranslation();
  const { percent, money, count } = useFormat();
  const words = useReasons();
  const columns = [
    { label: t("customers.rank"), format: count },
    { label: t("customers.customer") },
    { label: t("alert.segment") },
    { label: t("alert.probability"), format: percent },
    { label: t(`alert.value.${kind}`), format: money },
    { label: t("alert.atStake"), format: money },
    { label: t("alert.reasons") },
  ];
  const rows = alerts.map((alert) => [
    alert.rankPlace,
    alert.customerId,
    segmentName(alert.macro),
    alert.probability,
    kind === "undesired" ? alert.customerWorth : alert.gap,
    alert.atStake,
    words(alert),
  ]);
  return (
    <div>
      <Group gap={4}>
        <Text size="sm" c="dimmed">
          {t("alert.files.shown", { n: alerts.length })}
        </Text>
        <TableFiles table={{ columns, rows }} fileName={`kundenwert-${kind}-${alerts.length}`} />
      </Group>
      <ServerFiles table="alerts" query={{ kind }} label={t("alert.files.all")} />
    </div>
  );
}
