import type { CustomerDetail } from "@kundenwert/contract";
import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { createLink, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { customerQuery } from "../../api/queries.ts";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { History } from "./History.tsx";
import { ValueByHorizon } from "./ValueByHorizon.tsx";
import { Worth } from "./Worth.tsx";

const BackLink = createLink(Anchor<"a">);

/** One customer: what it is worth, why, and what it bought. */
export function CustomerPage() {
  const { t } = useTranslation();
  const { customerId } = useParams({ from: "/customers/$customerId" });
  return (
    <>
      <BackLink to="/customers" size="sm">
        {t("customer.back")}
      </BackLink>
      <Page title={t("customer.title", { id: customerId })}>
        <WhenValued>
          <Customer id={customerId} />
        </WhenValued>
      </Page>
    </>
  );
}

function Customer({ id }: { id: string }) {
  const query = useQuery(customerQuery(id));
  return <QueryView query={query}>{(detail) => <Detail detail={detail} />}</QueryView>;
}

function Detail({ detail }: { detail: CustomerDetail }) {
  return (
    <>
      <Worth detail={detail} />
      <ValueByHorizon values={detail.values} />
      <History detail={detail} />
    </>
  );
}
