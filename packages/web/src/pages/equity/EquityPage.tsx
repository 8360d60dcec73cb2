import type { Equity, EquityList } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { distributionQuery, equityQuery, overviewQuery } from "../../api/queries.ts";
import { ClassChart } from "../../charts/ClassChart.tsx";
import { LorenzChart } from "../../charts/LorenzChart.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { useView } from "../../view.ts";
import { EquityCard } from "../start/EquityCard.tsx";
import { ViewSwitches } from "../start/ViewSwitches.tsx";
import { EquityBridge } from "./EquityBridge.tsx";
import { NewCustomers } from "./NewCustomers.tsx";
import { Reconciliation } from "./Reconciliation.tsx";

/** What all customers are worth, why it changed, that it adds up, and how it is spread. */
export function EquityPage() {
  const { t } = useTranslation();
  const isValued = useQuery(overviewQuery).data?.state === "valued";
  const query = useQuery({ ...equityQuery, enabled: isValued });
  const switches = query.data && <ViewSwitches items={query.data.items} />;
  return (
    <Page title={t("nav.equity")} intro={t("equityPage.intro")} actions={switches}>
      <WhenValued>
        <QueryView query={query}>{(equity) => <Shown equity={equity} />}</QueryView>
      </WhenValued>
    </Page>
  );
}

function Shown({ equity: { items } }: { equity: EquityList }) {
  const { horizon, basis = "revenue" } = useView();
  const equity = items.find(({ horizonMonths }) => horizonMonths === horizon) ?? items[0];
  if (!equity) return null;
  const known = equity.contributionDiscounted !== null;
  return (
    <>
      <EquityCard equity={equity} basis={known ? basis : "revenue"} />
      <EquityBridge />
      <NewCustomers horizon={equity.horizonMonths} basis={known ? basis : "revenue"} />
      {equity.revenueDiscounted !== null && <Spread equity={equity} />}
    </>
  );
}

function Spread({ equity }: { equity: Equity }) {
  const { t } = useTranslation();
  const query = useQuery(distributionQuery(equity.horizonMonths));
  return (
    <QueryView query={query} height={320}>
      {(distribution) => (
        <>
          <Reconciliation equity={equity} distribution={distribution} />
          <div className="kw-grid">
            <LorenzChart distribution={distribution} />
            {distribution.classes.length > 0 ? (
              <ClassChart distribution={distribution} />
            ) : (
              <Text>{t("class.none")}</Text>
            )}
          </div>
          <ServerFiles
            table="value-concentration"
            query={{ horizon: equity.horizonMonths }}
            label={t("equity.curve")}
          />
          <ServerFiles
            table="value-classes"
            query={{ horizon: equity.horizonMonths }}
            label={t("equity.classes")}
          />
          <ServerFiles table="equity" query={{}} label={t("equity.allHorizons")} />
        </>
      )}
    </QueryView>
  );
}
