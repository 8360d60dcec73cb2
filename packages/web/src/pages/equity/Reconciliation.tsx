import type { Equity, ValueDistribution } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { useFormat } from "../../i18n/format.ts";

type Props = { equity: Equity; distribution: ValueDistribution };

/** That the value of the customer base is the sum of its customers, however they are cut. */
export function Reconciliation({ equity, distribution }: Props) {
  const { t } = useTranslation();
  const { money, count } = useFormat();
  const total = equity.revenueDiscounted ?? 0;
  const parts = (values: readonly (number | null)[]) =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const deciles = parts(distribution.deciles.map(({ revenueDiscounted }) => revenueDiscounted));
  const classes = parts(distribution.classes.map(({ revenueDiscounted }) => revenueDiscounted));
  const n = {
    deciles: parts(distribution.deciles.map(({ customers }) => customers)),
    classes: parts(distribution.classes.map(({ customers }) => customers)),
  };
  const table = {
    columns: [
      { label: t("reconcile.what") },
      { label: t("decile.customers"), format: count },
      { label: t("decile.value"), format: money },
      { label: t("reconcile.difference"), format: money },
    ],
    rows: [
      [t("reconcile.equity"), equity.customers, total, 0],
      [t("reconcile.deciles"), n.deciles, deciles, cents(deciles - total)],
      ...(distribution.classes.length > 0
        ? [[t("reconcile.classes"), n.classes, classes, cents(classes - total)]]
        : []),
    ],
  };
  const exact = table.rows.every(([, , , difference]) => difference === 0);
  return (
    <div className="kw-above">
      <Panel
        title={t("reconcile.title")}
        actions={<TableFiles table={table} fileName={`kundenwert-reconciliation-${equity.asOf}`} />}
      >
        <Text mb="sm">{t(exact ? "reconcile.exact" : "reconcile.off")}</Text>
        <DataTable data={table} label={t("reconcile.title")} />
      </Panel>
    </div>
  );
}

/** To the cent; never −0. */
function cents(amount: number): number {
  return Math.round(100 * amount) / 100 || 0;
}
