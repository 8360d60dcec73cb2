import type { SegmentHistory } from "@kundenwert/contract";
import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem-error.ts";
import { segmentHistoryQuery, useTakeBack } from "../api/segment-decisions.ts";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { QueryView } from "../components/QueryView.tsx";
import { useFormat } from "../i18n/format.ts";
import { ruleText } from "./rule-text.ts";
import { segmentName } from "./segment-name.ts";
import { type Mark, useMarkText } from "./use-mark.ts";

const SHOWN = 5;

type Item = SegmentHistory["items"][number];

/** What was decided about segments lately, each with the way back. */
export function DecisionHistory() {
  const { t } = useTranslation();
  const query = useQuery(segmentHistoryQuery);
  return (
    <QueryView query={query} height={0}>
      {({ items }) =>
        items.length === 0 ? null : (
          <>
            <Text fw={600} size="sm" mt="md">
              {t("settings.history")}
            </Text>
            {items.slice(0, SHOWN).map((item) => (
              <Entry key={item.id} item={item} />
            ))}
          </>
        )
      }
    </QueryView>
  );
}

function Entry({ item: { id, changedAt, changes, undoes } }: { item: Item }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const told = useChangeText();
  const { mutate, isPending, error } = useTakeBack();
  return (
    <>
      <Group gap="sm" mt={6} wrap="wrap">
        <Text size="xs" c="dimmed">
          {moment(changedAt)}
        </Text>
        <Text size="sm">
          {undoes !== null && `${t("settings.undone")} `}
          {changes.map(told).join("; ")}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          loading={isPending}
          aria-label={`${t("settings.undo")}: ${changes.map(told).join("; ")}`}
          onClick={() => mutate(id)}
        >
          {t("settings.undo")}
        </Button>
      </Group>
      {error && <ProblemNotice problem={asProblem(error)} />}
    </>
  );
}

/** One decision in words: what it is about, what was, what is. */
function useChangeText(): (change: Item["changes"][number]) => string {
  const { t } = useTranslation();
  const { number } = useFormat();
  const marked = useMarkText();
  return ({ kind, segment, to, before, after }) => {
    const said = (value: typeof after) => {
      if (value === null) return t(kind === "mark" ? "marks.byDefault" : "marks.nothing");
      if (kind === "mark") return marked(value as Mark);
      if (typeof value === "boolean") return t(value ? "marks.pinned" : "marks.free");
      return typeof value === "string" ? value : ruleText(value, number);
    };
    const about =
      to === null ? segmentName(segment) : `${segmentName(segment)} → ${segmentName(to)}`;
    return `${about}: ${said(before)} → ${said(after)}`;
  };
}
