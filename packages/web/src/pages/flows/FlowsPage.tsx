import { Group } from "@mantine/core";
import { IconArrowsSplit } from "@tabler/icons-react";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { movesQuery, segmentsQuery } from "../../api/segment-queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Loading } from "../../components/Loading.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { Switch } from "../../components/Switch.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { endsOf } from "../../segments/segment-rows.ts";
import { GRAINS } from "../../segments/segment-search.ts";
import { Flows } from "./Flows.tsx";
import type { FlowsSearch } from "./flows-search.ts";

/** Periods that can be told apart side by side. */
const PERIODS = 5;

/** Where customers come from and go to, unrolled over time. */
export function FlowsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.flows")} intro={t("flows.intro")}>
      <WhenValued>
        <Filtered />
      </WhenValued>
    </Page>
  );
}

function Filtered() {
  const { grain = "month" } = useSearch({ from: "/flows" });
  const query = useQuery(segmentsQuery({ level: "macro", grain, last: PERIODS }));
  return (
    <>
      <Filters />
      <QueryView query={query} height={560}>
        {({ periods }) => <Moves ends={endsOf(periods)} />}
      </QueryView>
    </>
  );
}

const SHOWN = ["all", "moves"] as const;

function Filters() {
  const { t } = useTranslation();
  const { grain = "month", show = "all" } = useSearch({ from: "/flows" });
  const navigate = useNavigate({ from: "/flows" });
  const change = (search: FlowsSearch) =>
    void navigate({ search, replace: true, resetScroll: false });
  const kept = show === "moves" ? { show } : {};
  return (
    <Group mb="md" gap="md" className="kw-filters">
      <Switch
        label={t("filter.period")}
        value={grain}
        options={GRAINS.map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={(chosen) => change({ ...kept, grain: chosen })}
      />
      <Switch
        label={t("flows.show")}
        value={show}
        options={SHOWN.map((value) => ({ value, label: t(`flows.show.${value}`) }))}
        onChange={(chosen) => change({ grain, ...(chosen === "moves" ? { show: chosen } : {}) })}
      />
    </Group>
  );
}

function Moves({ ends }: { ends: readonly string[] }) {
  const { t } = useTranslation();
  const { grain = "month" } = useSearch({ from: "/flows" });
  const queries = useQueries({
    queries: ends.map((periodEnd) => movesQuery({ level: "macro", grain, periodEnd })),
  });
  if (ends.length === 0) {
    return (
      <EmptyState
        Icon={IconArrowsSplit}
        title={t("segments.none.young")}
        text={t("segments.none.young.text")}
      />
    );
  }
  const failed = queries.find(({ error }) => error !== null);
  if (failed) return <QueryView query={failed}>{() => null}</QueryView>;
  const periods = queries.map(({ data }, at) => ({
    periodEnd: ends[at] ?? "",
    moves: data?.moves ?? [],
  }));
  if (queries.some(({ data }) => data === undefined)) return <Loading height={560} />;
  return (
    <>
      <Flows periods={periods} />
      <ServerFiles table="segment-moves" query={{ level: "macro", grain }} />
    </>
  );
}
