import type { Segments } from "@kundenwert/contract";
import { Group, NativeSelect, Text } from "@mantine/core";
import { IconChartTreemap } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { segmentsQuery } from "../../api/segment-queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Page } from "../../components/Page.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { Switch } from "../../components/Switch.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { levelOf, segmentName } from "../../segments/segment-name.ts";
import { definitionOf, endsOf, periodOf } from "../../segments/segment-rows.ts";
import {
  grainOf,
  grainsOf,
  PER_YEAR,
  READ,
  type SegmentSearch,
} from "../../segments/segment-search.ts";
import { Course } from "./Course.tsx";
import { Differences } from "./Differences.tsx";
import { Neighbours } from "./Neighbours.tsx";
import { PinForm } from "./PinForm.tsx";
import { SegmentNameForm } from "./SegmentNameForm.tsx";
import { Sheet } from "./Sheet.tsx";
import { nameOf } from "./use-segment-table.ts";

/** Who is in a segment, what differs from all, and what happened in a period. */
export function SegmentPage() {
  const { t } = useTranslation();
  const { segment } = useParams({ from: "/segments/$segment" });
  return (
    <>
      <TextLink to="/segments" search={{ level: levelOf(segment) }} size="sm">
        {t("segment.back")}
      </TextLink>
      <Page title={t("segment.title", { name: segmentName(segment) })}>
        <WhenValued>
          <Segment segment={segment} />
        </WhenValued>
      </Page>
    </>
  );
}

function Segment({ segment }: { segment: string }) {
  const { grain: asked } = useSearch({ from: "/segments/$segment" });
  const grain = grainOf(levelOf(segment), asked);
  const query = useQuery(segmentsQuery({ level: levelOf(segment), grain, last: READ[grain] }));
  return (
    <QueryView query={query} height={520}>
      {(segments) => <Shown segment={segment} segments={segments} />}
    </QueryView>
  );
}

export type SegmentProps = { segment: string; segments: Segments; periodEnd: string };

function Shown({ segment, segments }: Omit<SegmentProps, "periodEnd">) {
  const { t } = useTranslation();
  const { end } = useSearch({ from: "/segments/$segment" });
  const ends = endsOf(segments.periods.filter((each) => each.segment === segment));
  const periodEnd = ends.find((each) => each === end) ?? ends.at(-1);
  if (periodEnd === undefined) {
    return (
      <EmptyState
        Icon={IconChartTreemap}
        title={t("segment.none")}
        text={t("segment.none.text", { segment })}
      />
    );
  }
  const props = { segment, segments, periodEnd };
  return (
    <>
      <Filters
        segments={segments}
        ends={ends.slice(-1 - PER_YEAR[segments.grain])}
        periodEnd={periodEnd}
      />
      <Rule {...props} />
      <Sheet {...props} />
      <Differences {...props} />
      <Course {...props} />
      <Neighbours {...props} />
    </>
  );
}

type FilterProps = { segments: Segments; ends: readonly string[]; periodEnd: string };

function Filters({ segments: { level, grain }, ends, periodEnd }: FilterProps) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: "/segments/$segment" });
  const periodName = usePeriodName();
  const change = (search: SegmentSearch) =>
    void navigate({ search, replace: true, resetScroll: false });
  return (
    <Group mb="md" gap="md" align="flex-end" className="kw-filters">
      <Switch
        label={t("filter.period")}
        value={grain}
        options={grainsOf(level).map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={(chosen) => change({ grain: chosen })}
      />
      <NativeSelect
        label={t("filter.period")}
        value={periodEnd}
        onChange={({ currentTarget }) => change({ grain, end: currentTarget.value })}
        data={ends
          .toReversed()
          .map((value) => ({ value, label: periodName(periodOf(value, grain)) }))}
      />
    </Group>
  );
}

/** Who belongs to it, in words. */
function Rule({ segment, segments }: SegmentProps) {
  const { t, i18n } = useTranslation();
  const { day, count } = useFormat();
  const definition = definitionOf(segments.definitions, segment);
  const level = levelOf(segment);
  const rule = i18n.language === "de" ? definition?.ruleDe : definition?.ruleEn;
  return (
    <div className="kw-above">
      <Panel title={t("segment.rule", { name: nameOf(segment, segments) })}>
        <Text>
          {definition
            ? t("segment.rule.micro", { macro: segmentName(definition.macro), rule })
            : t(`segment.rule.${level === "own" ? "own" : "macro"}`)}
        </Text>
        {definition && (
          <Text size="xs" c="dimmed" mt={6}>
            {t("segment.rule.since", {
              day: day(definition.validFrom),
              n: count(definition.learntFrom),
            })}
          </Text>
        )}
        {definition && <SegmentNameForm key={segment} segment={segment} name={definition.name} />}
        {definition && <PinForm segment={segment} />}
      </Panel>
    </div>
  );
}
