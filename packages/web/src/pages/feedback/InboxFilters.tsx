import type { TopicName } from "@kundenwert/contract";
import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useChangeSearch } from "../../figures/CutFilters.tsx";
import { MACROS, segmentName } from "../../segments/segment-name.ts";
import { CLASSES, KINDS, MOODS, SCORES } from "./feedback-search.ts";
import { useTopicName } from "./topic-name.ts";

/** What narrows the inbox down; all of it stands in the address. */
export function InboxFilters({ topics }: { topics: readonly TopicName[] }) {
  const { t } = useTranslation();
  const change = useChangeSearch();
  const selects = useSelects(topics);
  const search = useSearch({ from: "/feedback" });
  const set = (name: string, value: string) => change({ [name]: value || undefined });
  const all = [...selects.map(({ name }) => name), ...DAYS];
  return (
    <Group mb="md" align="flex-end" gap="sm" className="kw-filters">
      {selects.map(({ name, data }) => (
        <NativeSelect
          key={name}
          label={t(`inbox.by.${name}`)}
          value={search[name] ?? ""}
          onChange={({ currentTarget }) => set(name, currentTarget.value)}
          data={[{ value: "", label: t("inbox.any") }, ...data]}
        />
      ))}
      {DAYS.map((name) => (
        <TextInput
          key={name}
          type="date"
          label={t(`inbox.by.${name}`)}
          value={search[name] ?? ""}
          onChange={({ currentTarget }) => set(name, currentTarget.value)}
        />
      ))}
      <Button
        variant="subtle"
        onClick={() => change(Object.fromEntries(all.map((name) => [name, undefined])))}
      >
        {t("inbox.clear")}
      </Button>
    </Group>
  );
}

const DAYS = ["from", "until"] as const;

/** The filters that are one of a few, with what they can be. */
function useSelects(topics: readonly TopicName[]) {
  const { t } = useTranslation();
  const nameOf = useTopicName();
  const choices = <T extends string>(known: readonly T[], label: (value: T) => string) =>
    known.map((value) => ({ value: value as string, label: label(value) }));
  const names = topics.map(({ topic }) => topic);
  return [
    { name: "kind", data: choices(KINDS, (value) => t(`inbox.kind.${value}`)) },
    { name: "score", data: choices(SCORES, (value) => t(`inbox.score.${value}`)) },
    { name: "mood", data: choices(MOODS, (value) => t(`inbox.mood.${value}`)) },
    { name: "topic", data: choices(names, (value) => nameOf(value, topics)) },
    { name: "segment", data: choices(MACROS, segmentName) },
    { name: "valueClass", data: choices(CLASSES, (value) => value) },
  ] as const;
}
