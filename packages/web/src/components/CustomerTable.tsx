import type { Basis, CustomerValue } from "@kundenwert/contract";
import { Anchor, Table } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";
import { ClassBadge } from "./ClassBadge.tsx";

const CustomerLink = createLink(Anchor<"a">);

type Props = { items: readonly CustomerValue[]; basis: Basis; label: string };

/** Customers with what they are worth and why; a row leads to the customer. */
export function CustomerTable({ items, basis, label }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="kw-scroll" tabIndex={0} aria-label={label}>
      <Table verticalSpacing={8}>
        <Head basis={basis} />
        <Table.Tbody>
          {items.map((customer) => (
            <CustomerRow key={customer.customerId} customer={customer} basis={basis} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Head({ basis }: { basis: Basis }) {
  const { t } = useTranslation();
  const numbers = [
    t("customers.value", { basis: t(`basis.${basis}`) }),
    t("customers.expected"),
    t("customers.alive"),
    t("customers.historic"),
    t("customers.purchases"),
    t("customers.lastDay"),
  ];
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col" className="kw-number" visibleFrom="sm">
          {t("customers.rank")}
        </Table.Th>
        <Table.Th scope="col">{t("customers.customer")}</Table.Th>
        <Table.Th scope="col" visibleFrom="sm">
          {t("customers.class")}
        </Table.Th>
        {numbers.map((name) => (
          <Table.Th key={name} scope="col" className="kw-number">
            {name}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

function CustomerRow({ customer, basis }: { customer: CustomerValue; basis: Basis }) {
  const format = useFormat();
  const isRevenue = basis === "revenue";
  const value = isRevenue ? customer.revenueDiscounted : customer.contributionDiscounted;
  const historic = isRevenue ? customer.revenueHistoric : customer.contributionHistoric;
  const numbers = [
    format.money(value),
    format.number(customer.expectedPurchases),
    format.percent(customer.probabilityAlive, 0),
    format.money(historic),
    format.count(customer.purchases),
    format.day(customer.lastDay),
  ];
  const { customerId } = customer;
  return (
    <Table.Tr className="kw-clickable">
      <Table.Td className="kw-number" visibleFrom="sm">
        {format.count(customer.rankPlace)}
      </Table.Td>
      <Table.Td>
        <CustomerLink to="/customers/$customerId" params={{ customerId }} className="kw-nowrap">
          {customerId}
        </CustomerLink>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <ClassBadge name={customer.class} />
      </Table.Td>
      {numbers.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change their places
        <Table.Td key={i} className="kw-number">
          {text}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
