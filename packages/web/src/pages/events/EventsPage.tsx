import type { Annotation, AnnotationRequest } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { post, put, remove } from "../../api/client.ts";
import { asProblem } from "../../api/problem-error.ts";
import { annotationsQuery } from "../../api/queries.ts";
import { Page } from "../../components/Page.tsx";
import { Panel } from "../../components/Panel.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { UndoNotice } from "../../components/UndoNotice.tsx";
import { EventForm } from "./EventForm.tsx";
import { EventTable } from "./EventTable.tsx";

/** What may explain figures: noted here, shown in every chart over time. */
export function EventsPage() {
  const { t } = useTranslation();
  const query = useQuery(annotationsQuery);
  const { save, drop, restore, removed } = useChanges();
  const problem = save.error ?? drop.error ?? restore.error;
  return (
    <Page title={t("nav.events")} intro={t("events.intro")}>
      <Panel title={t("events.new")}>
        <EventForm isPending={save.isPending} onSave={(event) => save.mutate({ event })} />
      </Panel>
      <div className="kw-above">
        {problem && <ProblemNotice problem={asProblem(problem)} />}
        {removed && (
          <UndoNotice
            text={t("events.removed", { text: removed.text })}
            isPending={restore.isPending}
            onUndo={() => restore.mutate(removed)}
          />
        )}
      </div>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t("events.none")}</Text>
          ) : (
            <EventTable
              events={items}
              isPending={save.isPending || drop.isPending}
              onSave={(id, event) => save.mutate({ id, event })}
              onRemove={(event) => drop.mutate(event)}
            />
          )
        }
      </QueryView>
    </Page>
  );
}

type Saved = { readonly id?: number; readonly event: AnnotationRequest };

function useChanges() {
  const client = useQueryClient();
  const [removed, setRemoved] = useState<Annotation>();
  const onSuccess = () => client.invalidateQueries({ queryKey: annotationsQuery.queryKey });
  const save = useMutation({
    mutationFn: ({ id, event }: Saved) =>
      id === undefined
        ? post<Annotation>("/annotations", event)
        : put<Annotation>(`/annotations/${id}`, event),
    onSuccess,
  });
  const drop = useMutation({
    mutationFn: ({ id }: Annotation) => remove<Annotation>(`/annotations/${id}`),
    onSuccess: (gone) => {
      setRemoved(gone);
      return onSuccess();
    },
  });
  const restore = useMutation({
    mutationFn: ({ id }: Annotation) => post<Annotation>(`/annotations/${id}/restore`),
    onSuccess: () => {
      setRemoved(undefined);
      return onSuccess();
    },
  });
  return { save, drop, restore, removed };
}
