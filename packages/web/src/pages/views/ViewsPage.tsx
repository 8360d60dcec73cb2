import type { SavedView } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { post, put, remove } from "../../api/client.ts";
import { asProblem } from "../../api/problem-error.ts";
import { savedViewsQuery } from "../../api/queries.ts";
import { Page } from "../../components/Page.tsx";
import { Panel } from "../../components/Panel.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { UndoNotice } from "../../components/UndoNotice.tsx";
import { SaveView } from "./SaveView.tsx";
import { StartSetup } from "./StartSetup.tsx";
import { ViewRow } from "./ViewRow.tsx";

/** Pages with their filters under names of one's own, and how the start page looks. */
export function ViewsPage() {
  const { t } = useTranslation();
  const { from } = useSearch({ from: "/views" });
  const query = useQuery(savedViewsQuery);
  const { save, rename, drop, restore, removed } = useChanges();
  const problem = save.error ?? rename.error ?? drop.error ?? restore.error;
  return (
    <Page title={t("nav.views")} intro={t("views.intro")}>
      {from && !save.data && (
        <SaveView path={from} isPending={save.isPending} onSave={(view) => save.mutate(view)} />
      )}
      <div className="kw-above">
        {problem && <ProblemNotice problem={asProblem(problem)} />}
        {removed && (
          <UndoNotice
            text={t("views.removed", { name: removed.name })}
            isPending={restore.isPending}
            onUndo={() => restore.mutate(removed)}
          />
        )}
      </div>
      <Panel title={t("views.all")}>
        <QueryView query={query} height={120}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{t("views.none")}</Text>
            ) : (
              <ul className="kw-views">
                {items.map((view) => (
                  <ViewRow
                    key={view.id}
                    view={view}
                    isPending={rename.isPending || drop.isPending}
                    onRename={(name) => rename.mutate({ id: view.id, name })}
                    onRemove={() => drop.mutate(view)}
                  />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Panel>
      <div className="kw-below">
        <StartSetup />
      </div>
    </Page>
  );
}

function useChanges() {
  const client = useQueryClient();
  const [removed, setRemoved] = useState<SavedView>();
  const onSuccess = () => client.invalidateQueries({ queryKey: savedViewsQuery.queryKey });
  const save = useMutation({
    mutationFn: (view: Pick<SavedView, "name" | "path">) => post<SavedView>("/views", view),
    onSuccess,
  });
  const rename = useMutation({
    mutationFn: ({ id, name }: Pick<SavedView, "id" | "name">) =>
      put<SavedView>(`/views/${id}`, { name }),
    onSuccess,
  });
  const drop = useMutation({
    mutationFn: ({ id }: SavedView) => remove<SavedView>(`/views/${id}`),
    onSuccess: (gone) => {
      setRemoved(gone);
      return onSuccess();
    },
  });
  const restore = useMutation({
    mutationFn: ({ id }: SavedView) => post<SavedView>(`/views/${id}/restore`),
    onSuccess: () => {
      setRemoved(undefined);
      return onSuccess();
    },
  });
  return { save, rename, drop, restore, removed };
}
