import type { Basis, CustomerValue } from "@kundenwert/contract";
import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";
import { ClassBadge } from "./ClassBadge.tsx";
import { ScrollingTable } from "./ScrollingTable.tsx";
import { TextLink } from "./TextLink.tsx";
import { type CustomerColumn, useCustomerColumns } from "./use-customer-columns.ts";

type Props = { items: readonly CustomerValue[]; basis: Basis; label: string };

/** Customers with what they are worth and why; a row leads to the customer. */
export function CustomerTable({ items, basis, label }: Props) {
  const { t } = useTranslation();
  const columns = useCustomerColumns(items, basis);
  const hasAmounts = items.some(({ revenueDiscounted }) => revenueDiscounted !== null);
  return (
    <ScrollingTable label={label} verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" className="kw-number" visibleFrom="sm">
            {t("customers.rank")}
          </Table.Th>
          <Table.Th scope="col">{t("customers.customer")}</Table.Th>
          {hasAmounts && (
            <Table.Th scope="col" visibleFrom="sm">
              {t("customers.class")}
            </Table.Th>
          )}
          {columns.map(({ name }) => (
            <Table.Th key={name} scope="col" className="kw-number">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((customer) => (
          <CustomerRow
            key={customer.customerId}
            customer={customer}
            columns={columns}
            hasClass={hasAmounts}
          />
        ))}
      </Table.Tbody>
    </ScrollingTable>
  );
}

type RowProps = {
  customer: CustomerValue;
  columns: readonly CustomerColumn[];
  hasClass: boolean;
};

function CustomerRow({ customer, columns, hasClass }: RowProps) {
  const format = useFormat();
  const { customerId } = customer;
  return (
    <Table.Tr className="kw-clickable">
      <Table.Td className="kw-number" visibleFrom="sm">
        {format.count(customer.rankPlace)}
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
      {hasClass && (
        <Table.Td visibleFrom="sm">
          <ClassBadge name={customer.class} />
        </Table.Td>
      )}
      {columns.map(({ name, show }) => (
        <Table.Td key={name} className="kw-number">
          {show(customer)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
