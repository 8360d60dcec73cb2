import type { ImportPreview, LedgerTableName } from "@kundenwert/contract";
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ImportFlow } from "./use-import-flow.ts";

type Props = { flow: ImportFlow; preview: ImportPreview };

/** The most usual first; a table that is missing here is a compile error. */
const ALL: Readonly<Record<LedgerTableName, true>> = {
  orders: true,
  customers: true,
  subscriptions: true,
  interactions: true,
  feedback: true,
  costs: true,
  products: true,
  campaigns: true,
  campaign_members: true,
  referrals: true,
  consents: true,
  usage: true,
  customer_attributes: true,
  identifiers: true,
  exchange_rates: true,
};
const TABLES = Object.keys(ALL) as LedgerTableName[];

/** What the file holds: as its columns suggest, or as somebody says who knows. */
export function TableField({ flow, preview }: Props) {
  const { t } = useTranslation();
  const { reading, change } = flow;
  return (
    <NativeSelect
      label={t("import.table")}
      mb="md"
      maw={420}
      value={preview.table}
      onChange={({ currentTarget }) => {
        const table = TABLES.find((each) => each === currentTarget.value);
        // Columns mean something else in another table.
        const { mapping: _, ...rest } = reading;
        change({ ...rest, ...(table ? { table } : {}) });
      }}
      data={TABLES.map((value) => ({ value, label: t(`table.${value}`) }))}
    />
  );
}
