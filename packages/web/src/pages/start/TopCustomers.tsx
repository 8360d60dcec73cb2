import type { Basis, Equity } from "@kundenwert/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { customersQuery } from "../../api/queries.ts";
import { CustomerTable } from "../../components/CustomerTable.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";

/** The ten most valuable customers. */
export function TopCustomers({ equity, basis }: { equity: Equity; basis: Basis }) {
  const { t } = useTranslation();
  const query = useQuery(customersQuery({ horizon: equity.horizonMonths, limit: 10 }));
  const title = t(equity.revenueDiscounted === null ? "start.topPurchases" : "start.top");
  const all = (
    <LinkButton to="/customers" variant="default" size="xs">
      {t("start.allCustomers")}
    </LinkButton>
  );
  return (
    <Panel title={title} actions={all}>
      <QueryView query={query}>
        {({ items }) => <CustomerTable items={items} basis={basis} label={title} />}
      </QueryView>
    </Panel>
  );
}
