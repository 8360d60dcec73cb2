import type { Segments } from "@kundenwert/contract";
import { Group } from "@mantine/core";
import { IconChartTreemap } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { segmentsQuery } from "../../api/segment-queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { Switch } from "../../components/Switch.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { endsOf, rowsAt } from "../../segments/segment-rows.ts";
import {
  grainOf,
  grainsOf,
  LEVELS,
  READ,
  type SegmentsSearch,
} from "../../segments/segment-search.ts";
import { OwnSegments } from "./OwnSegments.tsx";
import { SegmentMap } from "./SegmentMap.tsx";
import { SegmentTable } from "./SegmentTable.tsx";
import { Stability } from "./Stability.tsx";

/** Which segments there are, how large, how valuable, how stable. */
export function SegmentsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.segments")} intro={t("segments.intro")}>
      <WhenValued>
        <Filtered />
      </WhenValued>
    </Page>
  );
}

function Filtered() {
  const { level = "micro", grain: asked } = useSearch({ from: "/segments" });
  const grain = grainOf(level, asked);
  const query = useQuery(segmentsQuery({ level, grain, last: READ[grain] }));
  return (
    <>
      <Filters />
      <QueryView query={query} height={520}>
        {(segments) => <Shown segments={segments} />}
      </QueryView>
      {level === "own" && <OwnSegments />}
    </>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { level = "micro", grain } = useSearch({ from: "/segments" });
  const navigate = useNavigate({ from: "/segments" });
  const change = (changes: SegmentsSearch) =>
    void navigate({
      search: (before) => ({ ...before, ...changes }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Group mb="md" gap="md" className="kw-filters">
      <Switch
        label={t("segments.level")}
        value={level}
        options={LEVELS.map((value) => ({ value, label: t(`segments.level.${value}`) }))}
        onChange={(chosen) => change({ level: chosen })}
      />
      <Switch
        label={t("filter.period")}
        value={grainOf(level, grain)}
        options={grainsOf(level).map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={(chosen) => change({ grain: chosen })}
      />
    </Group>
  );
}

function Shown({ segments }: { segments: Segments }) {
  const { t } = useTranslation();
  const { periods, level, grain, stability } = segments;
  const last = endsOf(periods).at(-1);
  if (last === undefined) {
    const what = level === "own" ? "own" : "young";
    return (
      <EmptyState
        Icon={IconChartTreemap}
        title={t(`segments.none.${what}`)}
        text={t(`segments.none.${what}.text`)}
      />
    );
  }
  const rows = rowsAt(periods, last);
  return (
    <>
      <SegmentMap rows={rows} segments={segments} />
      {stability && <Stability stability={stability} />}
      <div className="kw-below">
        <SegmentTable rows={rows} segments={segments} />
      </div>
      <ServerFiles table="segments" query={{ level, grain }} />
      {level === "micro" && (
        <ServerFiles table="segment-rules" query={{}} label={t("segments.rules")} />
      )}
    </>
  );
}
