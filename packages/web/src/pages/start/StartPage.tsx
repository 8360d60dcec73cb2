import type { Basis, Equity, EquityList } from "@kundenwert/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { equityQuery, overviewQuery } from "../../api/queries.ts";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { useView } from "../../view.ts";
import { Distribution } from "./Distribution.tsx";
import { EquityCard } from "./EquityCard.tsx";
import { KeyFigures } from "./KeyFigures.tsx";
import { TopCustomers } from "./TopCustomers.tsx";
import { TrustPanel } from "./TrustPanel.tsx";
import { ViewSwitches } from "./ViewSwitches.tsx";

/** What all customers are worth, how that is spread, who holds most, and how far to believe it. */
export function StartPage() {
  const { t } = useTranslation();
  const isValued = useQuery(overviewQuery).data?.state === "valued";
  const query = useQuery({ ...equityQuery, enabled: isValued });
  const switches = query.data && <ViewSwitches items={query.data.items} />;
  return (
    <Page title={t("start.title")} intro={t("start.intro")} actions={switches}>
      <WhenValued>
        <QueryView query={query}>{(equity) => <Cockpit equity={equity} />}</QueryView>
      </WhenValued>
    </Page>
  );
}

function Cockpit({ equity: { items } }: { equity: EquityList }) {
  const view = useView();
  const equity = items.find(({ horizonMonths }) => horizonMonths === view.horizon) ?? items[0];
  if (!equity) return null;
  const basis = basisOf(equity, view.basis);
  return (
    <>
      <EquityCard equity={equity} basis={basis} />
      <KeyFigures />
      {equity.revenueDiscounted !== null && <Distribution horizon={equity.horizonMonths} />}
      <TopCustomers equity={equity} basis={basis} />
      <TrustPanel />
    </>
  );
}

/** Contribution only where it is known; a link may ask for it on another workspace. */
function basisOf(equity: Equity, wanted: Basis | undefined): Basis {
  return wanted === "contribution" && equity.contributionDiscounted !== null ? wanted : "revenue";
}
