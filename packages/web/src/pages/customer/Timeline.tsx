import type {
  CustomerDetail,
  TimelineEntry,
  TimelineKind,
  TimelinePage,
} from "@kundenwert/contract";
import { Button, NativeSelect, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { get } from "../../api/client.ts";
import { VALUES } from "../../api/queries.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";
import { localDay } from "./local-day.ts";

const PAGE_SIZE = 25;

/** What happened over all channels, newest first, page after page. */
export function Timeline({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [kind, setKind] = useState<TimelineKind | "">("");
  const { counts } = detail;
  const all = counts.reduce((sum, { entriesOfKind }) => sum + entriesOfKind, 0);
  if (all === 0) return null;
  const choices = counts.map(({ kind: value, entriesOfKind }) => ({
    value,
    label: t("timeline.kind", { kind: t(`kind.${value}`), n: format.count(entriesOfKind) }),
  }));
  return (
    <Panel
      title={t("timeline.title")}
      actions={
        <NativeSelect
          label={t("timeline.filter")}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as TimelineKind | "")}
          data={[{ value: "", label: t("timeline.all", { n: format.count(all) }) }, ...choices]}
        />
      }
    >
      <Entries detail={detail} kind={kind || undefined} />
      <ServerFiles
        table="customer-timeline"
        query={{ customer: detail.customerId }}
        label={t("timeline.files")}
      />
    </Panel>
  );
}

function Entries({ detail, kind }: { detail: CustomerDetail; kind: TimelineKind | undefined }) {
  const { t } = useTranslation();
  const { customerId, counts } = detail;
  const query = useInfiniteQuery({
    queryKey: [VALUES, "timeline", customerId, kind],
    queryFn: ({ pageParam, signal }) => {
      const path = `/customers/${encodeURIComponent(customerId)}/timeline`;
      return get<TimelinePage>(path, { kind, limit: PAGE_SIZE, after: pageParam }, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const total = counts
    .filter((each) => kind === undefined || each.kind === kind)
    .reduce((sum, { entriesOfKind }) => sum + entriesOfKind, 0);
  return (
    <QueryView query={query}>
      {({ pages }) => (
        <>
          <EntryTable items={pages.flatMap(({ items }) => items)} total={total} />
          {query.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t("timeline.more")}
            </Button>
          )}
        </>
      )}
    </QueryView>
  );
}

function EntryTable({ items, total }: { items: readonly TimelineEntry[]; total: number }) {
  const { t } = useTranslation();
  const { day, count, money, precise } = useFormat();
  const measure = useMeasure();
  const columns = [
    { label: t("timeline.day") },
    { label: t("timeline.what") },
    { label: t("timeline.which") },
    { label: t("timeline.detail") },
    { label: t("timeline.channel") },
    { label: t("timeline.amount"), format: money },
    { label: t("timeline.number"), format: precise },
  ];
  const rows = items.map((entry) => [
    day(localDay(entry.happenedAt)),
    t(`kind.${entry.kind}`),
    [titleOf(entry), entry.kind === "order" ? entry.reference : null].filter(Boolean).join(" · ") ||
      null,
    entry.kind === "campaign" ? wordOf("timeline.group", entry.detail) : entry.detail,
    entry.channel,
    entry.amount,
    measure(entry),
    // Not shown: tells apart what reads the same.
    entry.entryKey,
  ]);
  const shown = {
    shown: count(items.length),
    total: count(total),
    from: day(localDay(items.at(-1)?.happenedAt ?? null)),
    to: day(localDay(items[0]?.happenedAt ?? null)),
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {t("timeline.shown", shown)}
      </Text>
      <DataTable data={{ columns, rows }} label={t("timeline.title")} />
    </>
  );
}

/** A word of the ledger in the reader's language; what is known by no key stays as it is. */
function wordOf(subject: string, word: string | null): string | null {
  return word === null ? null : (textOf(`${subject}.${word}`) ?? word);
}

function titleOf({ kind, title }: TimelineEntry): string | null {
  return kind === "feedback" ? wordOf("inbox.kind", title) : title;
}

/** What the number of an entry counts: pieces, minutes, points, or whether somebody responded. */
function useMeasure(): (entry: TimelineEntry) => string | number | null {
  const { t } = useTranslation();
  const { precise, number } = useFormat();
  return ({ kind, quantity }) => {
    if (quantity === null) return null;
    if (kind === "order" || kind === "return")
      return t("timeline.pieces", { n: precise(quantity) });
    if (kind === "interaction") return t("unit.minutes", { value: number(quantity, 0) });
    if (kind === "campaign") return t(quantity > 0 ? "timeline.responded" : "timeline.silent");
    return quantity;
  };
}
