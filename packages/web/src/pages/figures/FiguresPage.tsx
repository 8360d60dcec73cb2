import type { FigureCatalogue, FigureValues } from "@kundenwert/contract";
import { IconChartLine } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { figureCatalogueQuery, figureValuesQuery } from "../../api/queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { SuppressedNote } from "../../components/SuppressedNote.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { seriesOf } from "../../figures/series.ts";
import { LAST, shownFigures } from "../../figures/shown-figure.ts";
import { FigureFilters } from "./FigureFilters.tsx";
import { FigureTiles } from "./FigureTiles.tsx";
import { FigureTrend } from "./FigureTrend.tsx";

/** Every key figure by period: tiles, the course of one of them, cut by what customers are. */
export function FiguresPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.figures")} intro={t("figures.intro")}>
      <WhenValued orFigures>
        <Catalogue />
      </WhenValued>
    </Page>
  );
}

function Catalogue() {
  const query = useQuery(figureCatalogueQuery);
  return <QueryView query={query}>{(catalogue) => <Figures catalogue={catalogue} />}</QueryView>;
}

function Figures({ catalogue }: { catalogue: FigureCatalogue }) {
  const { period = "month", by = "all", member } = useSearch({ from: "/figures" });
  // Without a member the tiles show everybody, and the course shows the members side by side.
  const cut = member === undefined ? { dimension: "all" as const } : { dimension: by, member };
  const query = useQuery(figureValuesQuery({ period, last: LAST[period], ...cut }));
  return (
    <>
      <FigureFilters catalogue={catalogue} />
      <div className="kw-above">
        <ServerFiles
          table="figures"
          query={{ period, dimension: by, ...(member === undefined ? {} : { member }) }}
        />
      </div>
      <QueryView query={query}>
        {(values) => <Shown catalogue={catalogue} values={values} />}
      </QueryView>
    </>
  );
}

function Shown({ catalogue, values }: { catalogue: FigureCatalogue; values: FigureValues }) {
  const search = useSearch({ from: "/figures" });
  const known = shownFigures(catalogue, seriesOf(values.items));
  const chosen = known.find(({ definition }) => definition.name === search.figure) ?? known[0];
  if (known.length === 0) return <NothingHere suppressed={values} />;
  return (
    <>
      {chosen && <FigureTrend {...chosen} catalogue={catalogue} />}
      <SuppressedNote of={values} />
      <FigureTiles figures={known} chosen={chosen?.definition.name} />
    </>
  );
}

/** Nothing of this period and selection: what has no day counts in the whole history only. */
function NothingHere({ suppressed }: { suppressed: FigureValues }) {
  const { t } = useTranslation();
  const { period } = useSearch({ from: "/figures" });
  return (
    <EmptyState Icon={IconChartLine} title={t("figures.none")} text={t("figures.none.text")}>
      <SuppressedNote of={suppressed} />
      {period !== "total" && (
        <LinkButton to="/figures" search={{ period: "total" }} variant="default">
          {t("figures.none.total")}
        </LinkButton>
      )}
    </EmptyState>
  );
}
