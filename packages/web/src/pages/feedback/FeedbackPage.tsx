import type { FigureCatalogue } from "@kundenwert/contract";
import { Button } from "@mantine/core";
import { IconMessage2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { figureCatalogueQuery, figureValuesQuery, overviewQuery } from "../../api/queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { Switch } from "../../components/Switch.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { CutFilters, PeriodSwitch, useChangeSearch } from "../../figures/CutFilters.tsx";
import { FigureTiles } from "../../figures/FigureTiles.tsx";
import { type Series, seriesOf } from "../../figures/series.ts";
import { LAST, shownFigures } from "../../figures/shown-figure.ts";
import { Cases } from "./Cases.tsx";
import { ClassesByValue } from "./ClassesByValue.tsx";
import { VIEWS } from "./feedback-search.ts";
import { Inbox } from "./Inbox.tsx";
import { NpsBars } from "./NpsBars.tsx";
import { Scorecard } from "./Scorecard.tsx";
import { TopicRanking } from "./TopicRanking.tsx";
import { TopicSheet } from "./TopicSheet.tsx";
import { Topics } from "./Topics.tsx";

const TILES = ["nps", "promoter_share", "detractor_share", "csat", "csat_score", "review_score"];

/** What customers say, and what those who say it are worth. */
export function FeedbackPage() {
  const { t } = useTranslation();
  const { view = "figures", about } = useSearch({ from: "/feedback" });
  return (
    <Page title={t("nav.feedback")} intro={t("feedbackPage.intro")} actions={<ViewSwitch />}>
      <WhenValued orFigures>
        {view === "figures" && (about ? <TopicSheet topic={about} /> : <Filtered />)}
        {view === "inbox" && <Inbox />}
        {view === "cases" && <Cases />}
      </WhenValued>
    </Page>
  );
}

function ViewSwitch() {
  const { t } = useTranslation();
  const { view = "figures" } = useSearch({ from: "/feedback" });
  const change = useChangeSearch();
  return (
    <div className="kw-filters">
      <Switch
        label={t("feedbackPage.view")}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`feedbackPage.view.${value}`) }))}
        onChange={(chosen) =>
          change({
            view: chosen === "figures" ? undefined : chosen,
            case: undefined,
            about: undefined,
          })
        }
      />
    </div>
  );
}

function Filtered() {
  const { period = "quarter", by = "all", member } = useSearch({ from: "/feedback" });
  const cut = member === undefined ? {} : { dimension: by, member };
  const catalogue = useQuery(figureCatalogueQuery);
  const values = useQuery(figureValuesQuery({ period, last: LAST[period], ...cut }));
  return (
    <>
      <QueryView query={catalogue}>
        {(definitions) => (
          <QueryView query={values}>
            {({ items }) => <Shown catalogue={definitions} series={seriesOf(items)} />}
          </QueryView>
        )}
      </QueryView>
      <div className="kw-below">
        <ServerFiles table="figures" query={{ period, last: LAST[period], ...cut }} />
      </div>
    </>
  );
}

function Shown({ catalogue, series }: { catalogue: FigureCatalogue; series: readonly Series[] }) {
  const { t } = useTranslation();
  const { period = "quarter", by, member } = useSearch({ from: "/feedback" });
  const isValued = useQuery(overviewQuery).data?.state === "valued";
  const tiles = tilesOf(catalogue, series);
  const isEmpty = tiles.length === 0 && member === undefined;
  const all = figureValuesQuery({ period: "total", last: LAST.total });
  const whole = useQuery({ ...all, enabled: isEmpty }).data;
  if (isEmpty && whole && tilesOf(catalogue, seriesOf(whole.items)).length === 0) {
    return (
      <EmptyState
        Icon={IconMessage2}
        title={t("feedbackPage.none")}
        text={t("feedbackPage.none.text")}
      >
        <LinkButton to="/import">{t("empty.import")}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <>
      <CutFilters>
        <PeriodSwitch usual="quarter" orTotal />
      </CutFilters>
      {isEmpty && whole && <NothingDated />}
      <FigureTiles figures={tiles} period={period} cut={{ by, member }} />
      <NpsBars series={series} />
      <Topics />
      <TopicRanking />
      {isValued && <Scorecard />}
      {isValued && <ClassesByValue />}
    </>
  );
}

/** The figures of answers that have values. */
function tilesOf(catalogue: FigureCatalogue, series: readonly Series[]) {
  const figures = shownFigures(catalogue, series);
  return TILES.flatMap((name) => figures.filter((each) => each.definition.name === name));
}

/** Answers without a day count in the whole history only. */
function NothingDated() {
  const { t } = useTranslation();
  const change = useChangeSearch();
  return (
    <Notice severity="info" title={t("feedbackPage.noPeriod")}>
      <Button variant="default" size="xs" onClick={() => change({ period: "total" })}>
        {t("feedbackPage.wholeHistory")}
      </Button>
    </Notice>
  );
}
