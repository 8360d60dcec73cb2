import type { Doctor } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

/** How much each table of the ledger holds, of which days, and what nothing was imported of. */
export function Ledger({ tables }: Pick<Doctor, "tables">) {
  const { t } = useTranslation();
  const { count, day } = useFormat();
  const name = (table: string) => textOf(`ledger.${table}`) ?? table;
  const held = tables.filter(({ rows }) => rows > 0);
  const missing = tables.filter(({ rows }) => rows === 0).map(({ table }) => name(table));
  if (held.length === 0) return null;
  const columns = [
    { label: t("doctor.table") },
    { label: t("doctor.tableRows"), format: count },
    { label: t("doctor.first") },
    { label: t("doctor.last") },
  ];
  const rows = held.map(({ table, rows, firstDay, lastDay }) => [
    name(table),
    rows,
    firstDay && day(firstDay),
    lastDay && day(lastDay),
  ]);
  return (
    <Panel title={t("doctor.ledger")}>
      <DataTable data={{ columns, rows }} label={t("doctor.ledger")} />
      {missing.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t("doctor.missing", { names: missing.join(", ") })}
        </Text>
      )}
    </Panel>
  );
}
