import type { FigureCatalogue, FigureValues } from "@kundenwert/contract";
import { IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { figureCatalogueQuery, figureValuesQuery } from "../../api/queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { CutFilters, PeriodSwitch } from "../../figures/CutFilters.tsx";
import { seriesOf } from "../../figures/series.ts";
import { LAST, shownFigures } from "../../figures/shown-figure.ts";
import { Movements } from "./Movements.tsx";
import { RecurringTiles } from "./RecurringTiles.tsx";

/** What moved the monthly recurring revenue, and how much of it stays. */
export function RecurringPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.recurring")} intro={t("recurring.intro")}>
      <WhenValued>
        <Filtered />
      </WhenValued>
    </Page>
  );
}

function Filtered() {
  const { period = "month", by = "all", member } = useSearch({ from: "/recurring" });
  const cut = member === undefined ? {} : { dimension: by, member };
  const catalogue = useQuery(figureCatalogueQuery);
  const values = useQuery(figureValuesQuery({ period, last: LAST[period], ...cut }));
  return (
    <>
      <QueryView query={catalogue}>
        {(definitions) => (
          <QueryView query={values}>
            {(found) => <Shown catalogue={definitions} values={found} />}
          </QueryView>
        )}
      </QueryView>
      <div className="kw-below">
        <ServerFiles table="figures" query={{ period, last: LAST[period], ...cut }} />
      </div>
    </>
  );
}

function Shown({ catalogue, values }: { catalogue: FigureCatalogue; values: FigureValues }) {
  const { t } = useTranslation();
  const series = seriesOf(values.items);
  const { member } = useSearch({ from: "/recurring" });
  const mrr = series.find(({ figure }) => figure === "mrr");
  if (!mrr && member === undefined) {
    return (
      <EmptyState Icon={IconRefresh} title={t("recurring.none")} text={t("recurring.none.text")}>
        <LinkButton to="/import">{t("empty.import")}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <>
      <CutFilters>
        <PeriodSwitch usual="month" />
      </CutFilters>
      <RecurringTiles figures={shownFigures(catalogue, series)} />
      {mrr && <Movements series={series} />}
    </>
  );
}
