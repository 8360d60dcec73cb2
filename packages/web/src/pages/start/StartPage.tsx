import type { Basis, Equity, EquityList, Preferences } from "@kundenwert/contract";
import { IconHome2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { equityQuery, overviewQuery } from "../../api/queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loading } from "../../components/Loading.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { useView } from "../../view.ts";
import { Distribution } from "./Distribution.tsx";
import { EquityCard } from "./EquityCard.tsx";
import { KeyFigures } from "./KeyFigures.tsx";
import { TopCustomers } from "./TopCustomers.tsx";
import { TrustPanel } from "./TrustPanel.tsx";
import { useStartView } from "./use-start-view.ts";
import { ViewSwitches } from "./ViewSwitches.tsx";
import { ViewTile } from "./ViewTile.tsx";

/** What all customers are worth, how that is spread, who holds most, and how far to believe it. */
export function StartPage() {
  const { t } = useTranslation();
  const isValued = useQuery(overviewQuery).data?.state === "valued";
  const query = useQuery({ ...equityQuery, enabled: isValued });
  const tiles = useStartView();
  const switches = query.data && <ViewSwitches items={query.data.items} />;
  return (
    <Page title={t("start.title")} intro={t("start.intro")} actions={switches}>
      <WhenValued>
        <QueryView query={query}>
          {(equity) =>
            tiles ? <Cockpit equity={equity} tiles={tiles} /> : <Loading height={240} />
          }
        </QueryView>
      </WhenValued>
    </Page>
  );
}

type CockpitProps = { equity: EquityList; tiles: NonNullable<Preferences["tiles"]> };

function Cockpit({ equity: { items }, tiles }: CockpitProps) {
  const view = useView();
  const equity = items.find(({ horizonMonths }) => horizonMonths === view.horizon) ?? items[0];
  if (!equity) return null;
  const basis = basisOf(equity, view.basis);
  const shown = (tile: (typeof tiles)[number]) => tiles.includes(tile);
  const hasAmounts = equity.revenueDiscounted !== null;
  if (tiles.length === 0) return <Nothing />;
  return (
    <>
      {shown("views") && <ViewTile />}
      {shown("equity") && <EquityCard equity={equity} basis={basis} />}
      {shown("figures") && <KeyFigures />}
      {shown("distribution") && hasAmounts && <Distribution horizon={equity.horizonMonths} />}
      {shown("customers") && <TopCustomers equity={equity} basis={basis} />}
      {shown("trust") && <TrustPanel />}
    </>
  );
}

/** All tiles were taken away. */
function Nothing() {
  const { t } = useTranslation();
  return (
    <EmptyState
      Icon={IconHome2}
      title={t("startSetup.nothing")}
      text={t("startSetup.nothing.text")}
    >
      <LinkButton to="/views">{t("nav.views")}</LinkButton>
    </EmptyState>
  );
}

/** Contribution only where it is known; a link may ask for it on another workspace. */
function basisOf(equity: Equity, wanted: Basis | undefined): Basis {
  return wanted === "contribution" && equity.contributionDiscounted !== null ? wanted : "revenue";
}
